"""What a message or a button brings: messages, files, what the chat is narrowed to."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rendering.message import Message, Rows, say
from bot.state.chats.homes import Home
from knowledge.answers import Reply
from knowledge.documents import Document


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that was made for an answer: its name and content, the words and the buttons under it; a `picture` is
    shown, another file is only offered."""

    name: str
    content: bytes
    caption: str
    picture: bool = False
    buttons: Rows = ()


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A page of the file of a document, of which a picture is sent; pages are counted from 1."""

    document: Document
    number: int


@dataclass(frozen=True, slots=True)
class Response:
    """What a message or a button brings.

    `in_place`: the message takes the place of the one whose button was pressed. `file` is sent, so are a picture
    of a `page` and the `enclosures`, after the messages. `scope` is what the chat is narrowed to from now on, None as
    before, `home` where it is at home. `reply` is what a question got; `asked` is the question that was answered, if
    one was.
    """

    messages: tuple[Message, ...] = ()
    in_place: bool = False
    file: Document | None = None
    enclosures: tuple[Attachment, ...] = ()
    scope: tuple[str, ...] | None = None
    reply: Reply | None = None
    home: Home | None = None
    asked: str = ""
    page: DocumentPage | None = None


def told(text: str) -> Response:
    """A sentence in a message of its own."""
    return Response(say(text))


def turned(html: str, buttons: Rows) -> Response:
    """A page that takes the place of the one before."""
    return Response((Message(html, buttons),), in_place=True)
