"""`jianda topics`: the topics of the corpus."""

from __future__ import annotations

import click

from bot.chat.topic_keys import topics_typed
from bot.cli.commands.options import with_config, with_filters
from bot.cli.output.listings import topic_line
from bot.cli.output.tables import print_lines
from bot.config.config import Config
from bot.opening import open_knowledge
from bot.rendering.json import dump, topic_json
from knowledge.filters.filters import Filters


@click.command("topics")
@with_config
@click.argument("words", nargs=-1)
@with_filters
def command(config: Config, filters: Filters, words: tuple[str, ...], as_json: bool) -> None:
    """语料里的主题，可以只看一个，例如：托育。The topics of the corpus."""
    every = open_knowledge(config).topics(filters)
    named = topics_typed(" ".join(words), [topic.name for topic in every]) if words else None
    topics = [topic for topic in every if named is None or topic.name in named]
    print_lines(dump(topic_json(topic)) if as_json else topic_line(topic) for topic in topics)
