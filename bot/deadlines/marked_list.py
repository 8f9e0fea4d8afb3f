"""The deadlines of a chat that some words ask for, with what was said of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.context import ChatContext
from bot.deadlines.filtered_list import FilteredList, in_scope, narrowed
from bot.marks.selection import MarkFilter
from bot.marks.status import Due, Standings, standings, still_open
from knowledge.deadlines.deadlines import Deadline


@dataclass(frozen=True, slots=True)
class MarkedList:
    """A narrowed list of deadlines, and how they stand."""

    these: FilteredList[Deadline]
    known: Standings


def marked_list(
    every: Sequence[Due], setting: ChatContext, asked: MarkFilter, settled: bool = True
) -> MarkedList:
    """Those of all deadlines that some words ask for; without those of which nothing is left to do, if not
    `settled`."""
    statuses = standings(every, setting.marks)
    deadlines = in_scope(every, setting) if settled else still_open(in_scope(every, setting), statuses)
    return MarkedList(
        narrowed(asked.standing_so(deadlines, statuses), asked.rest, setting, asked.how), statuses
    )
