"""Characters to printed lines: what stands side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter, sub

from loaders.formats.pages.layout.labels import LABEL, MARK
from loaders.formats.pages.layout.spacing import WIDE, White, spaced, white_in
from loaders.formats.pages.sheet import Glyph
from loaders.lazy_pattern import lazy_pattern

WIDE_GAP = 1.2
"""Ems of white that part two segments of a line: columns, cells of a table, a word at the far end."""
# What a line break keeps together: what opens with what follows, a word or number, what closes with what it follows.
_OPENING, _CLOSING = r"[“‘（〔《〈「『【(\[]", r"[”’）〕》〉」』】)\],.;:!?，。、；：！？·…％%]"
_FIRST_WORD = lazy_pattern(
    rf"{_OPENING}*(?:[A-Za-z0-9][A-Za-z0-9.,:%‰/~+\-]*|([—…])\1*|.){_CLOSING}*", re.DOTALL
)
_TEXT, _LEFT, _TOP, _RIGHT, _BOTTOM = map(itemgetter, range(5))
_MARK_GAP = 3.0  # ems of white at most between the number of an item and its text


@dataclass(frozen=True, slots=True)
class LineSegment:
    """A stretch of a printed line without a wide gap.

    `em` is the size of its type, exact where it has Chinese characters (`has_em`). `first_word` is the width of what
    no line break divides at its beginning; `after_label` is where the text begins behind a number or a label (附件：),
    its left edge where there is none.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    em: float
    has_em: bool
    first_word: float
    after_label: float


@dataclass(frozen=True, slots=True)
class PageLine:
    """A printed line: its segments from left to right, its upper and lower edge."""

    segments: tuple[LineSegment, ...]
    top: float
    bottom: float

    @classmethod
    def of(cls, segments: Sequence[LineSegment]) -> PageLine:
        """The line of some segments."""
        return cls(tuple(segments), min(s.top for s in segments), max(s.bottom for s in segments))

    @property
    def text(self) -> str:
        """What is printed, with a space for each wide gap."""
        return " ".join([segment.text for segment in self.segments])

    @property
    def em(self) -> float:
        """The size of the type of its longest segment."""
        return max(self.segments, key=lambda segment: len(segment.text)).em

    @property
    def whole(self) -> LineSegment:
        """The line as one segment."""
        return joined(self.segments)


def joined(segments: Sequence[LineSegment]) -> LineSegment:
    """Segments of one line as one."""
    first, *others = segments
    if not others:
        return first
    longest = max(segments, key=lambda segment: len(segment.text))
    return LineSegment(
        " ".join(segment.text for segment in segments),
        first.left,
        min(segment.top for segment in segments),
        segments[-1].right,
        max(segment.bottom for segment in segments),
        longest.em,
        longest.has_em,
        first.first_word,
        first.after_label,
    )


def lines_of(glyphs: Iterable[Glyph]) -> list[PageLine]:
    """The printed lines of some characters, from the top down."""
    lines: list[list[list[Glyph]]] = []
    for run in sorted(_runs(glyphs), key=lambda run: run[0].top + run[0].bottom):
        if lines and _beside(max((other[0] for other in lines[-1]), key=_height), run[0]):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [line for runs in lines if (line := _line([glyph for run in runs for glyph in run]))]


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters that follow each other on a line, in one size of type."""
    run: list[Glyph] = []
    top = bottom = right = high = 0.0
    for glyph in glyphs:
        if run and not (
            abs(glyph.top - top) + abs(glyph.bottom - bottom) < 0.4 * high
            and -0.3 * high < glyph.left - right < 2 * high
        ):
            yield run
            run = []
        if not run:
            top, bottom = glyph.top, glyph.bottom
            high = bottom - top
        run.append(glyph)
        right = glyph.right
    if run:
        yield run


def _height(glyph: Glyph) -> float:
    return glyph.bottom - glyph.top


def _beside(line: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands on the line of another: at the same height, or smaller and within it (an index)."""
    small, big = sorted((_height(line), _height(glyph)))
    apart = abs(line.top + line.bottom - glyph.top - glyph.bottom) / 2
    if small > 0.75 * big:
        return apart < 0.4 * small
    return min(line.bottom, glyph.bottom) - max(line.top, glyph.top) > 0.6 * small


def _line(glyphs: list[Glyph]) -> PageLine | None:
    """The line of some characters; None where nothing is printed."""
    glyphs.sort(key=_LEFT)
    printed, blanks = _without_blanks(glyphs)
    if not printed:
        return None
    em, has_em = _em(printed)
    gaps = [0.0, *map(sub, map(_LEFT, printed[1:]), map(_RIGHT, printed))]
    parts = list(pairwise([0, *(at for at, gap in enumerate(gaps) if gap > WIDE_GAP * em), len(printed)]))
    if len(parts) > 1 and _is_mark(printed[: parts[0][1]], gaps[parts[0][1]] / em):
        parts[:2] = [(0, parts[1][1])]
    letter_spaced = len(parts) > 1 and _is_letter_spaced(printed, parts)
    if letter_spaced:
        parts = [(0, len(printed))]
    return PageLine.of(
        [
            _segment(
                printed[start:end],
                {} if letter_spaced else white_in(gaps[start:end], {at - start for at in blanks}, em),
                em,
                has_em,
            )
            for start, end in parts
        ]
    )


def _without_blanks(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], set[int]]:
    """What is printed, and before which of it there are blanks in the file."""
    printed: list[Glyph] = []
    blanks: set[int] = set()
    for glyph in glyphs:
        if glyph[0] == " ":
            blanks.add(len(printed))
        else:
            printed.append(glyph)
    return printed, blanks


def _em(glyphs: Sequence[Glyph]) -> tuple[float, bool]:
    """The size of type, the width of a Chinese character; from the height where there are none."""
    widths = sorted([right - left for text, left, _, right, _ in glyphs if text >= WIDE])
    if len(widths) > 1 or len(widths) * 2 > len(glyphs):
        return widths[len(widths) // 2] or 1.0, True
    heights = sorted(map(_height, glyphs))
    return 0.9 * heights[len(heights) // 2] or 1.0, False


def _is_mark(glyphs: Sequence[Glyph], gap: float) -> bool:
    """Whether what begins a line is the number of an item, which stands with its text; the gap is in ems."""
    return len(glyphs) <= 8 and gap <= _MARK_GAP and bool(MARK.fullmatch("".join(map(_TEXT, glyphs))))


def _is_letter_spaced(glyphs: Sequence[Glyph], parts: Sequence[tuple[int, int]]) -> bool:
    """Whether a line is a heading with its letters far apart: single Chinese characters at equal distances."""
    if any(end - start > 1 or glyphs[start].text < WIDE for start, end in parts):
        return False
    steps = [b.left - a.left for a, b in pairwise(glyphs)]
    return max(steps) < 1.25 * min(steps)


def _segment(glyphs: Sequence[Glyph], white: White, em: float, has_em: bool) -> LineSegment:
    text, places = spaced(glyphs, white, em)
    left, right = glyphs[0].left, max(map(_RIGHT, glyphs))
    places.append(right)
    word, label = _FIRST_WORD.match(text), LABEL.match(text)
    return LineSegment(
        text,
        left,
        min(map(_TOP, glyphs)),
        right,
        max(map(_BOTTOM, glyphs)),
        em,
        has_em,
        (places[word.end()] if word else right) - left,
        places[label.end()] if label and label.end() < len(text) else left,
    )
