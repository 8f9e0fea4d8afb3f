"""A message as it is sent: its text, the rows of buttons under it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rendering.markup import Block, line, pages, to_html


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: `data` (64 bytes at most) says what it opens; or it copies a text or opens a link."""

    label: str
    data: str = ""
    copy: str = ""
    url: str = ""


Row = tuple[Button, ...]
Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it is sent: Telegram's HTML and the rows of buttons under it."""

    html: str
    buttons: Rows = ()


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """What is to be said before it is cut into messages."""

    blocks: tuple[Block, ...]
    buttons: Rows = ()

    def messages(self) -> tuple[Message, ...]:
        """The messages, the buttons under the last."""
        *before, last = (to_html(page) for page in pages(self.blocks))
        return (*map(Message, before), Message(last, self.buttons))


def say(text: str) -> tuple[Message, ...]:
    """A plain text, in as many messages as it needs."""
    return MessageDraft(tuple(line(row) for row in text.split("\n"))).messages()
