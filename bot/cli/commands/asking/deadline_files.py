"""Deadlines as files of the command line: a calendar, pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.chat.context import ChatContext
from bot.deadlines.calendar import last_change
from bot.deadlines.ics import calendar_file
from bot.deadlines.selection import coming_deadlines
from bot.deadlines.timeline import entries_of, timeline_svgs
from bot.errors import NothingDated
from bot.marks.status import Standings
from bot.messages import CHINESE
from bot.pictures.png import render
from bot.state import State
from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.filters import Located
from knowledge.knowledge_base import KnowledgeBase


def write_calendar(
    knowledge: KnowledgeBase,
    deadlines: Sequence[Located[Deadline]],
    path: Path,
    statuses: Standings,
    state: State,
) -> Path:
    """Writes a calendar of the dated ones of some deadlines; raises NothingDated when none is.

    The state keeps the ids of its entries, so that one that is written later changes them instead of adding others.
    """
    if not any(located.item.end or located.item.start for located in deadlines):
        raise NothingDated
    lasting, latest = (
        state.lasting_ids.of(knowledge.deadlines()),
        last_change(knowledge, state.marks.changed_at),
    )
    path.write_bytes(calendar_file(deadlines, CHINESE.calendar.name, latest, CHINESE, statuses, lasting))
    return path


def write_pictures(deadlines: Sequence[Located[Deadline]], today: dt.date, path: Path) -> Iterator[Path]:
    """Writes the pictures of some deadlines, the first under the name given, the others with their number in it.

    Raises NothingDated when there is nothing to draw, PictureError when nothing can be drawn.
    """
    setting = ChatContext(CHINESE, today)
    entries = entries_of(coming_deadlines(deadlines, today), setting)
    if not entries:
        raise NothingDated
    for number, svg in enumerate(timeline_svgs(entries, setting, ""), 1):
        named = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
        named.write_bytes(render(svg))
        yield named
