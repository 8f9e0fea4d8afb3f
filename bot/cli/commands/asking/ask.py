"""`jianda ask`: answers for people as the chat gives them, for programs as JSON."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable

import click

from bot.callback_data.browsing import AskSuggestion, ListDeadlines, ListTargets, OpenTopic, OpenView
from bot.callback_data.codec import unpacked
from bot.chat.answer_length import short_passage
from bot.chat.context import ChatContext
from bot.cli.commands.asking.batch import BatchQuestion, read_batch
from bot.cli.commands.options import with_config
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.conversation.ask import ask
from bot.messages import CHINESE
from bot.opening import open_knowledge
from bot.rendering.explanation import explanation_json, explanation_lines
from bot.rendering.json import dump, reply_json
from bot.rendering.message import Button
from bot.rendering.plain_text import plain
from bot.state.chats.preferences import Length
from knowledge.knowledge_base import KnowledgeBase

OFFERS = (AskSuggestion, OpenView, OpenTopic, ListDeadlines, ListTargets)


@click.command("ask")
@click.argument("question", nargs=-1)
@click.option("--batch", type=click.Path(), help="每行一个问题的文件，- 为标准输入")
@click.option("--json", "as_json", is_flag=True, help="每个回答一行 JSON")
@click.option("--explain", is_flag=True, help="说明问题是怎样理解的，每个答案的分数从何而来")
@click.option("--short", is_flag=True, help="只给回答的那几句（JSON 里另加 short）")
@with_config
def command(
    config: Config, question: tuple[str, ...], batch: str | None, as_json: bool, explain: bool, short: bool
) -> None:
    """回答一个问题，或一批问题。Answer a question, or a batch of them."""
    line, text = (explained_line, explained_text) if explain else (answer_line, answer_text)
    questions = _questions(question, batch)
    knowledge = open_knowledge(config)
    length: Length = "short" if short else "normal"
    for asked in questions:
        echo(
            line(knowledge, asked, length)
            if as_json
            else text(knowledge, asked, config.clock.today(), length)
        )


def answer_line(knowledge: KnowledgeBase, asked: BatchQuestion, length: Length = "normal") -> str:
    """The reply as a line of JSON."""
    reply = knowledge.ask(_encodable(asked.question))
    return dump(reply_json(reply, asked.id, short_passage if length == "short" else None))


def answer_text(
    knowledge: KnowledgeBase, asked: BatchQuestion, today: dt.date, length: Length = "normal"
) -> str:
    """The reply as text, what else could be asked as a list under it."""
    rows = []
    for message in ask(knowledge, asked.question, ChatContext(CHINESE, today, length=length)).messages:
        rows.append(plain(message.html))
        labels = (button.label for row in message.buttons for button in row if _offers(button))
        rows += [f"  · {label}" for label in labels]
    return "\n".join([*rows, ""])


def explained_line(knowledge: KnowledgeBase, asked: BatchQuestion, _: Length = "normal") -> str:
    """The reply as a line of JSON, with what it rests on."""
    return dump(explanation_json(knowledge, _encodable(asked.question), asked.id))


def explained_text(
    knowledge: KnowledgeBase, asked: BatchQuestion, today: dt.date, length: Length = "normal"
) -> str:
    """The reply as text, and under it what it rests on."""
    return "\n".join(
        [answer_text(knowledge, asked, today, length), *explanation_lines(knowledge, asked.question), ""]
    )


def _questions(words: tuple[str, ...], batch: str | None) -> Iterable[BatchQuestion]:
    """The question of the command line, or those of the batch: a file, `-`, or what is piped in."""
    if bool(words) and batch is not None:
        raise click.UsageError("问题和 --batch 只能用一个（either a question or --batch）")
    if words and words != ("-",):
        return [BatchQuestion(" ".join(words))]
    if words or batch is not None:
        return read_batch(click.open_file(batch or "-", encoding="utf-8-sig", errors="replace"))
    piped = [] if sys.stdin.isatty() else list(read_batch(sys.stdin))
    if not piped:
        raise click.UsageError("请写上问题，或用 --batch（give a question, or --batch FILE）")
    return piped


def _offers(button: Button) -> bool:
    """Whether a button offers something else to ask: a question, a topic, a passage, a list from its beginning."""
    data = unpacked(button.data, OFFERS)
    if isinstance(data, ListDeadlines | ListTargets):
        return data.page is None
    return data is not None and (data.anew or not isinstance(data, OpenTopic))


def _encodable(text: str) -> str:
    """The text without halves of surrogate pairs, which a broken command line may carry."""
    return text.encode("utf-8", "replace").decode("utf-8")
