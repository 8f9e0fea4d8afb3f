"""What a table of the teaching would change, and what is wrong with it, in words."""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages.teaching import TeachingWords
from bot.teaching.csv_table import BadRow, Import

BAD_TOLD = 10  # rows


def report_lines(found: Import, says: TeachingWords) -> Iterator[str]:
    """What a table would change, and each row of it that cannot be used."""
    yield rows_line(found, says)
    if found.bad:
        yield says.import_bad.format(count=len(found.bad))
        yield from (bad_row_line(row, says) for row in found.bad[:BAD_TOLD])
    if len(found.bad) > BAD_TOLD:
        yield says.import_more.format(count=len(found.bad) - BAD_TOLD)


def rows_line(found: Import, says: TeachingWords) -> str:
    """How many rows of each sort can be used."""
    made = found.revision
    counts = {"lessons": made.lessons, "synonyms": made.synonyms, "edits": made.edits}
    return says.import_rows.format(**{name: len(rows) for name, rows in counts.items()})


def bad_row_line(row: BadRow, says: TeachingWords) -> str:
    """A row that cannot be used, and why."""
    return f"{row.number}: {says.bad_rows[row.reason]}（{row.text}）"
