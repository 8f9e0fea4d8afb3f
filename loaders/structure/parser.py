"""Text to outline: headings, items of running text and the sentences under them, with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.blocks.tables import Row
from loaders.structure.headings import INLINE, Marker, Style, marker_at, markers_inside
from loaders.structure.lines import Line
from loaders.structure.outline import Heading, Paragraph, Sentence
from loaders.structure.sentences import sentences

_LONGEST_HEADING = 60
_LONGEST_RUN_IN = 45
_LONGEST_BARE = 24
_BARE = re.compile(
    r"(?:进一步|切实|全面|着力|大力|持续|积极|加快)?(?:完善|健全|加强|推进|推动|强化|构建|建立|建设|拓展|促进|提升|提高|优化|深化|改革|落实|实施|开展|"
    r"守护|规范|扩大|夯实|巩固|发展|加大|做好|抓好|严格|创新|引导|培育|统筹|保障|防范|打造|畅通|压实|筑牢)[^，,；;：:、]{2,}。"
)
_PLURAL_ANAPHORA = re.compile(r"(?:这[几些两三四五六七八九十]|以上|上述)")
_CLOSING = re.compile(r"同志们[，,：:！!]|最后[，,]")
_LOOKAHEAD = 300
_NEXT_LINES = 9


@dataclass(frozen=True, slots=True)
class _Segment:
    """A line, or the part of one from an item's mark to the next."""

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


def parse(
    text: str,
    form: str,
    lines: Sequence[Line],
    headings: Mapping[int, int] | None = None,
    rows: Mapping[int, Row] | None = None,
) -> tuple[tuple[Heading, ...], tuple[Paragraph, ...]]:
    """Parse the body of one speech.

    Every sentence stands in exactly one paragraph, with the full path of headings above it. A heading under
    which nothing stands is itself a sentence, so that no task of a bare list is lost. Arguments: the text, its
    copy in one form (`headings.one_form`), the lines of the body, the levels of
    headings that the format marks by where they begin, the rows of tables by where they end.
    """
    segments = [
        segment
        for i, line in enumerate(lines)
        for segment in _told(line, headings or {}, rows or {}) or _segments(text, form, lines, i)
    ]
    return _Nesting(text, segments).outline()


def _told(line: Line, headings: Mapping[int, int], rows: Mapping[int, Row]) -> tuple[_Segment, ...]:
    """The segment of a line of which the format says what it is: a row of a table or a heading."""
    if line.end in rows:
        return (_Segment(None, line.start, line.end, True, row=rows[line.end]),)
    if level := headings.get(line.start):
        mark = Marker(line.start, line.start, Style(min(level, Style.H6)), 0)
        return (_Segment(mark, line.start, line.end, True),)
    return ()


def _segments(text: str, form: str, lines: Sequence[Line], index: int) -> Iterator[_Segment]:
    line = lines[index]
    if _is_plain_heading(text, form, lines, index):
        yield _Segment(Marker(line.start, line.start, Style.PLAIN, 0), line.start, line.end, True)
        return
    later = [m for other in lines[index + 1 : index + _NEXT_LINES] if (m := marker_at(form, other.start))]
    markers = markers_inside(form, line.start, line.end, later)
    bounds = [m.start for m in markers]
    if not bounds or bounds[0] > line.start:
        yield from _with_bare_items(text, _Segment(None, line.start, bounds[0] if bounds else line.end, True))
    for marker, end in zip(markers, [*bounds, line.end][1:], strict=True):
        yield from _with_bare_items(text, _Segment(marker, marker.start, end, marker.start == line.start))


def _is_plain_heading(text: str, form: str, lines: Sequence[Line], index: int) -> bool:
    """A short line without any stop before a body paragraph is a heading without a number."""
    line = lines[index]
    words = text[line.start : line.end]
    if len(words) > 25 or re.search(r"[，。；：！？,;:!?\d]", words) or marker_at(form, line.start):
        return False
    following = lines[index + 1] if index + 1 < len(lines) else None
    return following is not None and following.end - following.start >= 40 and not words.startswith("同志们")


def _with_bare_items(text: str, segment: _Segment) -> Iterator[_Segment]:
    """Divide a segment at sub-items that are bare sentences (完善应急指挥体系。), where there are two or more."""
    found = list(sentences(text, segment.start, segment.end))
    heads = [s for s in found[1:-1] if _is_bare(text, s)]
    if len(heads) < 2:
        yield segment
        return
    starts = [s.start for s in heads]
    ends = [
        *starts,
        *(s.start for s in found if _PLURAL_ANAPHORA.match(text, s.start) and s.start > starts[-1]),
    ]
    yield replace(segment, end=starts[0])
    for head, end in zip(
        heads, [*ends[1 : len(starts)], _first(ends[len(starts) :], segment.end)], strict=True
    ):
        yield _Segment(Marker(head.start, head.start, Style.BARE, 0), head.start, end, False, head)
    if len(ends) > len(starts):
        yield _Segment(None, ends[len(starts)], segment.end, False)


