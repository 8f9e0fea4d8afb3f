"""`jianda import`: a table of the teaching is taken over."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bot.cli.commands.editing.workspace import carry_out, dry, workspace_of
from bot.cli.commands.options import with_config
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.teaching.csv_table import bad_row_line, imported, rows_line


@click.command("import")
@click.argument("table", type=click.Path(path_type=Path))
@dry
@with_config
def command(config: Config, table: Path, dry_run: bool) -> None:
    """启用一个 CSV 里教的；坏行逐行说明。Take over a CSV; each bad row is named."""
    with workspace_of(config) as workspace:
        says = workspace.words.teaching
        imported_table = imported(table.read_bytes(), workspace.knowledge)
        for row in imported_table.bad:
            echo(bad_row_line(row, says), err=True)
        echo(rows_line(imported_table, says))
        carry_out(workspace, "import", imported_table.revision, dry_run)
    if imported_table.bad:
        sys.exit(1)
