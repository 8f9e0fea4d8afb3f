"""What every face does with a message or a button: the same words in Telegram and in the terminal."""

from __future__ import annotations

from bot.markup import visible
from bot.messages import Messages
from bot.replies import PASSAGE, QUESTION, Message, passage_messages, reply_messages, say
from knowledge.knowledge_base import KnowledgeBase

LONGEST_QUESTION = 1000  # characters


def ask(knowledge: KnowledgeBase, text: str, words: Messages) -> tuple[Message, ...]:
    """The messages that answer a question."""
    question = visible(text).strip()
    if not question:
        return say(words.empty_reply)
    if len(question) > LONGEST_QUESTION:
        return say(words.too_long.format(length=len(question), limit=LONGEST_QUESTION))
    return reply_messages(knowledge.ask(question), words)


def press(knowledge: KnowledgeBase, data: str, label: str, words: Messages) -> tuple[Message, ...]:
    """The messages that a pressed button brings; an old one may lead nowhere, which is said."""
    if data.startswith(QUESTION) and label:
        return ask(knowledge, label, words)
    if not data.startswith(PASSAGE):
        return say(words.button_old)
    answer = knowledge.passage(data.removeprefix(PASSAGE))
    return passage_messages(answer, words) if answer else say(words.text_changed)
