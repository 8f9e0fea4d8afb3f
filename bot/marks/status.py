"""How deadlines stand: what people said of each, also of one whose text has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from bot.state.chats.marks import Mark
from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.filters import Located
from knowledge.query.similarity import find_changed

Due = Located[Deadline]


@dataclass(frozen=True, slots=True)
class MarkStatus:
    """What was said of a deadline; `changed`: it was said before its text changed, and somebody should confirm it."""

    mark: Mark
    changed: bool = False

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do."""
        return not self.changed and self.mark.status in ("done", "void")

    @property
    def begun(self) -> bool:
        """Whether somebody works on it."""
        return not self.changed and self.mark.status == "begun"

    @property
    def postponed(self) -> bool:
        """Whether it has a new day."""
        return not self.changed and self.mark.status == "postponed"


Standings = Mapping[str, MarkStatus]
NONE: Standings = MappingProxyType({})


def standings(deadlines: Sequence[Due], marks: Mapping[str, Mark]) -> Standings:
    """How each of the deadlines of the knowledge base stands, by its id; those that nobody marked are left out."""
    present = {located.item.id for located in deadlines}
    statuses = {number: MarkStatus(mark) for number, mark in marks.items() if number in present}
    lost = [mark for number, mark in marks.items() if number not in present]
    return {
        **_found_again(lost, [located for located in deadlines if located.item.id not in statuses]),
        **statuses,
    }


def as_marked(deadlines: Iterable[Due], statuses: Standings) -> list[Due]:
    """The deadlines, the postponed ones with their new day, those that somebody was given with that person."""
    return [_as_said(located, statuses.get(located.item.id)) for located in deadlines]


def without_assignee(located: Due, standing: MarkStatus | None) -> Due:
    """A deadline of `as_marked` without who in the office was given it: its bodies are those of the text."""
    assignee = standing.mark.assignee if standing else ""
    if assignee not in located.item.bodies:
        return located
    bodies = tuple(name for name in located.item.bodies if name != assignee)
    return replace(located, item=replace(located.item, bodies=bodies))


def still_open(deadlines: Iterable[Due], statuses: Standings) -> list[Due]:
    """The deadlines of which something is left to do, the postponed ones with their new day."""
    settled = {number for number, standing in statuses.items() if standing.settled}
    return [located for located in as_marked(deadlines, statuses) if located.item.id not in settled]


def _found_again(lost: Sequence[Mark], candidates: Sequence[Due]) -> dict[str, MarkStatus]:
    """The marks whose deadline is gone, on the one of the same document that says nearly the same."""
    by_deadline: dict[str, MarkStatus] = {}
    for mark in lost:
        same = [
            located
            for located in candidates
            if _of_same_document(mark, located) and located.item.id not in by_deadline
        ]
        present = [(located.item.task, located.item.sentence) for located in same]
        place = find_changed((mark.task, mark.sentence), present)
        if place is not None:
            by_deadline[same[place].item.id] = MarkStatus(mark, changed=True)
    return by_deadline


def _of_same_document(mark: Mark, located: Due) -> bool:
    """A file may have been renamed, or its title corrected."""
    return located.document.path == mark.path or located.document.title == mark.title


def _as_said(located: Due, standing: MarkStatus | None) -> Due:
    if standing is None or standing.changed:
        return located
    item, assignee = located.item, standing.mark.assignee
    if standing.postponed:
        item = replace(item, start=None, end=standing.mark.until)
    if assignee and assignee not in item.bodies:
        item = replace(item, bodies=(*item.bodies, assignee))
    return located if item is located.item else replace(located, item=item)
