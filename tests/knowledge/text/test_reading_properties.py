"""No text breaks what reads it: what is found stands in the text, in order, and is in bounds."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.deadlines.deadlines import MOST_OF_A_SENTENCE, find_deadlines
from knowledge.deadlines.role_phrases import stated_roles
from knowledge.filters.parser import listed_by
from knowledge.indexing import worker
from knowledge.lexicon import thesaurus
from knowledge.query.answer_types import answers_kind, figures_asked, has_figure, kind_of
from knowledge.query.query import QueryParser, split_questions, without_filler
from knowledge.targets.goals import find_goals
from knowledge.targets.targets import find_targets
from knowledge.targets.values import find_values
from knowledge.text.analyzer import Analyzer
from knowledge.text.normalisation import squeeze
from knowledge.text.numbers import figure_of
from knowledge.text.numerals import find_numbers, normalise_numbers, parse_number
from loaders.metadata.metadata import PartialDate
from loaders.structure.outline import Paragraph, Sentence
from tests.growth import BITS

BASE = PartialDate(2026, 11, 22)
TEXTS = st.text(max_size=120) | st.lists(st.sampled_from(BITS), max_size=16).map("".join)


@cache
def analyzer() -> Analyzer:
    return Analyzer(thesaurus.field_words())


@cache
def queries() -> QueryParser:
    return QueryParser(analyzer(), thesaurus.built_in())


@given(TEXTS)
def test_numbers_stand_in_the_text_one_after_the_other(text: str) -> None:
    at = 0
    for number in find_numbers(text):
        assert at <= number.start < number.end <= len(text)
        at = number.end
    parse_number(text)
    figure_of(text)
    normalise_numbers(text)


@given(TEXTS)
def test_squeezed_text_knows_where_it_stood(text: str) -> None:
    printed = squeeze(text)
    assert len(printed.text) == len(printed.origin)
    assert not any(map(str.isspace, printed.text))
    assert list(printed.origin) == sorted(set(printed.origin))


@given(TEXTS)
def test_values_and_goals_stand_in_the_sentence(text: str) -> None:
    words = squeeze(text).text
    for found in (*find_values(words), *find_goals(words)):
        assert 0 <= found.start < found.end <= len(words)


@given(TEXTS)
def test_bodies_are_words_of_the_text(text: str) -> None:
    for responsible in stated_roles(text):
        assert len(responsible.body) > 1 and not any(map(str.isspace, responsible.body))


@given(TEXTS)
def test_a_sentence_has_deadlines_and_goals_of_its_own(text: str) -> None:
    paragraphs = [Paragraph((), (Sentence(0, len(text)),))] if text else []
    due = find_deadlines(text, paragraphs, BASE)
    for found in (*due, *find_targets(text, paragraphs, BASE, due)):
        assert 0 <= found.sentence_span[0] < found.sentence_span[1] <= len(text)


def test_a_sentence_of_a_hundred_times_has_no_hundred_deadlines() -> None:
    text = "，".join(f"{year}年底前建成第{year}个中心" for year in range(2027, 2127))
    (paragraph,) = [Paragraph((), (Sentence(0, len(text)),))]
    due = Counter(deadline.sentence_span for deadline in find_deadlines(text, [paragraph], BASE))
    assert max(due.values()) == MOST_OF_A_SENTENCE


@given(TEXTS)
def test_a_question_is_understood_or_not_but_never_fails(text: str) -> None:
    query = queries().parse(text, ("岚川", "青汀"), dt.date(2026, 11, 22))
    assert query.text == text and query.kind == kind_of(query.normalised)
    assert bool(answers_kind(query.kind)(text)) in (True, False)
    assert 0.0 <= has_figure(figures_asked(query.normalised), text) <= 1.0
    listed_by(text)


@given(TEXTS)
def test_the_questions_of_a_message_stand_in_it(text: str) -> None:
    for question in split_questions(text):
        assert question in text
    assert set(without_filler(text)) <= set(text)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(BITS), min_size=1, max_size=60).map("".join))
def test_any_document_is_read_or_refused_by_name(text: str) -> None:
    answer = worker.work({"path": "a.txt", "entries": [], "holidays": []}, text.encode())
    assert "rows" in answer or answer["error"] in ("EmptyFile", "UnknownFormat")
