"""`jianda status`: where things are, what is loaded, and what is wrong with the set-up."""

from __future__ import annotations

import click

from bot.cli.commands.options import with_config
from bot.cli.output.tables import print_lines
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.opening import open_knowledge
from bot.pages.status import knowledge_lines, setup_lines, setup_warnings


@click.command("status")
@with_config
def command(config: Config) -> None:
    """知识库的状况，以及设置中的问题。The knowledge base and what is wrong with the set-up."""
    print_lines(setup_lines(config))
    for warning in setup_warnings(config):
        echo(warning, err=True)
    print_lines(knowledge_lines(open_knowledge(config), config))
