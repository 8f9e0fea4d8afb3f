"""What the fake server remembers: users, chats, messages, files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from .errors import Json
from .formatted import NO_TEXT, Entity, Formatted
from .keyboards import Button, Rows, rows_of

ANONYMOUS_ADMIN = 1087968824
GENERAL_TOPIC = 1


@dataclass(frozen=True)
class User:
    """A person or a bot."""

    id: int
    first_name: str
    username: str | None = None
    last_name: str | None = None
    language_code: str | None = None
    is_bot: bool = False


@dataclass(frozen=True)
class Chat:
    """A private chat, a group, a supergroup, a forum or a channel."""

    id: int
    type: str
    title: str | None = None
    username: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    is_forum: bool = False

    @property
    def is_group(self) -> bool:
        """Whether several members talk here."""
        return self.type in ("group", "supergroup")


@dataclass(frozen=True)
class Attachment:
    """A document or a photo in a message."""

    kind: str
    file_id: str
    name: str
    mime_type: str
    size: int
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class StoredFile:
    """A file on the server; `size` may be said larger than the content, to stand for a huge one."""

    attachment: Attachment
    content: bytes

    @property
    def path(self) -> str:
        """Where it can be downloaded."""
        return f"{self.attachment.kind}s/{self.attachment.file_id}"


class MessageRef(Protocol):
    """Anything that says which message of which chat: a `Message` or a `Sent`."""

    @property
    def chat_id(self) -> int:
        """The chat."""

    @property
    def message_id(self) -> int:
        """The message in that chat."""


@dataclass(frozen=True)
class Message:
    """A message as it stands; an edit replaces it."""

    chat: Chat
    message_id: int
    date: int
    sender: User | None = None
    sender_chat: Chat | None = None
    body: Formatted = NO_TEXT
    attachment: Attachment | None = None
    markup: Json | None = None
    reply_to: int | None = None
    quote: Formatted | None = None
    thread: int | None = None
    edit_date: int | None = None
    forwarded: Json | None = None
    service: Json | None = None
    by_bot: bool = False
    revision: int = 0

    @property
    def chat_id(self) -> int:
        """The chat it stands in."""
        return self.chat.id

    @property
    def text(self) -> str:
        """The text or the caption."""
        return self.body.text


@dataclass(frozen=True)
class Sent:
    """A message of the bot as the member sees it now."""

    chat_id: int
    message_id: int
    text: str
    html: str
    entities: tuple[Entity, ...]
    buttons: Rows
    reply_to: int | None
    quote: str | None
    thread: int | None
    edited: bool
    file_name: str | None
    file: bytes | None

    @property
    def labels(self) -> list[list[str]]:
        """The words on the buttons, row by row."""
        return [[button.text for button in row] for row in self.buttons]

    def button(self, text: str) -> Button:
        """The button with these words, or the only one that holds them."""
        everyone = [button for row in self.buttons for button in row]
        matching = [b for b in everyone if b.text == text] or [b for b in everyone if text in b.text]
        if len(matching) != 1:
            raise LookupError(f"{len(matching)} buttons match {text!r} among {self.labels}")
        return matching[0]


@dataclass
class Room:
    """A chat with its members and messages."""

    chat: Chat
    members: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    reactions: dict[int, list[Json]] = field(default_factory=dict)
    migrated_to: int | None = None
    last_message_id: int = 0

    def next_message_id(self) -> int:
        """A number of its own in each chat, so that two chats share numbers as supergroups do."""
        self.last_message_id += 1
        return self.last_message_id


def sent_of(message: Message, files: dict[str, StoredFile]) -> Sent:
    """What the member sees of a message."""
    file = files[message.attachment.file_id] if message.attachment else None
    return Sent(
        chat_id=message.chat_id,
        message_id=message.message_id,
        text=message.body.text,
        html=message.body.html,
        entities=message.body.entities,
        buttons=rows_of(message.markup),
        reply_to=message.reply_to,
        quote=message.quote.text if message.quote else None,
        thread=message.thread,
        edited=message.edit_date is not None,
        file_name=file.attachment.name if file else None,
        file=file.content if file else None,
    )
