"""Cells that no spreadsheet takes for a formula (OWASP, CSV Injection), and what they were."""

from __future__ import annotations

# Excel takes a cell that begins so for a formula; one with an apostrophe is guarded too, so that taking the guard off
# gives back what was there.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + cell if cell.startswith(_FORMULA) else cell


def unguarded(cell: str) -> str:
    """A cell without its guard."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
