"""`jianda audit`: who changed what, and when."""

from __future__ import annotations

import click

from bot.cli.commands.options import with_config
from bot.cli.output.tables import print_lines
from bot.config.config import Config
from bot.messages import CHINESE
from bot.opening import open_state
from bot.pages.audit import entry_json, entry_line
from bot.rendering.json import dump


@click.command("audit")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="最多多少条，新的在前")
@click.option("--json", "as_json", is_flag=True, help="每行一个 JSON 对象")
@with_config
def command(config: Config, limit: int, as_json: bool) -> None:
    """谁在什么时候改了什么。Who changed what, and when."""
    zone = config.time_zone
    with open_state(config) as state:
        entries = state.audit.entries(limit)
    print_lines(
        dump(entry_json(audit_entry, zone)) if as_json else entry_line(audit_entry, CHINESE, zone)
        for audit_entry in entries
    )
