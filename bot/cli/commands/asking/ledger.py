"""`jianda ledger`: the tasks of the corpus with how each stands, as a table, CSV, JSON or a workbook."""

from __future__ import annotations

from collections.abc import Sequence

import click

from bot.cli.commands.asking.deadlines import standings_of
from bot.cli.commands.options import configured, filtered, worded
from bot.cli.output.ledger_rows import LEDGER_COLUMNS, ledger_cells
from bot.cli.output.nothing_found import nothing_found
from bot.cli.output.tables import Form, print_lines, print_reasons, print_rows
from bot.config.config import Config
from bot.ledger.records import row_json
from bot.ledger.rows import LedgerRow, rows_of
from bot.marks.selection import MarkFilter
from bot.opening import open_knowledge
from bot.rendering.json import dump
from knowledge.filters.filters import Filters


@click.command("ledger")
@configured
@worded
@filtered
def command(config: Config, filters: Filters, asked: MarkFilter, form: Form) -> None:
    """督办台账，可以用词筛选，例如：民政局 逾期。The ledger of tasks and how each stands."""
    knowledge, today = open_knowledge(config), config.clock.today()
    known, every = standings_of(config, knowledge), knowledge.deadlines(filters)
    found = asked.chosen(every, known, today)
    if not found:
        print_reasons(nothing_found(asked.rest, every, today))
    _list(rows_of(found, known, today), config, form)


def _list(rows: Sequence[LedgerRow], config: Config, form: Form) -> None:
    if form == "json":
        print_lines(dump(row_json(row, config.time_zone)) for row in rows)
    else:
        cells = [ledger_cells(row, config.clock.today(), config.time_zone) for row in rows]
        print_rows(LEDGER_COLUMNS, cells, form)
