"""How much of a question stands in a text, and that what is left untried could not have changed it."""

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.lexicon.thesaurus import Thesaurus, Variant
from knowledge.query.answer_types import figures_asked, has_figure
from knowledge.query.query import QueryParser
from knowledge.retrieval.matching.candidate_texts import CandidateTexts
from knowledge.retrieval.matching.concept_matching import Matcher
from knowledge.retrieval.matching.concept_ways import stand_apart
from knowledge.retrieval.matching.holding import Holding
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


def texts_of(
    sentences: list[str], above: str = "", around: str = "", questions: Sequence[str] = ()
) -> CandidateTexts:
    passage = "。".join(sentences)
    wordings = tuple((question,) for question in questions)
    return CandidateTexts(passage, tuple(sentences), above, around, wordings, passage)


def holding_of(one: Matcher, texts: CandidateTexts, *others: CandidateTexts) -> Holding:
    """What a candidate holds, found among others."""
    return one.holdings(dict(enumerate((*others, texts))))[len(others)]


def test_several_sentences_hold_together() -> None:
    holding = holding_of(matcher("大夫和护士"), texts_of(["大夫", "护士"]))
    assert max(holding.sentences) < 1
    assert holding.concepts == 1.0


def test_headings_and_neighbours_add_what_the_passage_lacks() -> None:
    holding = holding_of(matcher("大夫和护士"), texts_of(["大夫"], above="护士", around="医院"))
    assert (holding.concepts, holding.headings, holding.around) == (0.5, 0.5, 0.0)
    assert holding.missing == 0.0


WORDS = st.text("县域医共体国标准大夫护士率,。;3", max_size=12)


@given(
    st.sampled_from(["县域医共体标准", "大夫护士", "国标3县"]),
    st.lists(WORDS, min_size=1, max_size=4),
    WORDS,
    WORDS,
    st.lists(WORDS, max_size=2),
)
def test_a_candidate_holds_what_its_texts_hold_by_themselves(
    question: str, sentences: list[str], above: str, around: str, questions: list[str]
) -> None:
    one = matcher(question)
    texts = texts_of(sentences, above, around, questions)
    holding = holding_of(one, texts, texts_of(["大夫和县医院"], "国家标准"))
    for text, share in zip(sentences, holding.sentences, strict=True):
        assert share == one.coverage(one.found(text)) == pytest.approx(by_every_way(question, text))
    for text, share in zip(questions, holding.questions, strict=True):
        assert share == pytest.approx(by_every_way(question, text))
    for text in texts.fields:
        assert one.within("".join(texts.fields))(text) == one.coverage(one.found(text))


def by_every_way(question: str, text: str) -> float:
    """The share of a question's concepts in a text, each way to say each of them tried by the definition."""
    concepts = QueryParser(Analyzer(), THESAURUS).parse(question).concepts
    found = [max(way.weight * stands(way, text) for way in concept.variants) for concept in concepts]
    return sum(found) / len(found)


def stands(way: Variant, text: str) -> float:
    parts = [part in text for part in map("".join, pairwise(way.words))]
    in_parts = 0.8 * sum(parts) / len(parts) if len(parts) > 1 and 2 * sum(parts) >= len(parts) else 0.0
    short = way.weight == 1.0 and 2 <= len(way.words) <= 4
    apart = short and re.search("[^,。;]{0,3}?".join(way.words), text)
    return 1.0 if way.words in text else in_parts or (0.5 if apart else 0.0)


@given(st.sampled_from(["国标", "县域标", "大夫护士", "标标"]), WORDS)
def test_drawn_apart_is_as_a_pattern_would_find_it(words: str, text: str) -> None:
    pattern = "[^,。;]{0,3}?".join(map(re.escape, words))
    assert stand_apart(words, text) == bool(re.search(pattern, text))


def test_a_short_form_stands_drawn_apart() -> None:
    assert covers("国标", "达到国家规定的标准") == 0.0
    assert 0 < covers("国标", "达到国家标准") < 1


def test_pairs_sounds_and_characters_are_shares() -> None:
    one = matcher("县域就诊率")
    assert holding_of(one, texts_of(["县域就诊率达到90%"])).pairs == 1.0
    assert 0 < holding_of(one, texts_of(["县域内就诊"], above="就诊率")).pairs < 1
    assert holding_of(one, texts_of(["率先就诊", "县域"])).characters == 1.0
    assert one.sounds({"xianyu", "yujiu"}) == 0.5


def test_the_sort_of_figure_asked_for() -> None:
    assert has_figure(figures_asked("补贴多少钱"), "每人每年补助420元") == 1.0
    assert has_figure(figures_asked("补贴多少钱"), "提高补助标准") == 0.0
    assert has_figure(figures_asked("到场多少人"), "代表共600余人参加") == 1.0
    assert has_figure(figures_asked("怎么办"), "要加强管理") == 0.5