def _first(values: list[int], default: int) -> int:
    return values[0] if values else default


def _is_bare(text: str, sentence: Sentence) -> bool:
    return sentence.end - sentence.start <= _LONGEST_BARE and bool(
        _BARE.fullmatch(text, sentence.start, sentence.end)
    )


class _Nesting:
    """Assigns each segment its heading path by the style and number of the marks."""

    def __init__(self, text: str, segments: list[_Segment]) -> None:
        self._text = text
        self._segments = segments
        self._open: list[_Open] = []
        self._nested: set[tuple[Style, Style]] = set()
        self._headings: list[Heading] = []
        self._paragraphs: list[Paragraph] = []
        self._columns: Heading | None = None

    def outline(self) -> tuple[tuple[Heading, ...], tuple[Paragraph, ...]]:
        for index, segment in enumerate(self._segments):
            if segment.row:
                self._add_row(segment, segment.row)
                continue
            self._columns = None
            if segment.marker:
                self._enter(index, segment, segment.marker)
            elif segment.opens_line:
                self._leave_items(index, segment)
            else:
                self._close_from(Style.BARE)
            self._add_body(index, segment)
        return tuple(self._headings), tuple(self._paragraphs)

    def _enter(self, index: int, segment: _Segment, marker: Marker) -> None:
        depth = self._depth(index, marker)
        heading = _heading(self._text, segment, depth + 1)
        self._open[depth:] = [_Open(marker, heading)]
        self._headings.append(heading)

    def _depth(self, index: int, marker: Marker) -> int:
        """How many open headings stay above a new one.

        A style that is open goes on or begins anew there; a new one goes below all that rank above it, and
        below one that usually ranks under it but goes on with its next number later (第一，with 1. inside).
        """
        for depth, opened in enumerate(self._open):
            if opened.marker.style is marker.style:
                return depth
        depth = len(self._open)
        while (
            depth
            and self._open[depth - 1].marker.style > marker.style
            and not self._holds(index, depth - 1, marker)
        ):
            depth -= 1
        self._nested.update((opened.marker.style, marker.style) for opened in self._open[:depth])
        return depth

    def _holds(self, index: int, depth: int, marker: Marker) -> bool:
        """Whether an open heading holds a mark that usually ranks above it: it did so before, or goes on later."""
        return (self._open[depth].marker.style, marker.style) in self._nested or self._goes_on(index, depth)

    def _goes_on(self, index: int, depth: int) -> bool:
        opened = self._open[depth].marker
        above = {o.marker.style: o.marker.number for o in self._open[:depth]}
        for later in self._later(index):
            if later.style is opened.style:
                return later.number == opened.number + 1
            if above.get(later.style) == later.number - 1:
                return False
        return False

    def _later(self, index: int) -> Iterator[Marker]:
        for segment in self._segments[index + 1 : index + _LOOKAHEAD]:
            if segment.marker:
                yield segment.marker

    def _leave_items(self, index: int, segment: _Segment) -> None:
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

    def _add_body(self, index: int, segment: _Segment) -> None:
        if segment.marker and _stands_alone(self._text, segment) and not self._is_leaf(index):
            return
        found = tuple(sentences(self._text, segment.start, segment.end))
        if found:
            self._paragraphs.append(Paragraph(tuple(o.heading for o in self._open), found))

    def _add_row(self, segment: _Segment, row: Row) -> None:
        """A row of headers is the innermost heading of the rows below it."""
        names = self._text[segment.start : segment.end].replace("\t", " | ")
        if row.cells:
            path = [opened.heading for opened in self._open] + ([self._columns] if self._columns else [])
            found = (Sentence(segment.start, segment.end),)
            self._paragraphs.append(Paragraph(tuple(path), found, row))
        elif self._columns:
            above = self._columns
            self._columns = replace(above, text=f"{above.text} | {names}", end=segment.end)
        else:
            self._columns = Heading(names, len(self._open) + 1, segment.start, segment.end)

    def _is_leaf(self, index: int) -> bool:
        """Whether nothing stands under a heading line: the next one is of its style or of one open above."""
        following = self._segments[index + 1] if index + 1 < len(self._segments) else None
        if following is None:
            return True
        return following.marker is not None and following.marker.style in {o.marker.style for o in self._open}


def _stands_alone(text: str, segment: _Segment) -> bool:
    """Whether a segment is a heading line and nothing else: no stop at its end, not long."""
    if segment.marker and segment.marker.style <= Style.H6:
        return True
    words = text[segment.start : segment.end].rstrip()
    return (
        segment.opens_line
        and len(words) <= _LONGEST_HEADING
        and words[-1] not in "。！？；!?;"
        and "。" not in words
    )


def _heading(text: str, segment: _Segment, level: int) -> Heading:
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
