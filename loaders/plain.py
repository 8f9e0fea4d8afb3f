"""Plain text files and Markdown files: text with or without # headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.text import Decoded, decode

_HEADING = re.compile(r"^#{1,6}\s+\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file, ready for the outline; `markdown` when # marks its headings."""

    decoded: Decoded
    markdown: bool = False


class PlainText:
    """Text in any encoding without Markdown headings."""

    name = "plain text"

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are text without Markdown headings."""
        decoded = decode(data)
        return decoded is not None and not _HEADING.search(decoded.text)

    def load(self, data: bytes) -> Text:
        """Decode the text."""
        return Text(_decode(data))


class Markdown:
    """Text in any encoding with Markdown headings."""

    name = "Markdown"

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are text with Markdown headings."""
        decoded = decode(data)
        return decoded is not None and bool(_HEADING.search(decoded.text))

    def load(self, data: bytes) -> Text:
        """Decode the text, whose # lines are headings."""
        return Text(_decode(data), markdown=True)


def _decode(data: bytes) -> Decoded:
    decoded = decode(data)
    assert decoded is not None, "accepts() said that the bytes are text"
    return decoded
