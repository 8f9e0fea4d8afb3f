"""Heading paths: which headings stay open above an item, by the style and number of the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.blocks.tables import Row
from loaders.lazy_pattern import lazy_pattern
from loaders.structure.headings import INLINE, Marker, Style
from loaders.structure.outline import Heading, Paragraph, Sentence
from loaders.structure.sentences import sentences

_LONGEST_HEADING = 60
_LONGEST_COLUMNS = 300  # characters of the names of columns: every row stands under them
_LONGEST_RUN_IN = 45
_CLOSING = lazy_pattern(r"同志们[，,：:！!]|最后[，,]")
# A heading that says by when is a task: it is a sentence of the text, too.
_DUE = lazy_pattern(r"(?:\d\s?[月日年]|月底|季度|[年月]?[底末]|年内|半年)\s?(?:之?前|以前|内)")
_LOOKAHEAD = 300
_ITEMS_OF_ARTICLES = frozenset({Style.HAN_PAREN, Style.ARABIC, Style.ARABIC_PAREN, Style.CIRCLED})


@dataclass(frozen=True, slots=True)
class Segment:
    """A line, or the part of one from an item's mark to the next; `head` is the bare sentence that it begins with."""

    marker: Marker | None
    start: int
    end: int
    opens_line: bool
    head: Sentence | None = None
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class _Open:
    marker: Marker
    heading: Heading


class Nesting:
    """Assigns each segment its heading path by the style and number of the marks."""

    def __init__(self, text: str, segments: list[Segment]) -> None:
        self._text = text
        self._segments = segments
        self._open: list[_Open] = []
        self._nested: set[tuple[Style, Style]] = set()
        self._chains: set[tuple[Style, Style]] = set()
        self._headings: list[Heading] = []
        self._paragraphs: list[Paragraph] = []
        self._columns: Heading | None = None
        self._in_article = False

    def outline(self) -> tuple[tuple[Heading, ...], tuple[Paragraph, ...]]:
        """The headings in reading order, and the paragraphs with their paths."""
        for index, segment in enumerate(self._segments):
            if segment.row:
                self._add_row(segment, segment.row)
                continue
            self._columns = None
            if self._in_article and segment.marker and segment.marker.style in _ITEMS_OF_ARTICLES:
                self._add_item(segment)
                continue
            self._in_article = False
            if segment.marker:
                self._enter(index, segment, segment.marker)
            elif segment.opens_line:
                self._leave_items(index, segment)
            else:
                self._close_from(Style.BARE)
            self._add_body(index, segment)
        return tuple(self._headings), tuple(self._paragraphs)

    def _enter(self, index: int, segment: Segment, marker: Marker) -> None:
        depth = self._depth(index, marker)
        if marker.style is Style.ARTICLE and not _stands_alone(self._text, segment):
            # 第三条 with its text on the line is no heading, nor are its items: （一） and what is below are its text.
            del self._open[depth:]
            self._in_article = True
            return
        heading = _heading(self._text, segment, depth + 1)
        self._open[depth:] = [_Open(marker, heading)]
        self._headings.append(heading)

    def _depth(self, index: int, marker: Marker) -> int:
        """How many open headings stay above a new one.

        A style that is open goes on or begins anew there; a new one goes below all that rank above it, and
        below one that usually ranks under it but goes on with its next number later (第一，with 1. inside).
        """
        same = [depth for depth, opened in enumerate(self._open) if opened.marker.style is marker.style]
        if same and not self._nests(index, same[-1], marker):
            following = (
                depth for depth in reversed(same) if self._open[depth].marker.number + 1 == marker.number
            )
            return next(following, same[0])
        depth = len(self._open)
        while (
            depth
            and self._open[depth - 1].marker.style > marker.style
            and not self._holds(index, depth - 1, marker)
        ):
            depth -= 1
        self._nested.update((opened.marker.style, marker.style) for opened in self._open[:depth])
        return depth

    def _nests(self, index: int, depth: int, marker: Marker) -> bool:
        """Whether a series begins anew inside the items of one of its own style (一是 … 1. … 一是)."""
        between = self._open[depth + 1 :]
        if marker.number != 1 or not between:
            return False
        if between[0].marker.style < marker.style:  # it holds what usually holds it: it is the outer one
            return True
        chain = (marker.style, between[0].marker.style)
        if chain not in self._chains and self._goes_on(index, depth, inner=1):
            self._chains.add(chain)
        return chain in self._chains

    def _holds(self, index: int, depth: int, marker: Marker) -> bool:
        """Whether an open heading holds a mark that usually ranks above it: it did so before, or goes on later."""
        return (self._open[depth].marker.style, marker.style) in self._nested or self._goes_on(index, depth)

    def _goes_on(self, index: int, depth: int, inner: int = 0) -> bool:
        """Whether the series of an open heading has its next number later.

        A series of its style that begins anew in between is one inside it: `inner` is the last number of it, 0 where
        there is none yet.
        """
        opened = self._open[depth].marker
        above = {o.marker.style: o.marker.number for o in self._open[:depth]}
        for later in self._later(index):
            if later.style is opened.style:
                if inner and later.number == inner + 1:
                    inner = later.number
                elif later.number == opened.number + 1:
                    return True
                elif later.number == 1:
                    inner = 1
                else:
                    return False
            if above.get(later.style) == later.number - 1:
                return False
        return False

    def _later(self, index: int) -> Iterator[Marker]:
        for segment in self._segments[index + 1 : index + _LOOKAHEAD]:
            if segment.marker:
                yield segment.marker

    def _leave_items(self, index: int, segment: Segment) -> None:
        """A printed paragraph without a mark ends the items of the one before, unless their series goes on."""
        if _CLOSING.match(self._text, segment.start):
            self._open.clear()
        self._close_from(Style.BARE)
        while (
            self._open
            and self._open[-1].marker.style in INLINE
            and not self._goes_on(index, len(self._open) - 1)
        ):
            self._open.pop()

    def _close_from(self, style: Style) -> None:
        while self._open and self._open[-1].marker.style is style:
            self._open.pop()

    def _add_body(self, index: int, segment: Segment) -> None:
        is_task = bool(_DUE.search(self._text, segment.start, segment.end))
        if segment.marker and _stands_alone(self._text, segment) and not (is_task or self._is_leaf(index)):
            return
        spans = tuple(sentences(self._text, segment.start, segment.end))
        if spans:
            self._paragraphs.append(Paragraph(tuple(o.heading for o in self._open), spans))

    def _add_item(self, segment: Segment) -> None:
        """An item of an article belongs to the paragraph of the article."""
        above = self._paragraphs[-1]
        spans = tuple(sentences(self._text, segment.start, segment.end))
        self._paragraphs[-1] = replace(above, sentences=(*above.sentences, *spans))

    def _add_row(self, segment: Segment, row: Row) -> None:
        """A row of headers is the innermost heading of the rows below it."""
        above = self._columns
        if row.cells:
            path = [opened.heading for opened in self._open] + ([above] if above else [])
            spans = (Sentence(segment.start, segment.end),)
            self._paragraphs.append(Paragraph(tuple(path), spans, row))
            return
        names = self._text[segment.start : segment.end].replace("\t", " | ")[:_LONGEST_COLUMNS]
        if above:
            both = f"{above.text} | {names}"[:_LONGEST_COLUMNS]
            self._columns = replace(above, text=both, end=segment.end)
        else:
            self._columns = Heading(names, len(self._open) + 1, segment.start, segment.end)

    def _is_leaf(self, index: int) -> bool:
        """Whether nothing stands under a heading line: the next one is of its style or of one open above."""
        following = self._segments[index + 1] if index + 1 < len(self._segments) else None
        if following is None:
            return True
        return following.marker is not None and following.marker.style in {o.marker.style for o in self._open}


