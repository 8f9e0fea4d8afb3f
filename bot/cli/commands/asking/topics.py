"""`jianda topics`: the topics of the corpus."""

from __future__ import annotations

import click

from bot.cli.commands.options import with_config, with_filters
from bot.cli.output.listings import topic_line
from bot.cli.output.tables import print_lines
from bot.config.config import Config
from bot.opening import open_knowledge
from bot.rendering.json import dump, topic_json
from knowledge.filters.filters import Filters


@click.command("topics")
@with_config
@with_filters
def command(config: Config, filters: Filters, as_json: bool) -> None:
    """语料里的主题。The topics of the corpus."""
    topics = open_knowledge(config).topics(filters)
    print_lines(dump(topic_json(topic)) if as_json else topic_line(topic) for topic in topics)
