"""What a loader returns: the speeches of a file, each an outline with offsets into the decoded text.

Every `start` and `end` counts characters of `LoadedFile.text`, end exclusive, so `text[start:end]` is always
the source as printed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from loaders.blocks.source import LeftOut
from loaders.blocks.tables import Row
from loaders.metadata.metadata import Metadata
from loaders.notes import Note


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body, white space trimmed."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading or an enumerated item's head, as printed; level 1 is the outermost.

    `text` is without the stops at its end, which the stretch holds where the heading is a line of its own.
    """

    text: str
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of body text under one heading path; a printed paragraph with 一是…二是… gives several.

    A row of a table is a paragraph of one sentence, its header the innermost heading.
    """

    path: tuple[Heading, ...]
    sentences: tuple[Sentence, ...]
    row: Row | None = None

    @property
    def start(self) -> int:
        """The first character of the stretch."""
        return self.sentences[0].start

    @property
    def end(self) -> int:
        """The end of the stretch, exclusive."""
        return self.sentences[-1].end


HeadKind = Literal["title", "subtitle", "number", "date", "speaker", "issuer", "other"]


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of what stands above or around a speech, and what it tells."""

    start: int
    end: int
    kind: HeadKind


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech or plan: its metadata, headings in reading order and body.

    `head`: the lines that tell its title, number, date. `header_rows`: the rows of tables that name their columns.
    """

    metadata: Metadata
    headings: tuple[Heading, ...]
    paragraphs: tuple[Paragraph, ...]
    head: tuple[HeadLine, ...] = ()
    header_rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file as read: its decoded text, the speeches in it and what was left out.

    Every character of the text that is not white space is in the head, a heading, a paragraph or a header row of
    a speech, or left out. `pages`: where each printed page begins, in characters, empty where there are none. `unread`:
    the pages that are pictures, by number from 1, with a key of each; `recognised`: those that a recogniser read.
    """

    text: str
    encoding: str
    speeches: tuple[Speech, ...]
    noise: tuple[LeftOut, ...] = ()
    warnings: tuple[Note, ...] = field(default=())
    pages: tuple[int, ...] = ()
    unread: Mapping[int, str] = field(default_factory=dict)
    recognised: frozenset[int] = frozenset()

    def page_at(self, place: int) -> int | None:
        """The printed page, counted from 1, on which a character stands, None where there are no pages."""
        return max(1, bisect_right(self.pages, place)) if self.pages else None

    def is_recognised(self, start: int, end: int) -> bool:
        """Whether a recogniser read some of a stretch of the text."""
        first, last = self.page_at(start), self.page_at(end - 1)
        return bool(first and last) and not self.recognised.isdisjoint(range(first or 0, (last or 0) + 1))
