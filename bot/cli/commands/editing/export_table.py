"""`jianda export`: the teaching as a table."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.commands.editing.workspace import workspace_of
from bot.cli.commands.options import with_config
from bot.config.config import Config
from bot.teaching.csv_table import exported


@click.command("export")
@click.argument("table", required=False, type=click.Path(path_type=Path))
@with_config
def command(config: Config, table: Path | None) -> None:
    """把教过的导出成 CSV（Excel 能打开）。Export what was taught as CSV, to TABLE or standard output."""
    with workspace_of(config) as workspace:
        content = exported(workspace.knowledge.teaching)
    if table:
        table.write_bytes(content)
    else:
        click.echo(content, nl=False)
