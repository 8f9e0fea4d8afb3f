"""Plain text files."""

from __future__ import annotations

from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.formats.decoding import decode
from loaders.formats.markdown import Markdown
from loaders.notes import Note

_MARKDOWN = Markdown()


class PlainText:
    """Text in any encoding without Markdown headings."""

    name = "plain text"
    suffixes = _MARKDOWN.suffixes

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are text without Markdown headings."""
        return not kind_of(data) and decode(data) is not None and not _MARKDOWN.accepts(data)

    def load(self, data: bytes) -> Source:
        """Decode the text."""
        decoded = decode(data)
        assert decoded is not None, "accepts() said that the bytes are text"
        warnings = (Note("undecoded"),) if decoded.damaged else ()
        return Source(decoded.text, decoded.encoding, wrapped=True, warnings=warnings)
