"""Answers of the command line: for people as the chat gives them, for programs as JSON."""

from __future__ import annotations

import datetime as dt

from bot.callback_data.browsing import AskSuggestion, ListDeadlines, ListTargets, OpenTopic, OpenView
from bot.callback_data.codec import unpacked
from bot.chat.context import Setting
from bot.cli.commands.batch import BatchQuestion
from bot.conversation.ask import ask
from bot.messages import CHINESE
from bot.rendering.explanation import explanation_json, explanation_lines
from bot.rendering.json import dump, reply_json
from bot.rendering.message import Button
from bot.rendering.plain_text import plain
from knowledge.knowledge_base import KnowledgeBase

OFFERS = (AskSuggestion, OpenView, OpenTopic, ListDeadlines, ListTargets)


def answer_line(knowledge: KnowledgeBase, asked: BatchQuestion) -> str:
    """The reply as a line of JSON."""
    return dump(reply_json(knowledge.ask(_encodable(asked.question)), asked.id))


def answer_text(knowledge: KnowledgeBase, asked: BatchQuestion, today: dt.date) -> str:
    """The reply as text, what else could be asked as a list under it."""
    rows = []
    for message in ask(knowledge, asked.question, Setting(CHINESE, today)).messages:
        rows.append(plain(message.html))
        labels = (button.label for row in message.buttons for button in row if _offers(button))
        rows += [f"  · {label}" for label in labels]
    return "\n".join([*rows, ""])


def explained_line(knowledge: KnowledgeBase, asked: BatchQuestion) -> str:
    """The reply as a line of JSON, with what it rests on."""
    return dump(explanation_json(knowledge, _encodable(asked.question), asked.id))


def explained_text(knowledge: KnowledgeBase, asked: BatchQuestion, today: dt.date) -> str:
    """The reply as text, and under it what it rests on."""
    return "\n".join(
        [answer_text(knowledge, asked, today), *explanation_lines(knowledge, asked.question), ""]
    )


def _offers(button: Button) -> bool:
    """Whether a button offers something else to ask: a question, a topic, a passage, a list from its beginning."""
    data = unpacked(button.data, OFFERS)
    if isinstance(data, ListDeadlines | ListTargets):
        return data.page is None
    return data is not None and (data.anew or not isinstance(data, OpenTopic))


def _encodable(text: str) -> str:
    """The text without halves of surrogate pairs, which a broken command line may carry."""
    return text.encode("utf-8", "replace").decode("utf-8")
