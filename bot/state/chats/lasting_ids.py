"""Lasting ids: the id that a deadline had first, which holds over a corrected figure, a moved day, a renamed file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from bot.state.storage.database import StateFile
from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.filters import Located
from knowledge.query.similarity import ALIKE, changed_likeness

KEPT = 400 * 86_400  # seconds for which a deadline that is gone may come back under other words


@dataclass(frozen=True, slots=True)
class KnownDeadline:
    """A deadline as it was seen: its id, its lasting id, and the words by which it is found again."""

    deadline: str
    lasting: str
    path: str
    title: str
    task: str
    sentence: str


class LastingIds:
    """The deadlines that were ever seen; what is new is told from what is only worded anew."""

    def __init__(self, file: StateFile, clock: Callable[[], float]) -> None:
        self._file, self._clock = file, clock
        self._known: dict[str, KnownDeadline] = {}
        self._read()

    def of(self, every: Sequence[Located[Deadline]]) -> Mapping[str, str]:
        """The lasting ids of all deadlines of a knowledge base, each another, by their present ids."""
        present = [located.item.id for located in every]
        if any(number not in self._known for number in present):
            self._follow(every)
        lasting = {number: self._known[number].lasting for number in present}
        first = {number for number, own in lasting.items() if number == own}
        # A file that was renamed and then copied back: its deadlines have their ids again, the others their own.
        return {number: number if own in first else own for number, own in lasting.items()}

    def successors(self, every: Sequence[Located[Deadline]]) -> Mapping[str, str]:
        """The present ids of deadlines that were worded otherwise before, by the ids that they had then."""
        present = {lasting: number for number, lasting in self.of(every).items()}
        there = set(present.values())
        earlier = (known for known in self._known.values() if known.deadline not in there)
        return {known.deadline: present[known.lasting] for known in earlier if known.lasting in present}

    def _read(self) -> None:
        rows = self._file.rows(
            "SELECT deadline, lasting, path, title, task, sentence FROM lasting_ids ORDER BY rowid"
        )
        self._known = {row["deadline"]: KnownDeadline(**row) for row in rows}

    def _follow(self, every: Sequence[Located[Deadline]]) -> None:
        """Takes up what is new. Another program may have done so meanwhile: so the file is read again first."""
        with self._file.writing(repeatable=True) as db:
            self._read()
            there = {located.item.id for located in every}
            new = [located for located in every if located.item.id not in self._known]
            again = _found_again(_lost(self._known.values(), there), new)
            seen = [self._known.get(located.item.id) or _known(located, again) for located in every]
            at = self._clock()
            rows = ({**asdict(known), "at": at} for known in seen)
            db.table("lasting_ids").insert_all(rows, replace=True)
            db.execute("DELETE FROM lasting_ids WHERE at <= ?", [at - KEPT])
        self._read()


def _known(located: Located[Deadline], again: Mapping[str, str]) -> KnownDeadline:
    item, document = located.item, located.document
    lasting = again.get(item.id, item.id)
    return KnownDeadline(item.id, lasting, document.path, document.title, item.task, item.sentence)


def _lost(known: Iterable[KnownDeadline], there: set[str]) -> list[KnownDeadline]:
    """The deadlines that are gone and that no present one goes on."""
    every = list(known)
    held = {one.lasting for one in every if one.deadline in there}
    return list({one.lasting: one for one in every if one.lasting not in held}.values())


def _found_again(lost: Sequence[KnownDeadline], new: Sequence[Located[Deadline]]) -> dict[str, str]:
    """The lasting ids of the new deadlines that are lost ones with some changes, the most alike first."""
    pairs = sorted(
        (-_likeness(known, located), at, place)
        for at, known in enumerate(lost)
        for place, located in enumerate(new)
        if _of_same_document(known, located)
    )
    found: dict[str, str] = {}
    taken: set[int] = set()
    for likeness, at, place in pairs:
        number = new[place].item.id
        if -likeness >= ALIKE and at not in taken and number not in found:
            found[number] = lost[at].lasting
            taken.add(at)
    return found


def _likeness(known: KnownDeadline, located: Located[Deadline]) -> float:
    return changed_likeness((known.task, known.sentence), (located.item.task, located.item.sentence))


def _of_same_document(known: KnownDeadline, located: Located[Deadline]) -> bool:
    """A file may have been renamed, or its title corrected."""
    return located.document.path == known.path or located.document.title == known.title
