"""Taught questions: answered as taught, however they are typed, and never in place of another question."""

from pathlib import Path

import pytest

from knowledge.evaluation.metrics import read_gold
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.query.similarity import groups, is_same, read
from knowledge.teaching.lessons import Edit, Lesson, Revision, Synonym, Teaching
from knowledge.text.analyzer import Analyzer

ROOT = Path(__file__).parents[3]
ANALYZER = Analyzer()
ASKED = "食堂饭卡丢了以后去哪个窗口补办"


def same(one, other):
    return is_same(read(one, ANALYZER.normalise), read(other, ANALYZER.normalise))


def passage_with(knowledge, words):
    return next(one for one in knowledge.search(words) if words in one.passage)


@pytest.fixture
def taught(knowledge):
    """The knowledge base, taught that the county's new money answers a question that it says nothing of."""
    money = passage_with(knowledge, "县财政新增投入")
    knowledge.teach(Teaching((knowledge.lesson([ASKED], money.passage_id),)))
    return knowledge, money


def test_a_taught_question_is_answered_with_full_confidence(taught):
    knowledge, money = taught
    reply = knowledge.ask(ASKED)
    assert (reply.zone, reply.confidence, reply.suggestions) == ("answer", 1.0, ())
    assert reply.answers[0].passage == money.passage and reply.answers[0].highlights


@pytest.mark.parametrize(
    "typed",
    [
        "食堂饭卡丢了以后去哪个窗口补办？",
        "请问食堂饭卡丢了以后去哪个窗口补办，谢谢",
        "食堂饭卡丢了以后趣哪个窗口补办",
        "食堂飯卡丟了以後去哪個窗口補辦",
        "食唐饭卡丢了以后去哪个窗口部办",
        "食堂fanka丢了以后去哪个窗口补办",
        "食堂饭卡丢了以后去哪个口窗补办",
        "食堂饭卡丢了以后去哪个窗口办",
    ],
)
def test_it_is_known_again_however_it_is_typed(taught, typed):
    knowledge, money = taught
    reply = knowledge.ask(typed)
    assert reply.answered and reply.answers[0].passage_id == money.passage_id


def test_one_of_several_questions_is_known_again(taught):
    knowledge, money = taught
    reply = knowledge.ask(f"{ASKED}？老年人多久体检一次？")
    assert len(reply.parts) == 2 and reply.parts[0].answers[0].passage_id == money.passage_id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2025年县域内就诊率要达到多少", "2026年县域内就诊率要达到多少"),
        ("市级医院什么时候完成药品目录统一", "县级医院什么时候完成药品目录统一"),
        ("乡镇卫生院可以开展的检查项目", "乡镇卫生院不可以开展的检查项目"),
        ("全省基层诊疗量占比增加多少", "全省基层诊疗量占比减少多少"),
        ("二级以上医院检查结果互认的期限", "三级以上医院检查结果互认的期限"),
        ("谁牵头统一药品目录", "何时统一药品目录"),
    ],
)
def test_what_asks_for_something_else_is_not_the_same(one, other):
    assert not same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("120几分钟到", "一二零几分钟到"), ("啥时候建成", "什么时候建成的呢？"), ("ＡＰＰ叫什么", "app叫啥")],
)
def test_ways_to_type_the_same(one, other):
    assert same(one, other)


def test_a_near_question_is_offered_where_the_search_has_no_answer(taught):
    knowledge, money = taught
    near = "食堂的饭卡要是丢了以后该去哪个窗口来补办"
    assert not knowledge.trying(Teaching()).ask(near).answered
    reply = knowledge.ask(near)
    assert reply.zone == "unsure" and reply.answers[0].passage_id == money.passage_id


def test_it_is_not_used_where_a_scope_leaves_its_document_out(taught):
    knowledge, money = taught
    other = next(document.id for document in knowledge.documents() if document.id != money.document.id)
    assert money.passage_id not in [answer.passage_id for answer in knowledge.ask(ASKED, (other,)).answers]
    assert knowledge.ask(ASKED, (money.document.id,)).answered


def test_it_is_in_doubt_when_its_passage_has_changed(taught, corpus, database):
    knowledge, _ = taught
    file = corpus / "yunxi.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("X万元", "300万元"), encoding="utf-8")
    load(corpus, database)
    assert [one.questions for one in knowledge.doubtful()] == [(ASKED,)]
    assert not knowledge.ask(ASKED).answered


def test_it_holds_when_other_text_has_changed(taught, corpus, database):
    knowledge, _ = taught
    file = corpus / "yunxi.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("36所", "38所"), encoding="utf-8")
    load(corpus, database)
    assert knowledge.doubtful() == [] and knowledge.ask(ASKED).answered


