"""Reads Markdown: the words as printed, without the marks for headings, emphasis and links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from loaders.blocks.builder import Builder, numbered
from loaders.blocks.source import Source
from loaders.blocks.tables import Box
from loaders.containers.signatures import kind_of
from loaders.formats.decoding import decode
from loaders.lazy_pattern import lazy_pattern
from loaders.notes import Note

# CommonMark takes no closing mark between a stop and a Chinese character (**一要快。**要准): offices write them so.
_BOLD = lazy_pattern(
    r"(?:^|(?<=[\s，。；：、（“]))(\*\*|__)(?=\S)([^*_\n]+[。：:；，！？）”])\1", re.MULTILINE
)
_HEADING = lazy_pattern(r"^#{1,6}\s+\S", re.MULTILINE)


class Markdown:
    """Text in any encoding with Markdown headings."""

    name = "Markdown"
    suffixes = frozenset({".md", ".markdown", ".txt", ".text"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are text with Markdown headings."""
        decoded = None if kind_of(data) else decode(data)
        return decoded is not None and bool(_HEADING.search(decoded.text))

    def load(self, data: bytes) -> Source:
        """Read the document; line breaks inside its paragraphs are kept, for offices write a paragraph a line."""
        decoded = decode(data)
        assert decoded is not None, "accepts() said that the bytes are text"
        reader = _Reader()
        for token in (
            MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(decoded.text)
        ):
            reader.take(token)
        warnings = (Note("undecoded"),) if decoded.damaged else ()
        return reader.builder.source(decoded.encoding, warnings)


class _Reader:
    """Reads the tokens of blocks into a builder."""

    def __init__(self) -> None:
        self.builder = Builder()
        self._level = 0
        self._label = ""
        self._rows: list[list[Box]] = []
        self._cell: str | None = None

    def take(self, token: Token) -> None:
        """Take in the next token."""
        if token.type == "heading_open":
            self._level = int(token.tag[1])
        elif token.type == "list_item_open":
            self._label = f"{token.info}{token.markup}" if token.info else ""
        elif token.type in ("inline", "code_block", "fence"):
            self._words(_printed(token))
        elif token.type in ("table_open", "tr_open", "th_open", "td_open"):
            self._open_cell(token.type)
        elif token.type in ("th_close", "td_close"):
            self._rows[-1].append(Box((self._cell or "",), header=token.type == "th_close"))
            self._cell = None
        elif token.type == "table_close":
            self.builder.table(self._rows)

    def _open_cell(self, kind: str) -> None:
        if kind == "table_open":
            self._rows = []
        elif kind == "tr_open":
            self._rows.append([])
        else:
            self._cell = ""

    def _words(self, words: str) -> None:
        if self._cell is not None:
            self._cell = words
            return
        label, self._label = self._label, ""
        self.builder.paragraph(numbered(label, words), "", self._level)
        self._level = 0


def _printed(token: Token) -> str:
    """The words of a block without marks, links and tags."""
    return _BOLD.sub(r"\2", _inline(token.children)) if token.type == "inline" else token.content


def _inline(children: Sequence[Token] | None) -> str:
    words = ""
    for child in children or ():
        if child.type in ("text", "code_inline", "text_special"):
            words += child.content
        elif child.type in ("softbreak", "hardbreak"):
            words += "\n"
    return words
