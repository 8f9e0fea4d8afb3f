"""Marks that can be taken back: what was said before is put back, save of what somebody has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot.state.chats.marks import Mark, Marks, mark_of_row, mark_row
from bot.state.editing.confirmations import Payload
from bot.state.storage.audit import Actor


def add_undoably(marks: Marks, made: Sequence[tuple[Mark, str]]) -> Payload:
    """Marks deadlines, each mark with the id that its deadline had when it was marked before; gives what takes that
    back, as plain data."""
    present = marks.current
    back = [old for mark, replaces in made for old in _before(mark, present.get(replaces or mark.deadline))]
    marks.add_all(made)
    versions = {mark.deadline: version_of(marks.current.get(mark.deadline)) for mark in back}
    return {"marks": list(map(mark_row, back)), "versions": versions}


def take_back(marks: Marks, payload: Payload, actor: Actor) -> tuple[int, int]:
    """Puts back what was said before; how many deadlines that concerns, and how many were changed since."""
    wanted = [replace(mark_of_row(row), person=actor.id, name=actor.name) for row in payload["marks"]]
    free = [
        (mark, "")
        for mark in wanted
        if version_of(marks.current.get(mark.deadline)) == payload["versions"][mark.deadline]
    ]
    marks.add_all(free)
    return len(free), len(wanted) - len(free)


def version_of(mark: Mark | None) -> list[Any]:
    """What tells a mark from a later one, as plain data."""
    return [mark.at, mark.said] if mark else []


def _before(mark: Mark, present: Mark | None) -> Iterator[Mark]:
    """The marks that take a mark back; one of before a text changed goes back to the id that it had."""
    if present is None or present.deadline != mark.deadline:
        yield replace(mark, status="open", until=None, note="", assignee="")
    if present:
        yield present
