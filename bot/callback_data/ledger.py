"""The buttons of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from bot.callback_data.browsing import ListDeadlines
from bot.callback_data.codec import CallbackData, FirstPage, Id, Key, Words

SheetForm = Literal["x", "d"]
"""A ledger as a file: a workbook, or a sheet to be signed."""
FROM_LEDGER = "#"  # before the words that a deadline carries: it was opened from a ledger


@dataclass(frozen=True, slots=True)
class ListLedger(CallbackData):
    """A page of the ledger that some words ask for."""

    layout: ClassVar[str] = "L:{page}:{words}"
    page: FirstPage = None
    words: Words = ""


@dataclass(frozen=True, slots=True)
class SendLedger(CallbackData):
    """The ledger that some words ask for, as a file."""

    layout: ClassVar[str] = "Ls:{form}:{words}"
    form: SheetForm
    words: Words = ""


@dataclass(frozen=True, slots=True)
class ChooseTask(CallbackData):
    """Of which task a report is that waits under a key."""

    layout: ClassVar[str] = "Lq:{deadline}:{key}"
    deadline: Id
    key: Key


@dataclass(frozen=True, slots=True)
class DecideReport(CallbackData):
    """Confirms a report (y), turns it down (n), or takes back what it brought about (u)."""

    layout: ClassVar[str] = "Lr:{decision}:{key}"
    decision: Literal["y", "n", "u"]
    key: Key


def list_behind(page: int | None, words: str) -> ListDeadlines | ListLedger:
    """The list from which a deadline was opened."""
    if words.startswith(FROM_LEDGER):
        return ListLedger(page, words.removeprefix(FROM_LEDGER))
    return ListDeadlines(page, words)
