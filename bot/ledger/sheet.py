"""The rows of a ledger that comes back as a workbook, as text, each with its number in the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.errors import TableUnreadable
from bot.ledger.columns import Key
from bot.messages import CHINESE, ENGLISH
from bot.rendering.escaping.spreadsheet import unguarded
from loaders.isolation.frames import Json
from loaders.isolation.sandbox import ResourceLimits
from loaders.isolation.workers import Job, Workers

MOST_ROWS = 20_000
WORKBOOK = b"PK\x03\x04"
LIMITS = ResourceLimits(processor=30, wall=60.0, output=64 << 20)
HEADER_WITHIN = 10  # rows: somebody may have put a title above the header
NEEDED: tuple[Key, ...] = ("state", "id", "version")
HEADINGS: Mapping[str, Key] = {
    heading: key  # type: ignore[misc]
    for words in (CHINESE, ENGLISH)
    for key, heading in words.ledger.columns.items()
}
Sheet = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its number as Excel counts, and its cells by their columns; a column that was deleted is not there."""

    number: int
    cells: Mapping[Key, str]


def sheet_rows(content: bytes) -> list[SheetRow] | None:
    """The rows of a workbook that is a ledger, None where it is something else; raises TableUnreadable."""
    if not content.startswith(WORKBOOK):
        return None
    for sheet in _sheets(content):
        if rows := list(_rows(sheet)):
            return rows
    return None


def _sheets(content: bytes) -> Sequence[Sheet]:
    with Workers("bot.ledger.sheet_worker", 1, LIMITS) as workers:
        jobs = [Job({"rows": MOST_ROWS + 1}, content, fresh=True)]
        answers = workers.run(lambda: jobs.pop() if jobs else None, lambda: None)
        answer: Json = next(answer for _, answer in answers)
    if error := answer.get("error"):
        raise TableUnreadable("ledger_large" if error == "large" else "ledger_damaged")
    sheets: Sequence[Sheet] = answer["sheets"]
    return sheets


def _rows(sheet: Sheet) -> Iterator[SheetRow]:
    header = next((at for at, row in enumerate(sheet[:HEADER_WITHIN]) if _is_header(row)), None)
    if header is None:
        return
    if len(sheet) > MOST_ROWS:
        raise TableUnreadable("ledger_large")
    keys = {at: HEADINGS[name.strip()] for at, name in enumerate(sheet[header]) if name.strip() in HEADINGS}
    for number, row in enumerate(sheet[header + 1 :], header + 2):
        if any(cell.strip() for cell in row):
            yield SheetRow(number, {key: unguarded(row[at]).strip() for at, key in keys.items()})


def _is_header(row: Sequence[str]) -> bool:
    keys = {HEADINGS.get(name.strip()) for name in row}
    return all(key in keys for key in NEEDED)
