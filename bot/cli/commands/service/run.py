"""`jianda run`: the Telegram bot."""

from __future__ import annotations

import click

from bot.cli.commands.options import with_config
from bot.config.config import Config
from bot.serving.run import serve


@click.command("run")
@with_config
def command(config: Config) -> None:
    """运行 Telegram 机器人。Run the Telegram bot."""
    serve(config)
