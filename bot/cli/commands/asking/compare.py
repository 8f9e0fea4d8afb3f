"""`jianda compare`: a comparison as text, or as a line of JSON for each side of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import click

from bot.callback_data.browsing import Compare
from bot.chat.context import ChatContext
from bot.cli.commands.options import with_config
from bot.cli.output.tables import print_lines
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.indicators.comparison import comparison_page, years_in
from bot.indicators.plan_changes import in_order
from bot.messages import CHINESE
from bot.opening import open_knowledge
from bot.rendering.json import Json, document_json, dump, target_json
from bot.rendering.plain_text import plain
from knowledge.answers import Answer
from knowledge.comparison.comparison import PlanChange, Task, passages_of_each, values_of_each
from knowledge.comparison.indicator_values import IndicatorValue
from knowledge.comparison.plan_changes import differences_of, places_with
from knowledge.documents import Document
from knowledge.filters.filters import Located
from knowledge.knowledge_base import KnowledgeBase
from knowledge.targets.targets import Target


@click.command("compare")
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="每行一个 JSON 对象")
@with_config
def command(config: Config, words: tuple[str, ...], as_json: bool) -> None:
    """对比各文件的说法，或两年的计划。What each document says, or what two years' plans changed."""
    knowledge, asked = open_knowledge(config), " ".join(words)
    if as_json:
        print_lines(map(dump, comparison_lines(knowledge, asked)))
    else:
        echo(comparison_text(knowledge, asked, config.clock.today()))


def comparison_text(knowledge: KnowledgeBase, words: str, today: dt.date) -> str:
    """All pages of a comparison, as the chat shows them."""
    setting, texts = ChatContext(CHINESE, today), []
    turn: Compare | None = Compare(0, words)
    while turn:
        response = comparison_page(knowledge, setting, turn)
        texts += [plain(message.html) for message in response.messages]
        buttons = [button for row in response.messages[-1].buttons for button in row]
        following = (Compare.unpack(button.data) for button in buttons if button.label == CHINESE.page_after)
        turn = next(following, None)
    return "\n".join(texts)


def comparison_lines(knowledge: KnowledgeBase, words: str) -> Iterator[Json]:
    """The sides of a comparison: changes with `change`, else values with `present`, else passages."""
    if asked := years_in(words):
        for plans in places_with(knowledge, *asked):
            for change in in_order(differences_of(knowledge, plans)):
                yield _change_json(change) | {"place": plans.place, "years": list(plans.years)}
        return
    if indicator_values := values_of_each(knowledge, words):
        yield from map(_reading_json, indicator_values.values)
    else:
        yield from map(_passage_json, passages_of_each(knowledge, words))


def _change_json(change: PlanChange[Located[Target]] | PlanChange[Task]) -> Json:
    sides = {"before": change.before, "after": change.after}
    return {"change": change.name, **{name: side and _side_json(side) for name, side in sides.items()}}


def _side_json(side: Located[Target] | Task) -> Json:
    if isinstance(side, Located):
        return target_json(side)
    return {"task": side.text, **_place(side.document, side.section, side.passage_id)}


def _reading_json(indicator_value: IndicatorValue) -> Json:
    value = {
        "indicator": indicator_value.indicator,
        "op": indicator_value.op,
        "value": indicator_value.value,
        "year": indicator_value.year,
    }
    place = _place(indicator_value.document, indicator_value.section, indicator_value.passage_id)
    return value | {"present": indicator_value.present, "sentence": indicator_value.sentence} | place


def _passage_json(answer: Answer) -> Json:
    text = {"passage": answer.passage, "highlights": [list(pair) for pair in answer.highlights]}
    return text | _place(answer.document, answer.section, answer.passage_id)


def _place(document: Document, section: tuple[str, ...], passage_id: str) -> Json:
    return {"document": document_json(document), "section": list(section), "passage_id": passage_id}
