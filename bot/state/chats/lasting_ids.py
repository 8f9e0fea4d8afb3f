"""Lasting ids: the id that a deadline had first, which holds over a corrected figure, a moved day, a renamed file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from bot.state.storage.database import StateDatabase
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

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock
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
        present_ids = set(present.values())
        earlier = (gone for gone in self._known.values() if gone.deadline not in present_ids)
        return {gone.deadline: present[gone.lasting] for gone in earlier if gone.lasting in present}

    def _read(self) -> None:
        rows = self._database.rows(
            "SELECT deadline, lasting, path, title, task, sentence FROM lasting_ids ORDER BY rowid"
        )
        self._known = {row["deadline"]: KnownDeadline(**row) for row in rows}

    def _follow(self, every: Sequence[Located[Deadline]]) -> None:
        """Takes up what is new. Another program may have done so meanwhile: so the file is read again first."""
        with self._database.writing(repeatable=True) as db:
            self._read()
            present = {located.item.id for located in every}
            new = [located for located in every if located.item.id not in self._known]
            again = _found_again(_lost(self._known.values(), present), new)
            known_deadlines = [
                self._known.get(located.item.id) or _known(located, again) for located in every
            ]
            at = self._clock()
            rows = ({**asdict(known_deadline), "at": at} for known_deadline in known_deadlines)
            db.insert_all("lasting_ids", rows, replace=True)
            db.execute("DELETE FROM lasting_ids WHERE at <= ?", [at - KEPT])
        self._read()


def _known(located: Located[Deadline], again: Mapping[str, str]) -> KnownDeadline:
    item, document = located.item, located.document
    lasting = again.get(item.id, item.id)
    return KnownDeadline(item.id, lasting, document.path, document.title, item.task, item.sentence)


def _lost(earlier: Iterable[KnownDeadline], present: set[str]) -> list[KnownDeadline]:
    """The deadlines that are gone and that no present one goes on."""
    every = list(earlier)
    held = {known_deadline.lasting for known_deadline in every if known_deadline.deadline in present}
    return list(
        {
            known_deadline.lasting: known_deadline
            for known_deadline in every
            if known_deadline.lasting not in held
        }.values()
    )


def _found_again(lost: Sequence[KnownDeadline], new: Sequence[Located[Deadline]]) -> dict[str, str]:
    """The lasting ids of the new deadlines that are lost ones with some changes, the most alike first."""
    pairs = sorted(
        (-_likeness(earlier, located), at, place)
        for at, earlier in enumerate(lost)
        for place, located in enumerate(new)
        if _of_same_document(earlier, located)
    )
    lasting_ids: dict[str, str] = {}
    used: set[int] = set()
    for likeness, at, place in pairs:
        number = new[place].item.id
        if -likeness >= ALIKE and at not in used and number not in lasting_ids:
            lasting_ids[number] = lost[at].lasting
            used.add(at)
    return lasting_ids


def _likeness(earlier: KnownDeadline, located: Located[Deadline]) -> float:
    return changed_likeness((earlier.task, earlier.sentence), (located.item.task, located.item.sentence))


def _of_same_document(earlier: KnownDeadline, located: Located[Deadline]) -> bool:
    """A file may have been renamed, or its title corrected."""
    return located.document.path == earlier.path or located.document.title == earlier.title
