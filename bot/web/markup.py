"""What the chat says, as a page says it: quotations with their highlights in <mark>."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from bot.rendering.markup import Block, quotation
from bot.rendering.message import Message

_QUOTATION = re.compile(r"<blockquote[^>]*>(.*?)</blockquote>\n?", re.DOTALL)


def marked(text: str, highlights: Iterable[tuple[int, int]]) -> Markup:
    """A text with what answers in <mark>; the offsets count characters of `text`."""
    return _spans(quotation(text, highlights))


def paragraphs(messages: Sequence[Message]) -> Markup:
    """The messages of the chat as paragraphs and quotations of a page."""
    return Markup("").join(_paragraphs("\n".join(message.html for message in messages)))


def _spans(block: Block) -> Markup:
    escaped = ((escape(span.text), span.bold) for span in block.spans)
    return Markup("".join(f"<mark>{text}</mark>" if bold else text for text, bold in escaped))


def _paragraphs(html: str) -> Iterable[Markup]:
    """The lines and quotations of a message, whose HTML has everything escaped but for <b> and <blockquote>."""
    for place, piece in enumerate(_QUOTATION.split(html)):
        if place % 2:
            inner = piece.replace("<b>", "<mark>").replace("</b>", "</mark>")
            yield Markup(f"<blockquote>{inner}</blockquote>")
        else:
            yield from (Markup(f"<p>{line}</p>") for line in piece.split("\n") if line.strip())
