"""The options that commands share: where things are, and what of a listing is wanted.

What reads filters is imported by those commands alone that have them.
"""

from __future__ import annotations

import datetime as dt
import functools
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from bot.cli.output.tables import Form
from bot.config.config import Config, read_config

Command = Callable[..., Any]


def with_places(command: Command) -> Command:
    """Gives a command the options that every one has, as they are."""
    path = click.Path(path_type=Path)
    for option in (
        click.option("--database", type=path, help="知识库文件"),
        click.option("--corpus", type=path, help="语料文件夹"),
        click.option("--config", "file", type=path, help="配置文件，默认 config.toml"),
    ):
        command = option(command)
    return command


def with_config(command: Command) -> Command:
    """Gives a command the options that every one has, and the configuration they lead to."""

    @with_places
    @functools.wraps(command)
    def run(file: Path | None, corpus: Path | None, database: Path | None, **rest: Any) -> Any:
        return command(read_config(file, {"corpus": corpus, "database": database}, os.environ), **rest)

    return run


def with_word_filter(command: Command) -> Command:
    """Gives a listing its filter in plain words, with options for parts of it, and `--csv`."""

    @click.argument("words", nargs=-1)
    @click.option("--body", help="只看这个责任单位")
    @click.option("--overdue", is_flag=True, help="只看已过期的")
    @click.option("--within", type=click.IntRange(0), metavar="DAYS", help="只看多少天以内到期的")
    @click.option("--csv", "as_csv", is_flag=True, help="CSV，Excel 可以直接打开")
    @functools.wraps(command)
    def run(
        config: Config,
        words: tuple[str, ...],
        body: str | None,
        overdue: bool,
        within: int | None,
        as_csv: bool,
        as_json: bool,
        **rest: Any,
    ) -> Any:
        from bot.marks.selection import read

        if as_csv and as_json:
            raise click.UsageError("--json 和 --csv 只能用一个（either --json or --csv）")
        asked = read(" ".join(words))
        bodies = (*asked.rest.bodies, body) if body else asked.rest.bodies
        times = asked.rest.times if within is None else (*asked.rest.times, f"{within}天内")
        state = "overdue" if overdue else asked.rest.state
        form: Form = "csv" if as_csv else "json" if as_json else "people"
        narrowed = replace(asked.rest, bodies=bodies, times=times, state=state)
        return command(config, asked=replace(asked, rest=narrowed), form=form, **rest)

    return run


def with_filters(command: Command) -> Command:
    """Gives a listing its filters and `--json`."""
    day = click.DateTime(["%Y-%m-%d"])

    @click.option("--topic", help="只看这个主题")
    @click.option("--from", "since", type=day, help="不早于这一天")
    @click.option("--to", "until", type=day, help="不晚于这一天")
    @click.option("--document", help="只看这份文件（编号、路径或标题中的字）")
    @click.option("--json", "as_json", is_flag=True, help="每行一个 JSON 对象")
    @functools.wraps(command)
    def run(
        config: Config,
        topic: str | None,
        since: dt.datetime | None,
        until: dt.datetime | None,
        document: str | None,
        **rest: Any,
    ) -> Any:
        from knowledge.filters.filters import Filters

        first, last = since and since.date(), until and until.date()
        return command(config, Filters(topic, first, last, document), **rest)

    return run
