"""Text to outline: headings, items of running text and the sentences under them, with offsets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from loaders.blocks.tables import Row
from loaders.lazy_pattern import lazy_pattern
from loaders.structure.headings import Marker, Style, marker_at, markers_inside
from loaders.structure.lines import Line
from loaders.structure.nesting import Nesting, Segment
from loaders.structure.outline import Heading, Paragraph, Sentence
from loaders.structure.sentences import sentences

_LONGEST_BARE = 24
_BARE = lazy_pattern(
    r"(?:进一步|切实|全面|着力|大力|持续|积极|加快)?(?:完善|健全|加强|推进|推动|强化|构建|建立|建设|拓展|促进|提升|提高|优化|深化|改革|落实|实施|开展|"
    r"守护|规范|扩大|夯实|巩固|发展|加大|做好|抓好|严格|创新|引导|培育|统筹|保障|防范|打造|畅通|压实|筑牢)[^，,；;：:、]{2,}。"
)
_PLURAL_ANAPHORA = lazy_pattern(r"(?:这[几些两三四五六七八九十]|以上|上述)")
_NEXT_LINES = 9


@dataclass(frozen=True, slots=True)
class KnownLines:
    """What is known of lines beside their words, by where they begin.

    `headings`: the levels of those that the format marks as headings; `marks`: the marks of those with decimal
    numbers; `plain`: those that hold no items whatever they look like; `rows`: the rows of tables by where they end.
    """

    headings: Mapping[int, int] = field(default_factory=dict)
    rows: Mapping[int, Row] = field(default_factory=dict)
    marks: Mapping[int, Marker] = field(default_factory=dict)
    plain: Collection[int] = ()


def parse(
    text: str, form: str, lines: Sequence[Line], known_lines: KnownLines | None = None
) -> tuple[tuple[Heading, ...], tuple[Paragraph, ...]]:
    """Parse the body of one speech.

    Every sentence stands in exactly one paragraph, with the full path of headings above it. A heading under
    which nothing stands is itself a sentence, so that no task of a bare list is lost. Arguments: the text, its
    copy in one form (`headings.one_form`), the lines of the body, what else is known of them.
    """
    known_lines = known_lines or KnownLines()
    segments = [
        segment
        for i, line in enumerate(lines)
        for segment in _told(line, known_lines) or _segments(text, form, lines, i)
    ]
    return Nesting(text, segments).outline()


def _told(line: Line, known_lines: KnownLines) -> tuple[Segment, ...]:
    """The segment of a line of which it is told what it is: a row of a table, a heading or mere text."""
    if line.start in known_lines.plain:
        return (Segment(None, line.start, line.end, True),)
    if line.end in known_lines.rows:
        return (Segment(None, line.start, line.end, True, row=known_lines.rows[line.end]),)
    if level := known_lines.headings.get(line.start):
        mark = Marker(line.start, line.start, Style(min(level, Style.H6)), 0)
        return (Segment(mark, line.start, line.end, True),)
    if marker := known_lines.marks.get(line.start):
        return (Segment(marker, line.start, line.end, True),)
    return ()


def _segments(text: str, form: str, lines: Sequence[Line], index: int) -> Iterator[Segment]:
    line = lines[index]
    if _is_plain_heading(text, form, lines, index):
        yield Segment(Marker(line.start, line.start, Style.PLAIN, 0), line.start, line.end, True)
        return
    later = [m for other in lines[index + 1 : index + _NEXT_LINES] if (m := marker_at(form, other.start))]
    markers = markers_inside(form, line.start, line.end, later)
    bounds = [m.start for m in markers]
    if not bounds or bounds[0] > line.start:
        yield from _with_bare_items(text, Segment(None, line.start, bounds[0] if bounds else line.end, True))
    for marker, end in zip(markers, [*bounds, line.end][1:], strict=True):
        yield from _with_bare_items(text, Segment(marker, marker.start, end, marker.start == line.start))


def _is_plain_heading(text: str, form: str, lines: Sequence[Line], index: int) -> bool:
    """A short line without any stop before a body paragraph is a heading without a number."""
    line = lines[index]
    words = text[line.start : line.end]
    if len(words) > 25 or re.search(r"[，。；：！？,;:!?\d]", words) or marker_at(form, line.start):
        return False
    following = lines[index + 1] if index + 1 < len(lines) else None
    return following is not None and following.end - following.start >= 40 and not words.startswith("同志们")


def _with_bare_items(text: str, segment: Segment) -> Iterator[Segment]:
    """Divide a segment at sub-items that are bare sentences (完善应急指挥体系。), where there are two or more."""
    spans = list(sentences(text, segment.start, segment.end))
    heads = [s for s in spans[1:-1] if _is_bare(text, s)]
    if len(heads) < 2:
        yield segment
        return
    starts = [s.start for s in heads]
    ends = [
        *starts,
        *(s.start for s in spans if _PLURAL_ANAPHORA.match(text, s.start) and s.start > starts[-1]),
    ]
    yield replace(segment, end=starts[0])
    for head, end in zip(
        heads, [*ends[1 : len(starts)], _first(ends[len(starts) :], segment.end)], strict=True
    ):
        yield Segment(Marker(head.start, head.start, Style.BARE, 0), head.start, end, False, head)
    if len(ends) > len(starts):
        yield Segment(None, ends[len(starts)], segment.end, False)


def _first(values: list[int], default: int) -> int:
    return values[0] if values else default


def _is_bare(text: str, sentence: Sentence) -> bool:
    return sentence.end - sentence.start <= _LONGEST_BARE and bool(
        _BARE.fullmatch(text, sentence.start, sentence.end)
    )
