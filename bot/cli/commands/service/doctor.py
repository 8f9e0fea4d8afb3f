"""`jianda doctor`: everything that the bot needs is looked at, each with what to do."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from bot.cli.commands.options import with_places
from bot.cli.output.tables import print_lines
from bot.config.config import DEFAULT_FILE, Config, read_config
from bot.doctor.finding import Finding
from bot.doctor.machine import check_machine
from bot.doctor.setup import check_setup
from bot.errors import SetupFaulty
from bot.telegram.diagnosis import check_telegram

SUM = "良好 {ok}，可改进 {note}，要处理 {fault}（well, to improve, to mend）"


@click.command("doctor")
@with_places
def command(file: Path | None, corpus: Path | None, database: Path | None) -> None:
    """检查配置、令牌、代理、权限、磁盘、时钟、字体等，每项说明怎么办。Look at everything the bot needs."""
    config = read_config(file, {"corpus": corpus, "database": database}, os.environ)
    path = file or (DEFAULT_FILE if DEFAULT_FILE.is_file() else None)
    levels: Counter[str] = Counter()
    for finding in _findings(config, path):
        levels[finding.level] += 1
        print_lines([finding.line()])
    click.echo(SUM.format(**{level: levels[level] for level in ("ok", "note", "fault")}))
    if levels["fault"]:
        raise SetupFaulty


def _findings(config: Config, file: Path | None) -> Iterator[Finding]:
    yield from check_setup(config, file)
    yield from check_machine(config)
    yield from check_telegram(config)
