"""The chat in the terminal: the same answers in the same words, buttons as numbers to type."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from itertools import chain

from bot.commands import COMMANDS, Call, parse
from bot.conversation import ask, press
from bot.messages import Messages, help_text
from bot.plain import plain
from bot.replies import Button, Message, say
from knowledge.knowledge_base import KnowledgeBase

PROMPT = "> "
EXITS = ("/exit", "/quit", "退出")
HERE = tuple(command.name for command in COMMANDS if not command.admins_only)


@dataclass(slots=True)
class Chat:
    """A conversation; it keeps the buttons of the last reply, which a number presses."""

    knowledge: KnowledgeBase
    words: Messages
    choices: tuple[Button, ...] = field(default=())

    def answer(self, typed: str) -> tuple[Message, ...]:
        """The messages for a typed line."""
        messages = self._choose(int(typed)) if self._is_choice(typed) else self._say(typed)
        self.choices = tuple(chain.from_iterable(map(_buttons, messages))) or self.choices
        return messages

    def _is_choice(self, typed: str) -> bool:
        return bool(self.choices) and typed.isdecimal() and len(typed) < 3

    def _choose(self, number: int) -> tuple[Message, ...]:
        if not 1 <= number <= len(self.choices):
            return say(self.words.terminal_no_choice.format(number=number))
        button = self.choices[number - 1]
        return press(self.knowledge, button.data, button.label, self.words)

    def _say(self, typed: str) -> tuple[Message, ...]:
        call = parse(typed, bare_words=True)
        if call is None and typed.startswith(("/", "／")):
            return say(self.words.unknown_command)
        return self._obey(call) if call else ask(self.knowledge, typed, self.words)

    def _obey(self, call: Call) -> tuple[Message, ...]:
        if call.name == "ask":
            return ask(self.knowledge, call.rest, self.words) if call.rest else say(self.words.usage)
        if call.name == "start":
            return say(self.words.greeting)
        return say(help_text(self.words, HERE) if call.name == "help" else self.words.unknown_command)


def converse(chat: Chat, show: Callable[[str], None], interactive: bool, styled: bool) -> None:
    """Answers line after line until the input ends or somebody leaves."""
    if interactive:
        show(chat.words.terminal_greeting)
    with contextlib.suppress(KeyboardInterrupt):
        for typed in _lines(PROMPT if interactive else None):
            if typed.lower() in EXITS:
                break
            for message in chat.answer(typed):
                show("\n".join(_shown(message, chat.words, styled)) + "\n")
    if interactive:
        show(chat.words.terminal_goodbye)


def _lines(prompt: str | None) -> Iterator[str]:
    """What is typed, blank lines left out, until the end of the input."""
    if prompt is None:
        yield from filter(None, map(str.strip, sys.stdin))
        return
    with contextlib.suppress(ImportError):
        import_module("readline")  # gives `input` its history
    with contextlib.suppress(EOFError):
        while True:
            if typed := input(prompt).strip():
                yield typed


def _shown(message: Message, words: Messages, styled: bool) -> Iterable[str]:
    yield plain(message.html, styled)
    if message.buttons:
        yield words.terminal_choices
    yield from (f"  [{number}] {button.label}" for number, button in enumerate(_buttons(message), 1))


def _buttons(message: Message) -> Iterator[Button]:
    return chain.from_iterable(message.buttons)
