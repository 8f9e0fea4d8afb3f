"""`jianda run`: the Telegram bot."""

from __future__ import annotations

import click

from bot.cli.commands.options import configured
from bot.config.config import Config
from bot.serving.run import serve


@click.command("run")
@configured
def command(config: Config) -> None:
    """运行 Telegram 机器人。Run the Telegram bot."""
    serve(config)
