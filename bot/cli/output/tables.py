"""Listings of the command line: a table on a terminal, lines with tabs in a pipe, CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import click

from bot.cli.output.terminal import echo
from bot.rendering.escaping.spreadsheet import guarded
from bot.rendering.escaping.terminal import printable

BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for the code page of the machine
GAP = 2  # columns of the terminal between two of the table
NARROWEST = 16  # what a column that shares gets at least

Form = Literal["people", "json", "csv"]
"""For whom a listing is printed."""
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and either its width or, with `share`, its part of what the others leave."""

    heading: str
    width: int = 0
    share: int = 0


def table(columns: Sequence[Column], rows: Rows, width: int = 0) -> str:
    """A table as wide as the terminal, or of a width in its columns; a Chinese character takes two of them."""
    from tabulate import tabulate  # takes a twentieth of a start

    left = (width or shutil.get_terminal_size((100, 24)).columns) - GAP * (len(columns) - 1)
    left -= sum(column.width for column in columns)
    shares = sum(column.share for column in columns)
    widths = [column.width or max(NARROWEST, left * column.share // shares) for column in columns]
    return str(
        tabulate(
            list(map(_cells, rows)), _headings(columns), "simple", maxcolwidths=widths, disable_numparse=True
        )
    )


def tabbed(rows: Rows) -> str:
    """A line a row, its cells with tabs between."""
    return "\n".join("\t".join(_cells(row)) for row in rows)


def csv_text(columns: Sequence[Column], rows: Rows) -> str:
    """The rows as CSV (RFC 4180) that Excel opens with its Chinese right, and in which it sees no formula."""
    written = io.StringIO()
    csv.writer(written).writerows([_headings(columns), *([guarded(cell) for cell in row] for row in rows)])
    return BYTE_ORDER_MARK + written.getvalue()


def print_lines(lines: Iterable[str]) -> None:
    """Prints lines as they come."""
    for row in lines:
        echo(row)


def print_reasons(lines: Iterable[str]) -> None:
    """Prints on standard error why a listing is empty, so that it stays empty for the next program."""
    for row in lines:
        echo(row, err=True)


def print_rows(columns: Sequence[Column], rows: Rows, form: Form) -> None:
    """Prints a table on a terminal, elsewhere lines with tabs; or CSV."""
    if form == "csv":
        click.echo(csv_text(columns, rows), nl=False)
    elif not rows:
        echo("没有找到。（Nothing found.）", err=True)
    else:
        echo(table(columns, rows) if sys.stdout.isatty() else tabbed(rows))


def _cells(row: Sequence[str]) -> list[str]:
    """The cells of a row, each in one line."""
    return [printable(" ".join(cell.split())) for cell in row]


def _headings(columns: Sequence[Column]) -> list[str]:
    return [column.heading for column in columns]
