"""What every store works with: a database that is read, and changed in transactions, whichever engine holds it.

The stores write SQL that SQLite and PostgreSQL both speak, with `?` for each value; what the two say differently
(putting a row in the place of another, the number that a new row was given) is a method of the transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

PATIENCE = 2.0  # seconds to wait for another program that writes

Row = dict[str, Any]
Values = Sequence[object]
Together = Callable[[bool], AbstractContextManager[None]]


class Transaction(Protocol):
    """A change that is made whole or not at all."""

    def execute(self, sql: str, values: Values = ()) -> int:
        """Carries a statement out and says how many rows it has added, changed or erased."""

    def execute_all(self, sql: str, values: Iterable[Values]) -> None:
        """Carries a statement out once for each list of values."""

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """The rows that a SELECT finds."""

    def insert(self, table: str, row: Mapping[str, object], replace: bool = False) -> None:
        """Adds a row; with `replace` in the place of the one that has its key, as if that had never been."""

    def insert_all(self, table: str, rows: Iterable[Mapping[str, object]], replace: bool = False) -> None:
        """Adds rows of the same columns, in their order."""

    def insert_numbered(self, table: str, row: Mapping[str, object]) -> int:
        """Adds a row to a table that numbers its rows, and gives the number; no number is given twice."""

    def number_after(self, table: str, last: int) -> None:
        """Lets the numbers of a table go on after one that was given elsewhere."""


class StateDatabase(Protocol):
    """The database of what people made; safe to use from any thread.

    Raises StateDamaged, StateTooNew or StateUnusable, when opened and later.
    """

    @property
    def is_gone(self) -> bool:
        """Whether it was deleted, moved or replaced since it was opened."""

    @property
    def is_shared(self) -> bool:
        """Whether several replicas of the bot may work on it at once."""

    @property
    def number(self) -> int:
        """What tells this program from the others that work on it; another number once its line was lost."""

    def living(self) -> frozenset[int]:
        """The numbers of the programs that work on it, where it is shared."""

    def term(self) -> int | None:
        """The number of the time in which this program sees to what one alone may see to; None while another does.

        Who begins a time of its own may take it that nobody else is in the midst of such a thing any more.
        """

    def writing(
        self, repeatable: bool = False, synced: bool = True, heard: bool = True
    ) -> AbstractContextManager[Transaction]:
        """A transaction; no other program and no other thread changes anything meanwhile.

        With the change is noted which update made it, so that a crash does not let it be made twice, and it is refused
        once another program may have taken that update over; a change that may be made twice is `repeatable`. One that
        is not `synced` outlives the program, but not a loss of power. One that is not `heard` is of nothing that
        another program keeps in memory, which so need not read again.
        """

    @property
    def together(self) -> Together | None:
        """What makes one transaction of all the changes of a block, synced or not; None where each is one of its own."""

    def snapshot(self) -> AbstractContextManager[Transaction]:
        """What stands at one moment, to be read alone, while other programs go on writing."""

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """The rows that a SELECT finds."""

    def last_numbers(self) -> dict[str, int]:
        """The last number that each table gave which numbers its rows, also to rows that are gone."""

    def version(self) -> Hashable:
        """What is another value once another program has changed something."""

    def scrub(self, patience: float = PATIENCE) -> bool:
        """Leaves nothing of what was erased beside the tables; False when another program reads on it for longer than
        so many seconds."""

    def restore(self) -> None:
        """Puts one that is gone back as it was when it was lost."""

    def begin_anew(self) -> None:
        """Puts an empty one in the place of one that is gone."""

    def close(self) -> None:
        """Closes it."""