def test_a_lesson_of_another_text_is_not_used(taught):
    knowledge, money = taught
    knowledge.teach(Teaching((Lesson((ASKED,), money.passage_id, "another"),)))
    assert len(knowledge.doubtful()) == 1 and not knowledge.ask(ASKED).answered


def test_it_leads_the_questions_of_its_topic(taught):
    knowledge, money = taught
    assert knowledge.questions(money.topic)[0].question == ASKED
    assert knowledge.known_questions(ASKED, 3)[0].passage == money.passage_id


def test_trying_leaves_the_knowledge_base_as_it_is(taught):
    knowledge, _ = taught
    assert not knowledge.trying(Teaching()).ask(ASKED).answered
    assert knowledge.ask(ASKED).answered


def test_a_synonym_is_used_at_once(knowledge):
    clinic = passage_with(knowledge, "市中医院新院区")
    question = "老君楼的事"
    assert not knowledge.ask(question).answered
    knowledge.teach(Teaching(synonyms=(Synonym("老君楼", "市中医院新院区"),)))
    assert knowledge.ask(question).answers[0].passage_id == clinic.passage_id


def test_a_synonym_of_a_known_word_has_its_synonyms_too(knowledge):
    before = knowledge.candidates("县域里头看病").query.concepts
    knowledge.teach(Teaching(synonyms=(Synonym("圈里头看病", "就诊率"),)))
    concept = knowledge.candidates("圈里头看病").query.concepts[0]
    assert "就诊率" in concept.spellings and before


def test_a_generated_question_is_hidden_and_reworded(knowledge):
    hidden, reworded = (placed.pair for placed in knowledge.pairs()[:2])
    lesson = knowledge.lesson([reworded.question], reworded.passage)
    edits = (
        Edit(hidden.id, hidden.question, "", hidden.passage, ""),
        Edit(reworded.id, reworded.question, "新的问法是什么", reworded.passage, lesson.fingerprint),
    )
    knowledge.teach(Teaching(edits=edits))
    shown = [placed.pair.question for placed in knowledge.pairs()]
    assert hidden.question not in shown and "新的问法是什么" in shown
    assert knowledge.ask("新的问法是什么").answers[0].passage_id == reworded.passage
    assert all(pair in knowledge.generated(pair.topic) for pair in (hidden, reworded))


def test_a_question_has_one_answer():
    one, other = Lesson(("甲", "乙"), "p1", ""), Lesson(("乙",), "p2", "")
    after = Revision((one, other)).applied(Teaching())
    assert [(lesson.questions, lesson.passage) for lesson in after.lessons] == [
        (("甲",), "p1"),
        (("乙",), "p2"),
    ]
    assert Revision(forgotten=("甲", "乙")).applied(after) == Teaching()


def test_questions_are_grouped_by_likeness():
    asked = [
        "村里看病能报多少钱",
        "食堂几点开饭",
        "村里看病能报多少钱？",
        "食堂什么时候开饭呀",
        "2025年目标",
        "2026年目标",
    ]
    assert groups(asked, ANALYZER)[0] == [0, 2]
    assert [4] in groups(asked, ANALYZER) and [5] in groups(asked, ANALYZER)
    assert sorted(place for group in groups(asked, ANALYZER) for place in group) == list(range(6))


def test_no_other_question_is_hijacked(tmp_path):
    """Forty questions of the gold set are taught at a time; no other one is taken for them or offered their passages."""
    database = tmp_path / "gold.db"
    load(ROOT / "corpus", database)
    knowledge = KnowledgeBase(database)
    gold = [one.q for one in read_gold(ROOT / "tests/gold/questions.jsonl")]
    for start in range(0, len(gold), 40):
        taught = set(gold[start : start + 40])
        aside = knowledge.trying(Teaching(tuple(Lesson((one,), "p", "f") for one in taught)))
        assert all(aside._taught.is_taught(one) for one in taught)
        assert [one for one in gold if one not in taught and aside._taught.match(one)] == []


def test_slips_of_typing_are_known_again(tmp_path):
    """The noisy questions are known again as the clean ones that they were made of."""
    database = tmp_path / "gold.db"
    load(ROOT / "corpus", database)
    clean = read_gold(ROOT / "tests/gold/questions.jsonl")
    spans = {one.q: set(one.spans) for one in clean}
    lessons = tuple(Lesson((one.q,), one.id, "f") for one in clean)
    aside = KnowledgeBase(database).trying(Teaching(lessons))
    noisy = read_gold(ROOT / "tests/gold/questions_noisy.jsonl")
    matches = [(one, aside._taught.match(one.q)) for one in noisy]
    assert all(spans[match.question] & set(one.spans) for one, match in matches if match)
    assert sum(bool(match and match.same) for _, match in matches) / len(matches) >= 0.9
