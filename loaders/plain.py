"""Plain text files and Markdown files: text with or without # headings."""

from __future__ import annotations

import re

from loaders.signatures import kind_of
from loaders.source import Source
from loaders.text import decode

_HEADING = re.compile(r"^#{1,6}\s+\S", re.MULTILINE)


class PlainText:
    """Text in any encoding without Markdown headings."""

    name = "plain text"

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are text without Markdown headings."""
        decoded = None if kind_of(data) else decode(data)
        return decoded is not None and not _HEADING.search(decoded.text)

    def load(self, data: bytes) -> Source:
        """Decode the text."""
        return _read(data, markdown=False)


class Markdown:
    """Text in any encoding with Markdown headings."""

    name = "Markdown"

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are text with Markdown headings."""
        decoded = None if kind_of(data) else decode(data)
        return decoded is not None and bool(_HEADING.search(decoded.text))

    def load(self, data: bytes) -> Source:
        """Decode the text, whose # lines are headings."""
        return _read(data, markdown=True)


def _read(data: bytes, markdown: bool) -> Source:
    decoded = decode(data)
    assert decoded is not None, "accepts() said that the bytes are text"
    warnings = ("some bytes could not be decoded",) if decoded.damaged else ()
    return Source(decoded.text, decoded.encoding, markdown, wrapped=True, warnings=warnings)
