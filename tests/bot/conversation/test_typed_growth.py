"""Whatever people type is read in time in proportion to its length, however it repeats itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from functools import cache

import pytest

from bot.chat import commands
from bot.errors import TableUnreadable
from bot.indicators.comparison import years_in
from bot.marks import selection
from bot.marks.marking import day_in
from bot.reminders import parser as reminders
from bot.reminders.personal import parser as own_reminders
from bot.rendering.markup import line, pages, quotation, visible
from bot.state.chats.schedule import Schedule
from bot.teaching import csv_table, synonyms
from knowledge.corpus.drafts import read_value
from knowledge.filters.parser import listed_by, read_filter
from knowledge.lexicon import thesaurus
from knowledge.lexicon.bilingual import in_chinese, with_terms
from knowledge.query import similarity as question_similarity
from knowledge.query.answer_types import figures_asked, has_figure, kind_of
from knowledge.query.followups import follow_up
from knowledge.query.query import QueryParser, split_questions, without_filler
from knowledge.query.small_talk import talk_of
from knowledge.targets.indicator_names import bare_name
from knowledge.temporal.windows import in_any_year, window_of, window_spans, with_year
from knowledge.text.analyzer import Analyzer
from knowledge.text.normalisation import squeeze
from knowledge.text.numbers import figure_of
from knowledge.text.numerals import find_numbers, normalise_numbers, parse_number
from knowledge.watching.watched_words import watched_words
from tests.growth import fragments, too_steep

DAY = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)
LAST = "岚川县医共体建设的时限是什么时候"
PLACES = ("岚川", "青汀")
Read = Callable[[str], object]


@cache
def analyzer() -> Analyzer:
    return Analyzer(thesaurus.field_words())


@cache
def queries() -> QueryParser:
    return QueryParser(analyzer(), thesaurus.built_in())


def reminder(text: str) -> None:
    with suppress(reminders.NotUnderstood):
        reminders.read(text, Schedule())


def own_reminder(text: str) -> None:
    own_reminders.asks_to_be_reminded(text)
    with suppress(ValueError):
        own_reminders.read(text, NOW)


def table(text: str) -> None:
    with suppress(TableUnreadable):
        csv_table.read(text.encode())


READERS: dict[str, Read] = {
    "a reminder": reminder,
    "an own reminder": own_reminder,
    "an English question": lambda text: in_chinese(text, {}),
    "an English filter": lambda text: with_terms(text, {}),
    "watched words": watched_words,
    "a command": commands.parse,
    "a command after its stroke": lambda text: commands.parse(f"/{text}"),
    "a bare command": lambda text: commands.parse(text, bare_words=True),
    "what stands and the rest": selection.read,
    "a filter": read_filter,
    "a question for a list": listed_by,
    "windows": window_spans,
    "a window": lambda text: window_of(text, DAY),
    "a window of a year": lambda text: (with_year(text, "2026年"), in_any_year(text)),
    "a day": lambda text: day_in(text, DAY),
    "a date": lambda text: read_value("date", text),
    "a follow-up": lambda text: follow_up(text, LAST, PLACES),
    "what a follow-up leans on": lambda text: follow_up("贵州的呢", text, PLACES),
    "years to compare": years_in,
    "an indicator": bare_name,
    "a table": table,
    "a synonym": synonyms.parts_of,
    "numbers": find_numbers,
    "numbers in words": normalise_numbers,
    "a number": parse_number,
    "a figure": figure_of,
    "white space": squeeze,
    "one form": lambda text: analyzer().normalise(text),
    "control characters": visible,
    "messages of an answer": lambda text: pages([line(text)], 256),
    "messages of many styles": lambda text: pages(
        [quotation(text, [(at, at + 1) for at in range(0, len(text), 2)])], 256
    ),
    "several questions": split_questions,
    "greetings": without_filler,
    "the kind of a question": kind_of,
    "small talk": talk_of,
    "a question": lambda text: queries().parse(text, PLACES, DAY),
    "a question to compare": lambda text: question_similarity.read(text, analyzer().normalise),
    "the figure that is asked for": lambda text: has_figure(figures_asked(text), "共建成100个"),
}


@pytest.mark.parametrize("name", READERS)
def test_reading_takes_no_longer_than_the_text_is_long(name: str) -> None:
    read = READERS[name]
    read("2026年6月底前完成医共体建设，谁负责？")  # what is loaded once
    assert too_steep(read, fragments(11, 20)) == {}


def test_a_reader_that_tries_every_place_is_found_out() -> None:
    import re

    slow = re.compile(r"[0-9]+[年月]")
    assert "1" in too_steep(lambda text: slow.findall(text), ["1", "年"])


def test_a_reminder_of_many_stages_is_read_to_its_end() -> None:
    for gap in ("、", " 、 ", "  、  ", " 和 ", "and"):
        reminder("提前" + gap.join("123456789"))
        reminder(gap.join("1234567890" * 20) + "天后")
