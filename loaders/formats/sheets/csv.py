"""Tables as text: values with commas, semicolons or tabs between them (.csv, .tsv; RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence

from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.formats.decoding import decode
from loaders.formats.markdown import Markdown
from loaders.formats.sheets.sheet import Sheet, checked_size, source_of
from loaders.notes import Note

_MARKDOWN = Markdown()
_DELIMITERS = ",\t;"
_FEWEST_ROWS, _FEWEST_COLUMNS = 2, 3
_ALIKE = 0.8  # of the rows that have as many columns


class Csv:
    """Text in any encoding whose lines have the same number of values."""

    name = "csv"
    suffixes = frozenset({".csv", ".tsv"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are text in columns, no Markdown."""
        decoded = None if kind_of(data) else decode(data)
        return decoded is not None and not _MARKDOWN.accepts(data) and bool(_rows(decoded.text))

    def load(self, data: bytes) -> Source:
        """The rows of the table."""
        decoded = decode(data)
        assert decoded is not None, "accepts() said that the bytes are text"
        rows = _rows(decoded.text)
        checked_size(len(rows), max(map(len, rows)))
        warnings = (Note("undecoded"),) if decoded.damaged else ()
        return source_of([Sheet("", rows)], decoded.encoding, warnings)


def _rows(text: str) -> Sequence[Sequence[str]]:
    """The rows of a table; none where the lines are no rows by any delimiter."""
    for delimiter in _DELIMITERS:
        if text.count(delimiter) < _FEWEST_ROWS * (_FEWEST_COLUMNS - 1):
            continue
        try:
            rows = [
                [value.strip() for value in row] for row in csv.reader(io.StringIO(text), delimiter=delimiter)
            ]
        except csv.Error:
            continue
        filled = [row for row in rows if any(row)]
        width, count = Counter(map(len, filled)).most_common(1)[0] if filled else (0, 0)
        if width >= _FEWEST_COLUMNS and count >= max(_FEWEST_ROWS, _ALIKE * len(filled)):
            return rows
    return ()
