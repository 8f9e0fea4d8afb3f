"""Every sentence that the bot says, in Chinese and in English; passages stay in their own language."""

from __future__ import annotations

from bot.messages.catalogue import Messages
from bot.messages.chinese.messages import CHINESE
from bot.messages.english.messages import ENGLISH

__all__ = ["CHINESE", "ENGLISH", "Messages", "help_text", "in_language", "language_of"]


def in_language(code: str | None) -> Messages:
    """The sentences for a Telegram language code: English for English, else Chinese."""
    return ENGLISH if (code or "").lower().startswith("en") else CHINESE


def language_of(words: Messages) -> str:
    """The code under which `in_language` finds some sentences again."""
    return "en" if words is ENGLISH else "zh"


def help_text(words: Messages, names: tuple[str, ...]) -> str:
    """The help with a line for each of these commands."""
    return words.help.format(commands="\n".join(f"/{name} {words.commands[name]}" for name in names))
