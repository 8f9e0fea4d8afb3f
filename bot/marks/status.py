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


def standings(found: Sequence[Due], marks: Mapping[str, Mark]) -> Standings:
    """How each of the deadlines of the knowledge base stands, by its id; those that nobody marked are left out."""
    present = {located.item.id for located in found}
    known = {number: MarkStatus(mark) for number, mark in marks.items() if number in present}
    lost = [mark for number, mark in marks.items() if number not in present]
    return {**_found_again(lost, [located for located in found if located.item.id not in known]), **known}


def as_marked(found: Iterable[Due], known: Standings) -> list[Due]:
    """The deadlines, the postponed ones with their new day, those that somebody was given with that person."""
    return [_as_said(located, known.get(located.item.id)) for located in found]


def still_open(found: Iterable[Due], known: Standings) -> list[Due]:
    """The deadlines of which something is left to do, the postponed ones with their new day."""
    settled = {number for number, standing in known.items() if standing.settled}
    return [located for located in as_marked(found, known) if located.item.id not in settled]


def _found_again(lost: Sequence[Mark], candidates: Sequence[Due]) -> dict[str, MarkStatus]:
    """The marks whose deadline is gone, on the one of the same document that says nearly the same."""
    found: dict[str, MarkStatus] = {}
    for mark in lost:
        same = [
            located
            for located in candidates
            if _of_same_document(mark, located) and located.item.id not in found
        ]
        present = [(located.item.task, located.item.sentence) for located in same]
        place = find_changed((mark.task, mark.sentence), present)
        if place is not None:
            found[same[place].item.id] = MarkStatus(mark, changed=True)
    return found


def _of_same_document(mark: Mark, one: Due) -> bool:
    """A file may have been renamed, or its title corrected."""
    return one.document.path == mark.path or one.document.title == mark.title


def _as_said(one: Due, standing: MarkStatus | None) -> Due:
    if standing is None or standing.changed:
        return one
    item, assignee = one.item, standing.mark.assignee
    if standing.postponed:
        item = replace(item, start=None, end=standing.mark.until)
    if assignee and assignee not in item.bodies:
        item = replace(item, bodies=(*item.bodies, assignee))
    return one if item is one.item else replace(one, item=item)
