"""How much of a question stands in a text."""

from knowledge.lexicon.thesaurus import Thesaurus, Variant
from knowledge.query.answer_types import figure_fit
from knowledge.query.query import QueryParser
from knowledge.retrieval.concept_matching import Matcher, merged_findings
from knowledge.text.analyzer import Analyzer


class Flat:
    """A corpus in which every word, sound and character is worth the same."""

    absent = 2.0

    def words(self, words: str) -> float:
        return 1.0

    def sounds(self, pair: str) -> float:
        return 1.0

    def characters(self, character: str) -> float:
        return 1.0


THESAURUS = Thesaurus([("大夫", Variant("医师", 0.5))])


def covers(question: str, text: str) -> float:
    one = matcher(question)
    return one.coverage(one.found(text))


def matcher(question: str) -> Matcher:
    return Matcher(QueryParser(Analyzer(), THESAURUS).parse(question), Flat())


def test_other_words_count_by_their_weight() -> None:
    assert [covers("大夫", text) for text in ("村里的大夫", "执业医师", "护士")] == [1.0, 0.5, 0.0]


def test_several_texts_cover_together() -> None:
    one = matcher("大夫和护士")
    assert one.coverage(one.found("大夫")) < 1
    assert one.coverage(merged_findings([one.found("大夫"), one.found("护士")])) == 1.0


def test_a_short_form_stands_drawn_apart() -> None:
    assert covers("国标", "达到国家规定的标准") == 0.0
    assert 0 < covers("国标", "达到国家标准") < 1


def test_pairs_sounds_and_characters_are_shares() -> None:
    one = matcher("县域就诊率")
    assert one.pairs("县域就诊率达到90%") == 1.0
    assert 0 < one.pairs("县域内就诊") < 1
    assert one.characters("率先就诊县域") == 1.0
    assert one.sounds({"xianyu", "yujiu"}) == 0.5


def test_the_sort_of_figure_asked_for() -> None:
    assert figure_fit("补贴多少钱", "每人每年补助420元") == 1.0
    assert figure_fit("补贴多少钱", "提高补助标准") == 0.0
    assert figure_fit("到场多少人", "代表共600余人参加") == 1.0
    assert figure_fit("怎么办", "要加强管理") == 0.5
