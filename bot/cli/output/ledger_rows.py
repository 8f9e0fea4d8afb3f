"""The rows of the ledger, as the command line lists them."""

from __future__ import annotations

import datetime as dt

from bot.cli.output.tables import Column
from bot.ledger.rows import LedgerRow
from bot.ledger.wording import report_line
from bot.messages import CHINESE
from bot.rendering.citations import source
from bot.rendering.dates import days_left

LEDGER_COLUMNS = (
    Column("序号", width=4),
    Column("状态", width=10),
    Column("时限", width=10),
    Column("还有", width=14),
    Column("任务", share=4),
    Column("牵头", share=2),
    Column("配合", share=2),
    Column("责任人", width=8),
    Column("反馈", share=2),
    Column("出处", share=3),
)


def ledger_cells(row: LedgerRow, today: dt.date, zone: dt.tzinfo) -> list[str]:
    """The number, how the task stands, its day and how far off that is, the task, who does it, the last report, the
    citation."""
    return [
        str(row.number),
        CHINESE.ledger.states[row.state],
        row.day.isoformat() if row.day else row.due.item.phrase,
        "" if row.is_settled else days_left(row.due.item, today, CHINESE),
        row.due.item.task,
        *("、".join(names) for names in (row.lead, row.support, row.persons)),
        report_line(row, CHINESE, zone),
        source(row.due.document, row.due.section, CHINESE),
    ]
