"""Plain text files."""

from __future__ import annotations

from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.formats.decoding import decode
from loaders.formats.markdown import Markdown
from loaders.formats.sheets.csv import Csv
from loaders.notes import Note

_MARKDOWN = Markdown()
_CSV = Csv()


class PlainText:
    """Text in any encoding that is neither Markdown with headings nor a table."""

    name = "plain text"
    suffixes = _MARKDOWN.suffixes

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are text without Markdown headings, and no table."""
        if kind_of(data) or decode(data) is None:
            return False
        return not _MARKDOWN.accepts(data) and not _CSV.accepts(data)

    def load(self, data: bytes) -> Source:
        """Decode the text."""
        decoded = decode(data)
        assert decoded is not None, "accepts() said that the bytes are text"
        warnings = (Note("undecoded"),) if decoded.damaged else ()
        return Source(decoded.text, decoded.encoding, wrapped=True, warnings=warnings)
