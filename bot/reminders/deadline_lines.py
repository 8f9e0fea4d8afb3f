"""A deadline as the lines of a reminder: the day, how far off it is, the task, the document, what was said of it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.chat.context import Setting
from bot.chat.scope import short_title
from bot.marks.status import Due, Standing
from bot.marks.wording import mark_line
from bot.rendering.dates import day_in_words
from bot.rendering.due import days_left
from bot.rendering.markup import Block, Span, line, shortened, visible
from knowledge.filters.matching import due_day

LONGEST_TASK = 60
LONGEST_TITLE = 20


def deadline_item(setting: Setting, number: int, one: Due, standing: Standing | None) -> Iterator[Block]:
    """The lines of one deadline."""
    day = due_day(one.item)
    date = day_in_words(day, setting.words) if day else visible(one.item.phrase)
    settled = standing is not None and standing.settled
    left = "" if settled else days_left(one.item, setting.today, setting.words)
    yield Block((Span(f"{number}. "), Span(date, bold=True), Span(f" {left}" if left else "")))
    title = short_title(one.document, setting, LONGEST_TITLE)
    yield line(f"{shortened(one.item.task, LONGEST_TASK)} {title}")
    if standing:
        yield line(mark_line(standing, setting.words, setting.zone))
