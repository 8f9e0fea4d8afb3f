"""No text breaks what reads it: it gives what stands in the text and is in bounds, or the reader's own error."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.commands import BROWSED, COMMANDS, parse
from bot.indicators.comparison import years_in
from bot.marks import selection
from bot.marks.marking import day_in
from bot.reminders import parser as reminders
from bot.rendering.markup import visible
from bot.state.chats.schedule import Schedule
from bot.teaching.synonyms import parts_of
from knowledge.corpus.drafts import read_value
from tests.growth import BITS

DAY = dt.date(2026, 11, 22)
TEXTS = st.text(max_size=200) | st.lists(st.sampled_from(BITS), max_size=14).map("".join)
PIECES = "提前 7天 30 、 和 and 1周 一个月 当天 前 每周 一 weekly every\tmonday 8:30 下午3点半 9点 医共体 民政局 12 ， 提醒我 days before"
PLANS = st.lists(st.sampled_from([*PIECES.split(" "), " ", "  "]), max_size=12).map("".join)


def bare(text: str) -> set[str]:
    return set(visible(text)) | {" "}


@settings(max_examples=300)
@given(TEXTS | PLANS)
def test_a_reminder_is_a_schedule_within_its_bounds_or_not_understood(text: str) -> None:
    try:
        request = reminders.read(text, Schedule())
    except reminders.NotUnderstood as error:
        assert error.part
        return
    schedule = request.schedule
    assert 1 <= len(schedule.days) <= reminders.MOST
    assert all(0 <= day <= reminders.FARTHEST for day in schedule.days)
    assert list(schedule.days) == sorted(set(schedule.days), reverse=True)
    assert all(0 <= weekday <= 6 for weekday in schedule.weekdays)
    assert len(request.words) <= len(text)
    assert request.explicit or schedule == Schedule()


@given(st.sampled_from(["", "/", "／", " /", "/ask", "时限 ", "/ddl@jianda_bot "]), TEXTS)
def test_a_command_is_one_of_ours_with_what_was_typed_after_it(head: str, text: str) -> None:
    for bare_words in (False, True):
        call = parse(head + text, "jianda_bot", bare_words)
        assert call is None or call.name in {command.name for command in COMMANDS}
        assert call is None or call.rest in head + text
    assert set(BROWSED) <= {command.name for command in COMMANDS}


@given(TEXTS)
def test_a_filter_of_marks_is_read_again_as_it_is_written(text: str) -> None:
    asked = selection.read(text)
    assert selection.read(f"{asked.how} {asked.rest}".strip()) == asked


@given(TEXTS)
def test_a_day_is_a_day(text: str) -> None:
    assert day_in(text, DAY) is None or isinstance(day_in(text, DAY), dt.date)


@given(TEXTS | st.from_regex(r"[0-9]{4}[-./年 ][0-9]{1,2}[-./月 ]?[0-9]{0,2}日?", fullmatch=True))
def test_a_date_that_is_taken_is_one_of_the_calendar(text: str) -> None:
    value = read_value("date", text)
    if value:
        year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
        dt.date(year, month, day)


@given(TEXTS)
def test_a_title_that_is_taken_is_the_text(text: str) -> None:
    assert read_value("title", text) in (None, "", text)


@given(TEXTS)
def test_two_years_are_two_and_in_order(text: str) -> None:
    found = years_in(text)
    if found:
        (first, last), place = found
        assert first < last and str(first) in text and str(last) in text
        assert set(place) <= bare(text)


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["大白", "=", "＝", "→", " ", "防护人员"]), max_size=6).map("".join)
)
def test_a_synonym_has_two_sides_of_the_text(text: str) -> None:
    if parts := parts_of(text):
        said, sign, meant = parts
        assert sign in ("=", "==", "＝", "＝＝", "=＝", "＝=", "→") and sign in text
        assert not {*"=＝→"} & {*said, *meant}
