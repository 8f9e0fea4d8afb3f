"""A row of the ledger as other programs read it (docs/json.md)."""

from __future__ import annotations

import datetime as dt

from bot.ledger.rows import LedgerRow
from bot.rendering.json import Json, deadline_json


def row_json(row: LedgerRow, zone: dt.tzinfo) -> Json:
    """The deadline with its number, how it stands, its day, who does it, and what was last reported."""
    return {
        "number": row.number,
        "state": row.state,
        "due": row.day.isoformat() if row.day else None,
        "lead": list(row.lead),
        "support": list(row.support),
        "persons": list(row.persons),
        "assignee": row.assignee,
        "report": _report(row, zone),
        "deadline": deadline_json(row.due),
    }


def _report(row: LedgerRow, zone: dt.tzinfo) -> Json | None:
    if row.standing is None or not row.report:
        return None
    mark = row.standing.mark
    return {
        "text": mark.note,
        "name": mark.name,
        "at": dt.datetime.fromtimestamp(mark.at, zone).isoformat(),
        "changed": row.standing.changed,
    }
