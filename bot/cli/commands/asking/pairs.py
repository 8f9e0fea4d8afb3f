"""`jianda pairs`: the stored questions with their answers, for editors."""

from __future__ import annotations

import click

from bot.cli.commands.options import with_config
from bot.cli.output.listings import PAIR_COLUMNS, pair_row
from bot.cli.output.tables import Form, print_lines, print_rows
from bot.config.config import Config
from bot.opening import open_knowledge
from bot.rendering.json import dump, pair_json
from knowledge.filters.filters import Filters
from knowledge.store.records import PlacedPair
from knowledge.topic_page import subtopics_of_pairs


@click.command("pairs")
@with_config
@click.argument("words", nargs=-1)
@click.option("--topic", help="只看这个主题")
@click.option("--document", help="只看这份文件（编号、路径或标题中的字）")
@click.option("--json", "as_json", is_flag=True, help="每行一个 JSON 对象")
@click.option("--csv", "as_csv", is_flag=True, help="CSV，Excel 可以直接打开")
def command(
    config: Config,
    words: tuple[str, ...],
    topic: str | None,
    document: str | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """存下的问答，可以用词筛选，例如：中医药 门诊。The stored questions with their answers."""
    if as_csv and as_json:
        raise click.UsageError("--json 和 --csv 只能用一个（either --json or --csv）")
    form: Form = "csv" if as_csv else "json" if as_json else "people"
    knowledge = open_knowledge(config)
    every = knowledge.pairs(Filters(topic=topic, document=document))
    fitting = [placed for placed in every if all(_speaks_of(placed, word) for word in words)]
    if form == "json":
        whole = knowledge.pairs(Filters(topic=topic)) if document else every  # a topic is divided as a whole
        parts = subtopics_of_pairs([placed.pair for placed in whole])
        print_lines(dump(pair_json(placed, parts.get(placed.pair.id, ""))) for placed in fitting)
    else:
        print_rows(PAIR_COLUMNS, list(map(pair_row, fitting)), form)


def _speaks_of(placed: PlacedPair, word: str) -> bool:
    """Whether a word stands in the topic of a pair or in one of its wordings."""
    return word in placed.pair.topic or any(word in wording for wording in placed.pair.wordings)
