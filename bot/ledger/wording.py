"""A row of the ledger in words: how it stands and when it is due, who does it, what was reported."""

from __future__ import annotations

import datetime as dt

from bot.ledger.rows import LedgerRow
from bot.messages import Messages
from bot.rendering.dates import day_in_words, days_left
from bot.rendering.markup import visible


def state_line(row: LedgerRow, today: dt.date, words: Messages) -> str:
    """How a task stands, its day, and how far off that is while something is left to do."""
    day = day_in_words(row.day, words) if row.day else visible(row.due.item.phrase)
    left = "" if row.is_settled else days_left(row.due.item, today, words)
    return " ".join(filter(None, (words.ledger.states[row.state], day, left)))


def bodies_line(row: LedgerRow, words: Messages) -> str:
    """Who leads, who supports, which persons see to it; empty where the text names nobody."""
    say = words.ledger
    parts = ((say.lead, row.lead), (say.support, row.support), (say.persons, row.persons))
    named = (text.format(names=say.between_names.join(names)) for text, names in parts if names)
    return say.between_parts.join(named)


def report_line(row: LedgerRow, words: Messages, zone: dt.tzinfo) -> str:
    """What was last reported, by whom and when; empty for nothing."""
    if row.standing is None or not row.report:
        return ""
    mark, say = row.standing.mark, words.ledger
    day = day_in_words(dt.datetime.fromtimestamp(mark.at, zone).date(), words)
    text = say.report if mark.name else say.report_nobody
    changed = words.marks.changed if row.standing.changed else ""
    return changed + text.format(text=mark.note, name=mark.name, date=day)
