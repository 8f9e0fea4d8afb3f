"""`jianda deadlines`: the deadlines of the corpus, as a table, CSV, JSON, a calendar or pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from bot.cli.commands.asking.deadline_files import write_calendar, write_pictures
from bot.cli.commands.options import with_config, with_filters, with_word_filter
from bot.cli.output.deadline_rows import marked_json, marked_table, spread_table
from bot.cli.output.nothing_found import nothing_found
from bot.cli.output.tables import Form, print_lines, print_reasons, print_rows
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.marks.selection import MarkFilter
from bot.marks.status import NONE, Due, Standings, as_marked, standings, still_open
from bot.opening import open_knowledge, open_state
from bot.rendering.json import dump
from knowledge.filters.filters import Filters
from knowledge.knowledge_base import KnowledgeBase


@click.command("deadlines")
@click.option("--all", "every_kind", is_flag=True, help="也列出定期的、模糊的和以事件为准的时限")
@click.option("--ics", type=click.Path(path_type=Path), help="写成日历文件，不再列出")
@click.option(
    "--picture", type=click.Path(path_type=Path), help="画成图（PNG），不再列出；几张图时文件名加序号"
)
@with_config
@with_word_filter
@with_filters
def command(
    config: Config,
    filters: Filters,
    asked: MarkFilter,
    form: Form,
    every_kind: bool,
    ics: Path | None,
    picture: Path | None,
) -> None:
    """语料里的时限，可以用词筛选，例如：医共体 下月。The deadlines of the corpus."""
    knowledge, today = open_knowledge(config), config.clock.today()
    statuses = standings_of(config, knowledge)
    every = knowledge.deadlines(filters, every_kind)
    fitting = asked.chosen(every, statuses, today)
    if not fitting:
        print_reasons(nothing_found(asked.rest, every, today))
    if ics:
        with open_state(config) as state:
            echo(write_calendar(knowledge, as_marked(fitting, statuses), ics, statuses, state))
    if picture:
        print_lines(map(str, write_pictures(still_open(fitting, statuses), today, picture)))
    if not (ics or picture):
        _list(every, fitting, statuses, config, form)


def _list(
    every: Sequence[Due], fitting: Sequence[Due], statuses: Standings, config: Config, form: Form
) -> None:
    if form == "json":
        print_lines(map(dump, marked_json(every, fitting, statuses, config.time_zone)))
    else:
        tabled = spread_table if form == "csv" else marked_table
        print_rows(*tabled(fitting, statuses, config.clock.today(), config.time_zone), form)


def standings_of(config: Config, knowledge: KnowledgeBase) -> Standings:
    """What was said of the deadlines."""
    if not config.has_state:
        return NONE
    with open_state(config) as state:
        return standings(knowledge.deadlines(), state.marks.current)
