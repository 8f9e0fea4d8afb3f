"""The deadlines that a picture or a calendar holds: those that some words ask for, without what is over or done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from bot.callback_data.browsing import ListDeadlines
from bot.chat.context import ChatContext
from bot.chat.response import Response, told
from bot.deadlines.filtered_list import fits_a_button, notes, nothing_fits, understood_of
from bot.deadlines.marked_list import marked_list
from bot.marks.selection import read
from bot.marks.status import Standings
from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.filters import Located
from knowledge.filters.matching import due_day
from knowledge.knowledge_base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class SelectedDeadlines:
    """Dated deadlines in order of their days, how many more have no date, and the words that ask for them, as a
    button carries them and as they are told, and what was said of them."""

    dated: tuple[Located[Deadline], ...]
    undated: int
    words: str
    told: str
    known: Standings


def choose(
    knowledge: KnowledgeBase, setting: ChatContext, words: str, undated: str, settled: bool = False
) -> SelectedDeadlines | Response:
    """The deadlines that some words ask for, or what is said when there are none; `undated` when none has a date.

    Those of which nothing is left to do are among them where `settled`: a calendar has to be told of them.
    """
    asked = read(words)
    if not fits_a_button(asked.rest, asked.how):
        return told(setting.words.filter_too_long)
    shown = marked_list(knowledge.deadlines(), setting, asked, settled)
    these = shown.these
    if not these.found:
        return nothing_fits(these, setting, ListDeadlines, notes(knowledge, setting))
    dated = coming_deadlines(these.found, setting.today)
    without = sum(due_day(located.item) is None for located in these.found)
    name = understood_of(these, setting)
    return (
        SelectedDeadlines(tuple(dated), without, these.words, name, shown.known) if dated else told(undated)
    )


def coming_deadlines(deadlines: Iterable[Located[Deadline]], today: dt.date) -> list[Located[Deadline]]:
    """The dated ones that are not over, all of them when none is open, in order of their days."""
    dated = [(day, located) for located in deadlines if (day := due_day(located.item))]
    open_ones = [(day, located) for day, located in dated if day >= today]
    return [located for _, located in sorted(open_ones or dated, key=lambda pair: pair[0])]