def _has_title(text: str, segment: Segment) -> bool:
    """Whether an article has a title of its own and no text on the line: 第三条　适用范围."""
    return not re.search(r"[，：:；、,]", text[segment.start : segment.end])


def _stands_alone(text: str, segment: Segment) -> bool:
    """Whether a segment is a heading line and nothing else: no stop at its end, not long."""
    if segment.marker and segment.marker.style <= Style.H6:
        return True
    if segment.marker and segment.marker.style is Style.ARTICLE and not _has_title(text, segment):
        return False
    words = text[segment.start : segment.end].rstrip()
    return (
        segment.opens_line
        and len(words) <= _LONGEST_HEADING
        and words[-1] not in "。！？；!?;"
        and "。" not in words
    )


def _heading(text: str, segment: Segment, level: int) -> Heading:
    """The heading of a segment: its line, its run-in title, or the first clause of a long sentence."""
    if _stands_alone(text, segment):
        return replace(_printed(text, segment.start, segment.end, level), end=segment.end)
    first = next(sentences(text, segment.start, segment.end))
    if first.end - first.start > _LONGEST_RUN_IN:
        clause = re.compile(r"[，,；;：:。]").search(text, first.start, first.end)
        return _printed(text, first.start, clause.start() if clause else first.end, level)
    return _printed(text, first.start, first.end, level)


def _printed(text: str, start: int, end: int, level: int) -> Heading:
    words = text[start:end][: _LONGEST_HEADING + 20].rstrip(" \t　。；，：;,:*")
    return Heading(words, level, start, start + len(words))
