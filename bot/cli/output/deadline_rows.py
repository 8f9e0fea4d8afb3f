"""Deadlines with what was said of them, as the command line lists them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from bot.cli.output.listings import DEADLINE_COLUMNS, PLACE_COLUMNS, deadline_row, place_cells
from bot.cli.output.tables import Column
from bot.marks.status import Due, MarkStatus, Standings
from bot.marks.wording import mark_line
from bot.messages import CHINESE
from bot.rendering.json import Json, deadline_json

MARK = Column("标记", share=2)
LEFT = next(place for place, column in enumerate(DEADLINE_COLUMNS) if column.heading == "还有")


def marked_json(
    every: Sequence[Due], fitting: Sequence[Due], statuses: Standings, zone: dt.tzinfo
) -> Iterator[Json]:
    """Those of all deadlines that were found, each with the day that the text sets; `mark` is there where something
    was said of it, and holds the day to which it was postponed."""
    printed = {located.item.id: located for located in every}
    for number in (located.item.id for located in fitting):
        yield deadline_json(printed[number]) | (
            {"mark": _mark(statuses[number], zone)} if number in statuses else {}
        )


def marked_table(
    deadlines: Sequence[Due], statuses: Standings, today: dt.date, zone: dt.tzinfo
) -> tuple[tuple[Column, ...], list[list[str]]]:
    """The columns and rows of some deadlines; what was said of them is the last column, where anything was."""
    if not any(located.item.id in statuses for located in deadlines):
        return DEADLINE_COLUMNS, [deadline_row(located, today) for located in deadlines]
    rows = [_row(located, statuses.get(located.item.id), today, zone) for located in deadlines]
    return (*DEADLINE_COLUMNS, MARK), rows


def spread_table(
    deadlines: Sequence[Due], statuses: Standings, today: dt.date, zone: dt.tzinfo
) -> tuple[tuple[Column, ...], list[list[str]]]:
    """The same for a spreadsheet, with the place and the citation of each deadline."""
    columns, rows = marked_table(deadlines, statuses, today, zone)
    return (*columns, *PLACE_COLUMNS), [
        [*row, *place_cells(located)] for row, located in zip(rows, deadlines, strict=True)
    ]


def _row(located: Due, standing: MarkStatus | None, today: dt.date, zone: dt.tzinfo) -> list[str]:
    row = deadline_row(located, today)
    if standing and standing.settled:
        row[LEFT] = ""
    return [*row, mark_line(standing, CHINESE, zone) if standing else ""]


def _mark(standing: MarkStatus, zone: dt.tzinfo) -> Json:
    mark = standing.mark
    return {
        "status": mark.status,
        "until": mark.until.isoformat() if mark.until else None,
        "note": mark.note,
        "name": mark.name,
        "at": dt.datetime.fromtimestamp(mark.at, zone).isoformat(),
        "changed": standing.changed,
    }
