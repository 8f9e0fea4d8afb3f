"""`jianda chat`: the chat in the terminal, the same answers in the same words, buttons as numbers to type."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib import import_module
from itertools import chain, count
from pathlib import Path

import click

from bot.callback_data.browsing import AskSuggestion
from bot.chat.attachments import file_name
from bot.chat.commands import BROWSED, Call, parse
from bot.chat.context import ChatContext
from bot.chat.feedback_buttons import without_feedback
from bot.chat.response import Attachment, DocumentPage, Response, told
from bot.chat.typed_length import refusal
from bot.cli.commands.asking.chat_editing import EDITED, TerminalEditor
from bot.cli.commands.options import with_config
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.conversation.ask import ask, browse
from bot.conversation.buttons import PressedButton, heading_of, is_way_back, press
from bot.documents.load_report import warning_lines
from bot.errors import explain
from bot.knowledge_source import knowledge_source
from bot.messages import CHINESE, Messages, help_text
from bot.opening import open_knowledge
from bot.rendering.message import Button, Message, Rows, say
from bot.rendering.plain_text import plain
from bot.state.chats.homes import NOWHERE, Home
from knowledge.corpus.files import is_file_of
from knowledge.documents import Document
from knowledge.errors import CorpusEmpty, CorpusMissing, PublicationRefused
from knowledge.indexing.indexer import load
from knowledge.indexing.ingestion import ReadingResources
from knowledge.indexing.page_pictures import picture_of
from knowledge.knowledge_base import KnowledgeBase

PROMPT = "> "
LONGEST_CHOICE = 6  # digits
EXITS = ("/exit", "/quit", "退出")
HERE = ("start", "help", "ask", *BROWSED, *EDITED)


@click.command("chat")
@with_config
def command(config: Config) -> None:
    """在终端里对话，不需要令牌和网络。Talk to the bot in the terminal."""
    bring_up_to_date(config)
    chat = Chat(open_knowledge(config), CHINESE, config)
    converse(chat, click.echo, sys.stdin.isatty(), sys.stdout.isatty())


@dataclass(slots=True)
class Chat:
    """A conversation; it keeps the buttons of the last reply, which a number presses, the last question that was
    answered, the documents that it is narrowed to, and where it is at home."""

    knowledge: KnowledgeBase
    words: Messages
    config: Config = field(default_factory=Config)
    choices: dict[int, Button] = field(default_factory=dict)
    last: str = ""
    heading: str = ""
    scope: tuple[str, ...] = ()
    home: Home = NOWHERE
    midway: bool = False  # in a dialogue of an editor, which takes what is typed next

    def answer(self, typed: str) -> tuple[Message, ...]:
        """The messages for a typed line."""
        response = self._choose(int(typed)) if self._is_choice(typed) else self._say(typed)
        self.last = response.asked or self.last
        self.scope = self.scope if response.scope is None else response.scope
        self.home = self.home if response.home is None else response.home
        messages = self._file(response.file) if response.file else without_feedback(response.messages)
        messages += self._page(response.page) if response.page else ()
        messages += tuple(self._written(attachment) for attachment in response.enclosures)
        self.choices = dict(chain.from_iterable(numbered(_buttons(messages)))) or self.choices
        self.heading = heading_of(plain(messages[0].html)) if messages else ""
        return messages

    def _is_choice(self, typed: str) -> bool:
        if not typed.isdecimal() or len(typed) > LONGEST_CHOICE:
            return False
        return (bool(self.choices) and len(typed) < 3) or int(typed) in self.choices

    def _choose(self, number: int) -> Response:
        if number not in self.choices:
            return told(self.words.terminal_no_choice.format(number=number))
        button = self.choices[number]
        if (edited := self._editor.press(button.data)) is not None:
            self.midway = True
            return edited
        if AskSuggestion.fits(button.data):
            return ask(self.knowledge, button.label, self._setting(), repeat=True)
        back = next((button for button in reversed(self.choices.values()) if is_way_back(button)), None)
        pressed = PressedButton(button.data, button.label, self.heading, back)
        return press(self.knowledge, self._setting(), pressed)

    def _say(self, typed: str) -> Response:
        call = parse(typed, bare_words=True)
        if call is None and typed.startswith(("/", "／")):
            return told(self.words.unknown_command)
        if too_long := refusal(typed, call, self.words):
            return told(too_long)
        if call is None and self.midway and (carried := self._editor.carry_on(typed)) is not None:
            return carried
        return self._obey(call) if call else ask(self.knowledge, typed, self._setting(), self.last)

    def _obey(self, call: Call) -> Response:
        self.midway = False
        if call.name in EDITED:
            return self._editor.open(call)
        if call.name in BROWSED:
            return browse(self.knowledge, call, self._setting())
        if call.name == "ask" and call.rest:
            return ask(self.knowledge, call.rest, self._setting(), self.last)
        sentences = {
            "ask": self.words.usage,
            "start": self.words.greeting,
            "help": help_text(self.words, HERE),
        }
        return told(sentences.get(call.name, self.words.unknown_command))

    def _file(self, document: Document) -> tuple[Message, ...]:
        path = document.file_in(self.config.corpus)
        sentence = (
            self.words.terminal_file if is_file_of(self.config.corpus, path) else self.words.file_missing
        )
        return told(sentence.format(title=document.title, path=path)).messages

    def _page(self, page: DocumentPage) -> tuple[Message, ...]:
        place = {"title": page.document.title, "page": page.number}
        picture = picture_of(self.config.corpus, page.document, page.number)
        if picture is None:
            return told(self.words.page_missing.format(**place)).messages
        name = file_name(f"{page.document.title}-{page.number}", "jpg")
        return (self._written(Attachment(name, picture, self.words.page_picture.format(**place), True)),)

    def _written(self, enclosure: Attachment) -> Message:
        """Writes a file into the present folder and tells what it holds and where it is."""
        path = Path(enclosure.name).resolve()
        path.write_bytes(enclosure.content)
        text = f"{enclosure.caption}\n{self.words.terminal_written.format(path=path)}"
        return replace(say(text)[0], buttons=enclosure.buttons)

    @property
    def _editor(self) -> TerminalEditor:
        return TerminalEditor(self.config, self.knowledge, self.words)

    def _setting(self) -> ChatContext:
        return ChatContext(self.words, self.config.clock.today(), self.scope, home=self.home)


def numbered(rows: Rows) -> list[list[tuple[int, Button]]]:
    """The buttons in their rows, each with its number: one that shows the number of an item keeps it.

    A button that copies is left out: a terminal copies by itself.
    """
    pressed = [[button for button in row if button.data] for row in rows]
    taken = {number for row in pressed for button in row if (number := _number_on(button))}
    free = (number for number in count(1) if number not in taken)
    return [[(_number_on(button) or next(free), button) for button in row] for row in pressed if row]


def lines(rows: Rows) -> Iterator[str]:
    """The choices as lines; those that the list above has numbered are not told again."""
    for row in numbered(rows):
        labels = [f"[{number}] {button.label}" for number, button in row if not _number_on(button)]
        if labels:
            yield "  " + "  ".join(labels)


def _buttons(messages: tuple[Message, ...]) -> Rows:
    return tuple(row for message in messages for row in message.buttons)


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


def bring_up_to_date(config: Config) -> None:
    """Loads what has changed; without a corpus, or with an older one, an existing knowledge base still serves."""
    try:
        report = load(
            config.corpus,
            config.database,
            now=config.clock.now(),
            resources=ReadingResources(publish=knowledge_source(config).publish),
        )
    except (CorpusMissing, CorpusEmpty) as error:
        if not (config.database.exists() or config.storage.url):
            raise
        echo(explain(error), err=True)
        return
    except PublicationRefused as error:
        echo(explain(error), err=True)
        return
    for warning in warning_lines(report):
        echo(warning, err=True)


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
    if any(button.data for row in message.buttons for button in row):
        yield words.terminal_choices
    yield from lines(message.buttons)


def _number_on(button: Button) -> int:
    """The number of the item that a button stands for, 0 if it stands for none."""
    return int(button.label) if button.label.isdecimal() else 0
