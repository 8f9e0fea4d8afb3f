"""What a chat brings to a conversation, and what it gets back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.messages import Messages
from bot.rendering.message import Message, Rows, say
from bot.state.chats.marks import Mark
from bot.state.chats.preferences import Length
from knowledge.answers import Reply
from knowledge.documents import Document


@dataclass(frozen=True, slots=True)
class Setting:
    """How a chat wants its answers: the words, the documents it is narrowed to (none: all), today, whether files
    may be sent, how long an answer is; what was said of deadlines, whether this person may say so, the zone of times;
    whether it is an editor who asks, alone."""

    words: Messages
    today: dt.date
    scope: tuple[str, ...] = ()
    files: bool = True
    length: Length = "normal"
    marks: Mapping[str, Mark] = field(default_factory=dict)
    may_mark: bool = False
    zone: dt.tzinfo = dt.UTC
    editor: bool = False


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that was made for an answer: its name and content, the words and the buttons under it; a `picture` is
    shown, another file is only offered."""

    name: str
    content: bytes
    caption: str
    picture: bool = False
    buttons: Rows = ()


@dataclass(frozen=True, slots=True)
class Response:
    """What a message or a button brings.

    `in_place`: the message takes the place of the one whose button was pressed. `notice` is said beside it and
    stays nowhere. `file` is sent, so are the `enclosures`, after the messages. `scope` is what the chat is narrowed to from now on, None as before. `reply` is
    what a question got; `asked` is the question that was answered, if one was.
    """

    messages: tuple[Message, ...] = ()
    in_place: bool = False
    notice: str = ""
    file: Document | None = None
    enclosures: tuple[Enclosure, ...] = ()
    scope: tuple[str, ...] | None = None
    reply: Reply | None = None
    asked: str = ""


def told(text: str) -> Response:
    """A sentence in a message of its own."""
    return Response(say(text))


def turned(html: str, buttons: Rows) -> Response:
    """A page that takes the place of the one before."""
    return Response((Message(html, buttons),), in_place=True)
