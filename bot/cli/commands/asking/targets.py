"""`jianda targets`: the goals with values, the same indicator of several documents side by side."""

from __future__ import annotations

from itertools import chain

import click

from bot.cli.commands.options import configured, filtered, worded
from bot.cli.output.listings import TARGET_COLUMNS, target_row
from bot.cli.output.nothing_found import nothing_found
from bot.cli.output.tables import Form, print_lines, print_reasons, print_rows
from bot.config.config import Config
from bot.marks.selection import MarkFilter
from bot.opening import open_knowledge
from bot.rendering.json import dump, target_json
from knowledge.filters.filters import Filters
from knowledge.filters.indicator_groups import side_by_side


@click.command("targets")
@configured
@worded
@filtered
def command(config: Config, filters: Filters, asked: MarkFilter, form: Form) -> None:
    """语料里的指标，可以用词筛选，例如：签约率 2027年。The targets of the corpus."""
    every, today = open_knowledge(config).targets(filters), config.clock.today()
    found = asked.rest.chosen(every, today)
    if not found:
        print_reasons(nothing_found(asked.rest, every, today))
    if form == "json":
        print_lines(dump(target_json(located)) for located in found)
    else:
        rows = list(map(target_row, chain.from_iterable(side_by_side(found))))
        print_rows(TARGET_COLUMNS, rows, form)
