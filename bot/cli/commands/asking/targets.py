"""`jianda targets`: the goals with values, the same indicator of several documents side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import click

from bot.cli.commands.options import with_config, with_filters, with_word_filter
from bot.cli.output.listings import PLACE_COLUMNS, TARGET_COLUMNS, place_cells, target_row
from bot.cli.output.nothing_found import nothing_found
from bot.cli.output.tables import Form, print_lines, print_reasons, print_rows
from bot.config.config import Config
from bot.marks.selection import MarkFilter
from bot.opening import open_knowledge
from bot.rendering.json import dump, target_json
from knowledge.filters.filters import Filters, Located
from knowledge.filters.indicator_groups import side_by_side
from knowledge.targets.targets import Target


@click.command("targets")
@with_config
@with_word_filter
@with_filters
def command(config: Config, filters: Filters, asked: MarkFilter, form: Form) -> None:
    """语料里的指标，可以用词筛选，例如：签约率 2027年。The targets of the corpus."""
    every, today = open_knowledge(config).targets(filters), config.clock.today()
    fitting = asked.rest.chosen(every, today)
    if not fitting:
        print_reasons(nothing_found(asked.rest, every, today))
    if form == "json":
        print_lines(dump(target_json(located)) for located in fitting)
    else:
        _list(list(chain.from_iterable(side_by_side(fitting))), form)


def _list(targets: Sequence[Located[Target]], form: Form) -> None:
    if form == "csv":
        rows = [[*target_row(located), *place_cells(located)] for located in targets]
        print_rows((*TARGET_COLUMNS, *PLACE_COLUMNS), rows, form)
    else:
        print_rows(TARGET_COLUMNS, list(map(target_row, targets)), form)
