"""How much may be typed at once: one bound before all that reads it, and what is said beyond it."""

from __future__ import annotations

from bot.chat.commands import NARROWED, Call
from bot.messages import Messages
from knowledge.query.query import split_questions

LONGEST_QUESTION = 1000  # characters
LONGEST_WORDS = 200  # characters after a command that reads them
MOST_QUESTIONS = 12  # in a message
READS_WORDS = (*NARROWED, "remind", "synonym")


def refusal(typed: str, call: Call | None, words: Messages) -> str:
    """What is said to a text that is longer than anything that is read, empty for every other.

    Arguments: all that was typed; the command that it calls, None for a question; the sentences to say it in.
    """
    if call and call.name in READS_WORDS:
        return _beyond(call.rest, LONGEST_WORDS, words.words_too_long)
    if call is None or call.name == "ask":
        return _beyond(call.rest if call else typed, LONGEST_QUESTION, words.too_long)
    return ""


def many_questions(typed: str, words: Messages) -> str:
    """What is said to a message of too many questions, empty for every other."""
    count = len(split_questions(typed))
    return words.many_questions.format(count=count, limit=MOST_QUESTIONS) if count > MOST_QUESTIONS else ""


def _beyond(text: str, limit: int, sentence: str) -> str:
    length = len(text.strip())
    return sentence.format(length=length, limit=limit) if length > limit else ""
