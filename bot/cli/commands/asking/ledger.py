"""`jianda ledger`: the tasks of the corpus with how each stands, as a table, CSV, JSON or a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from bot.cli.commands.asking.deadlines import standings_of
from bot.cli.commands.options import with_config, with_filters, with_word_filter
from bot.cli.output.ledger_rows import LEDGER_COLUMNS, ledger_cells
from bot.cli.output.nothing_found import nothing_found
from bot.cli.output.tables import Form, print_lines, print_reasons, print_rows
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.ledger.records import row_json
from bot.ledger.rows import LedgerRow, rows_of
from bot.marks.selection import MarkFilter
from bot.messages import CHINESE
from bot.opening import open_knowledge
from bot.rendering.json import dump
from knowledge.filters.filters import Filters

PATH = click.Path(path_type=Path)


@click.command("ledger")
@click.option("--xlsx", type=PATH, help="写成 Excel 台账，不再列出")
@click.option("--docx", type=PATH, help="写成签收单（Word），不再列出")
@with_config
@with_word_filter
@with_filters
def command(
    config: Config,
    filters: Filters,
    asked: MarkFilter,
    form: Form,
    xlsx: Path | None,
    docx: Path | None,
) -> None:
    """督办台账，可以用词筛选，例如：民政局 逾期。The ledger of tasks and how each stands."""
    knowledge, today = open_knowledge(config), config.clock.today()
    known, every = standings_of(config, knowledge), knowledge.deadlines(filters)
    found = asked.chosen(every, known, today)
    if not found:
        print_reasons(nothing_found(asked.rest, every, today))
    rows = rows_of(found, known, today)
    _write(rows, config, xlsx, docx)
    if not (xlsx or docx):
        _list(rows, config, form)


def _write(rows: Sequence[LedgerRow], config: Config, xlsx: Path | None, docx: Path | None) -> None:
    """Writes the files that are asked for."""
    title, today = CHINESE.ledger.title, config.clock.today()
    if xlsx:
        from bot.ledger.workbook import workbook

        xlsx.write_bytes(workbook(rows, title, CHINESE, today, config.time_zone))
        echo(str(xlsx))
    if docx:
        from bot.ledger.signing_sheet import signing_sheet

        docx.write_bytes(signing_sheet(rows, title, CHINESE, today))
        echo(str(docx))


def _list(rows: Sequence[LedgerRow], config: Config, form: Form) -> None:
    if form == "json":
        print_lines(dump(row_json(row, config.time_zone)) for row in rows)
    else:
        cells = [ledger_cells(row, config.clock.today(), config.time_zone) for row in rows]
        print_rows(LEDGER_COLUMNS, cells, form)
