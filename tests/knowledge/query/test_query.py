"""A question becomes a query."""

import pytest

from knowledge.lexicon.thesaurus import Thesaurus, Variant
from knowledge.query.answer_types import figures_asked, has_figure, is_everyday, kind_of
from knowledge.query.query import Query, QueryParser, split_questions
from knowledge.text.analyzer import Analyzer

THESAURUS = Thesaurus([("大夫", Variant("医师", 1.0)), ("看病贵", Variant("医药费用负担", 1.0))])
PARSER = QueryParser(Analyzer(), THESAURUS)


def concepts(query: Query) -> list[str]:
    return [concept.words for concept in query.concepts]


def test_what_people_say_is_a_concept_with_other_words() -> None:
    query = PARSER.parse("村里大夫看病贵怎么办")
    assert "大夫" in concepts(query) and "看病贵" in concepts(query)
    found = next(c for c in query.concepts if c.words == "大夫")
    assert found.variants == (Variant("大夫", 1.0), Variant("医师", 1.0))


@pytest.mark.parametrize(
    "noisy",
    [
        "请问一下，县医院床位谢谢",
        "@jianda_bot 县医院床位 帮忙查查",
        "领导问县医院床位，急",
        "縣醫院床位",
        "县 医院 床位",
    ],
)
def test_fillers_spaces_and_traditional_characters_do_not_matter(noisy: str) -> None:
    assert PARSER.parse(noisy).pairs == PARSER.parse("县医院床位").pairs


@pytest.mark.parametrize("asked", ["怎么办", "问题怎么解决", "的问题如何破解", "要怎么去应对"])
def test_how_something_is_solved_asks_of_that_alone(asked: str) -> None:
    assert concepts(PARSER.parse(f"大夫流失{asked}")) == concepts(PARSER.parse("大夫流失怎么办"))


def test_a_place_of_documents_is_no_concept_but_tells_which_are_meant() -> None:
    query = PARSER.parse("云溪县2026年的床位", places={"云溪", "澜江"})
    assert query.places == {"云溪"} and query.years == {2026}
    assert "云溪" not in concepts(query)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("医共体什么时候建成", "deadline"),
        ("一卡通还得等几年", "deadline"),
        ("就诊率目标是多少", "target"),
        ("村卫生室有多少个", "fact"),
        ("谁牵头医养结合", "who"),
        ("归哪个部门管", "who"),
        ("怎么解决看病难", "how"),
        ("发热门诊哪些单位要设", "who"),
        ("四大体系包括哪些", "list"),
        ("什么是“三减三健”", "definition"),
        ("为啥寿命比不过全省", "problem"),
        ("取得了什么成效", "achievement"),
    ],
)
def test_kind(question: str, kind: str) -> None:
    assert kind_of(question) == kind


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("就诊率目标是多少？", ["就诊率目标是多少？"]),
        ("就诊率目标是多少？医共体什么时候建成？", ["就诊率目标是多少？", "医共体什么时候建成？"]),
        ("就诊率目标是多少\n医共体什么时候建成", ["就诊率目标是多少", "医共体什么时候建成"]),
        ("就诊率目标是多少？谢谢", ["就诊率目标是多少？谢谢"]),
    ],
)
def test_several_questions_in_one_message(message: str, parts: list[str]) -> None:
    assert split_questions(message) == parts


@pytest.mark.parametrize(
    "question", ["", "   ", "？？？", "\"' OR 1=1 --", "健" * 5000, "\x00\x07", "<b>&amp;</b>", "NEAR(a b)"]
)
def test_any_text_can_be_parsed(question: str) -> None:
    assert PARSER.parse(question).text == question


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("床位 shenme shihou jiancheng", "床位什么时候"),
        ("床位duoshao", "床位多少"),
        ("嗯那个床位就是说什么时候建成来着", "床位什么时候建成"),
    ],
)
def test_the_frame_may_be_in_pinyin_and_thinking_makes_noises(typed: str, meant: str) -> None:
    query = PARSER.parse(typed)
    assert query.kind == kind_of(meant)
    assert query.pairs <= PARSER.parse("床位建成").pairs


@pytest.mark.parametrize(
    ("concepts", "everyday"),
    [(["天气"], True), (["周末", "电影"], True), (["周末", "门诊"], False), ([], False)],
)
def test_a_question_may_be_of_everyday_life_alone(concepts: list[str], everyday: bool) -> None:
    assert is_everyday(concepts) is everyday


def test_a_formula_is_one_concept() -> None:
    assert "1+1+n" in concepts(PARSER.parse("“1＋1＋N”团队怎么理解"))
    assert "3+2" in concepts(PARSER.parse("3+2学科群有哪些"))


def test_a_word_across_the_edges_of_others_is_none() -> None:
    parser = QueryParser(Analyzer(), Thesaurus([("天天", Variant("每日", 1.0))]))
    assert concepts(parser.parse("天天消毒吗"))[0] == "天天"
    assert "天天" not in concepts(parser.parse("今天天气"))


@pytest.mark.parametrize(
    ("message", "questions"),
    [
        ("1.签约率多少 2.平台谁负责 3.什么时候建成", ["签约率多少", "平台谁负责", "什么时候建成"]),
        ("①签约率多少②谁牵头", ["签约率多少", "谁牵头"]),
        ("青汀的托位数和岚川的签约率分别是多少", ["青汀的托位数是多少", "岚川的签约率是多少"]),
        ("青汀和岚川的签约率分别是多少", ["青汀和岚川的签约率分别是多少"]),
        ("1.签约率是多少", ["1.签约率是多少"]),
        ("2.5万人口的县要多少床位", ["2.5万人口的县要多少床位"]),
    ],
)
def test_numbered_and_paired_questions_are_told_apart(message: str, questions: list[str]) -> None:
    assert split_questions(message) == questions


@pytest.mark.parametrize(
    ("text", "fits"), [("面向毕业生招二百个村医", 1.0), ("招200名村医", 1.0), ("建200个站点", 0.0)]
)
def test_persons_are_counted_by_any_of_their_measure_words(text: str, fits: float) -> None:
    assert has_figure(figures_asked("要招多少名村医"), text) == fits
