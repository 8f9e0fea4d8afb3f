"""Reads rich text (.rtf): RTF 1.9.1; the automatic numbers stand in it as printed."""

from __future__ import annotations

from dataclasses import replace

from loaders.blocks.builder import Builder, numbered
from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.errors import DamagedFile
from loaders.formats.rtf.rows import Definition, Rows
from loaders.formats.rtf.state import KNOWN_STARRED, SINKS, SYMBOLS, UNPRINTED, Fonts, RtfGroup
from loaders.formats.rtf.tokens import Token, tokens
from loaders.notes import Note

_DEEPEST = 2000
_CELLS = frozenset({"clmrg", "clvmrg", "trhdr", "cellx"})


class Rtf:
    """Rich text files."""

    name = "rtf"
    suffixes = frozenset({".rtf"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are rich text."""
        return kind_of(data) == "rtf"

    def load(self, data: bytes) -> Source:
        """Read the document; what is cut short is read as far as it goes, with a warning."""
        reader = _Reader()
        for token in tokens(data[data.find(b"{\\rtf") :]):
            reader.take(token)
        return reader.source()


class _Reader:
    """Reads tokens into paragraphs."""

    def __init__(self) -> None:
        self._builder = Builder()
        self._fonts = Fonts()
        self._levels: dict[int, int] = {}
        self._stack: list[RtfGroup] = []
        self._group = RtfGroup()
        self._bytes = b""
        self._skip = 0
        self._words: dict[str, str] = {"body": "", "label": "", "note": "", "box": ""}
        self._left_out = ("", "")
        self._level = 0
        self._style = 0
        self._in_table = False
        self._cell: list[str] = []
        self._cells: list[tuple[str, ...]] = []
        self._definition = Definition()
        self._rows = Rows()

    def take(self, token: Token) -> None:
        """Take in the next token."""
        if token.kind == "bytes":
            self._characters(token.data)
            return
        self._flush()
        if token.kind == "open":
            if len(self._stack) >= _DEEPEST:
                raise DamagedFile("nested")
            self._stack.append(self._group)
            self._group = replace(self._group, starred=False)
        elif token.kind == "close":
            self._close()
        elif token.kind == "star":
            self._group.starred = True
        elif token.kind == "text":
            self._say(token.name)
        else:
            self._word(token.name, token.number)

    def source(self) -> Source:
        """What was read."""
        self._flush()
        self._end_paragraph()
        self._end_table()
        notes = self._taken("note").split("\n")
        if any(note.strip() for note in notes):
            self._builder.begin_notes()
            for note in notes:
                self._builder.paragraph(note)
        warnings = [Note("cut_short")] if self._stack else []
        return self._builder.source("rtf", warnings)

    def _close(self) -> None:
        ended = self._group.sink
        if self._stack:
            self._group = self._stack.pop()
        if ended in ("note", "box") and self._group.sink != ended:
            self._words[ended] += "\n"

    def _characters(self, data: bytes) -> None:
        """Bytes of text, less the spellings for old readers that follow a Unicode character."""
        skipped = min(self._skip, len(data))
        self._skip -= skipped
        self._bytes += data[skipped:]

    def _flush(self) -> None:
        if self._bytes:
            # Bytes are decoded together: a character of two of them may be one escaped and one plain.
            data, self._bytes = self._bytes, b""
            self._say(self._fonts.decode(data, self._group.font))

    def _say(self, words: str) -> None:
        if self._group.printed and self._group.sink in self._words:
            self._words[self._group.sink] += words
            self._end_left_out()
        elif reason := self._group.left_out:
            if reason != self._left_out[1]:
                self._end_left_out()
            self._left_out = (self._left_out[0] + words, reason)

    def _end_left_out(self) -> None:
        """Tells what was left out, a stretch at a time."""
        words, reason = self._left_out
        if words.strip():
            self._builder.leave_out(_whole(words), reason)
        self._left_out = ("", "")

    def _taken(self, sink: str) -> str:
        """The words of a sink, which is empty then; characters told in two halves are put together."""
        words, self._words[sink] = self._words[sink], ""
        return _whole(words)

    def _word(self, name: str, number: int | None) -> None:
        if name == "u":
            self._say(chr(number % 65536) if number is not None else "")
            self._skip = self._group.skip
            return
        self._skip = 0
        if name in UNPRINTED or (self._group.starred and name not in KNOWN_STARRED and name not in SINKS):
            self._group.sink = "none"
        elif name in SINKS and self._group.sink != "none":
            self._group.sink = SINKS[name]
        elif name in SYMBOLS:
            self._say(SYMBOLS[name])
        else:
            self._property(name, number)
        self._group.starred = False

    def _property(self, name: str, number: int | None) -> None:
        group = self._group
        if name == "uc":
            group.skip = number or 0
        elif name == "f":
            group.font = number or 0
        elif name == "v":
            group.hidden = number != 0
        elif name == "deleted":
            group.deleted = number != 0
        elif name == "plain":
            group.hidden = group.deleted = False
        elif name == "ansicpg":
            self._fonts.set_page(number)
        elif name == "fcharset" and group.sink == "fonts":
            self._fonts.set_charset(group.font, number)
        else:
            self._paragraph_word(name, number)

    def _paragraph_word(self, name: str, number: int | None) -> None:
        sink = self._group.sink
        if sink == "styles":
            self._style_word(name, number)
        elif sink in ("note", "box") and name == "par":
            self._words[sink] += "\n"
        elif sink != "body":
            return
        elif name == "pard":
            self._level, self._in_table = 0, False
        elif name == "s":
            self._level = self._levels.get(number or 0, 0)
        elif name == "outlinelevel":
            self._level = _heading_level(number)
        elif name in ("par", "sect"):
            self._end_paragraph()
        else:
            self._table_word(name, number)

    def _style_word(self, name: str, number: int | None) -> None:
        if name == "s":
            self._style = number or 0
        elif name == "outlinelevel":
            self._levels[self._style] = _heading_level(number)

    def _table_word(self, name: str, number: int | None) -> None:
        if name == "intbl":
            self._in_table = True
        elif name == "trowd":
            self._definition = Definition()
        elif name in _CELLS:
            self._definition.word(name, number)
        elif name == "cell":
            self._in_table = True
            self._end_paragraph()
            self._cells.append(tuple(self._cell))
            self._cell = []
        elif name == "row":
            self._rows.rows.append((self._definition, self._cells))
            self._cells = []

    def _end_paragraph(self) -> None:
        self._end_left_out()
        words, label = self._taken("body").strip(), _label(self._taken("label"))
        boxes = [line for line in self._taken("box").split("\n") if line.strip()]
        if self._in_table:
            self._cell += [*numbered(label, words).split("\n"), *boxes] if words else boxes
            return
        self._end_table()
        self._builder.paragraph(words, label, self._level)
        for box in boxes:
            self._builder.paragraph(box)

    def _end_table(self) -> None:
        if self._rows.rows:
            self._builder.table(self._rows.grid())
            self._rows = Rows()


def _whole(words: str) -> str:
    """Words in which characters told in two halves are put together."""
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _heading_level(number: int | None) -> int:
    """Outline levels are 0 to 8, 9 is body text."""
    return number + 1 if number is not None and number < 9 else 0


def _label(words: str) -> str:
    """The number of a list as printed; a bullet is none."""
    return words.strip() if any(map(str.isalnum, words)) else ""
