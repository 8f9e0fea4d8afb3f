"""Characters to printed lines: what stands side by side, with the spaces that belong to the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter, sub

from loaders.formats.pages.sheet import Glyph

WIDE_GAP = 1.2
"""Ems of white that part two segments of a line: columns, cells of a table, a word at the far end."""
_BLANK = 0.8  # ems of white between Chinese characters that are a space of the text
_THIN_SPACE = 0.15  # ems of white of a blank between Chinese characters
_WORD_SPACE = 0.2  # ems of white between Latin words
_WIDE = "\u2e80"  # from here on characters take a whole em
# What a line break keeps together: what opens with what follows, a word or number, what closes with what it follows.
_OPENING, _CLOSING = r"[“‘（〔《〈「『【(\[]", r"[”’）〕》〉」』】)\],.;:!?，。、；：！？·…％%]"
_FIRST_WORD = re.compile(
    rf"{_OPENING}*(?:[A-Za-z0-9][A-Za-z0-9.,:%‰/~+\-]*|([—…])\1*|.){_CLOSING}*", re.DOTALL
)
_HAN = "一二三四五六七八九十百"
MARK = re.compile(
    rf"(?:第[{_HAN}\d]{{1,4}}[章节条]|[{_HAN}]{{1,3}}[、.．]|[(（][{_HAN}\d]{{1,3}}[)）]|\d{{1,2}}(?:\.\d{{1,2}})*[.．、)）](?!\d)|"
    r"[①-⑳⑴-⒇●◆■□○·▪•]|[a-zA-Z][.)）])\s*"
)
"""What begins an item: 一、, （一）, 1., ①, ●."""
_LABEL = re.compile(rf"{MARK.pattern}|\d{{1,2}}(?:\.\d{{1,2}})*(?=\s)\s*|[\u4e00-\u9fff]{{2,6}}[:：]\s*")
_BULLET = re.compile(r"[-*+•●◆■□○·▪]")
_NUMERIC = frozenset("0123456789.,%")
_LONGEST_ADDRESS = 200  # characters
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


def joint(text: str, following: str) -> str:
    """What stands between two lines of a paragraph: a space between Latin words, nothing in Chinese.

    A hyphen at the end of a line stays (COVID-19); a number or an address goes on.
    """
    before, after = text[-1:], following[:1]
    if not (before + after).isascii() or before in "-/" or {before, after} <= _NUMERIC:
        return ""
    return "" if "://" in text[-_LONGEST_ADDRESS:].rsplit(" ", 1)[-1] else " "


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
    em, has_em = _em(glyphs)
    parts = _with_marks(list(_parts(glyphs, WIDE_GAP * em)), em)
    if len(parts) > 1 and _is_letter_spaced(parts):
        return PageLine.of([_segment([glyph for part in parts for glyph in part], em, has_em, spaced=True)])
    return PageLine.of([_segment(part, em, has_em) for part in parts]) if parts else None


def _parts(glyphs: list[Glyph], gap: float) -> Iterator[list[Glyph]]:
    """The stretches of a line between gaps that are wider; without what is blank alone."""
    if _widest_gap(glyphs) <= gap:
        yield from _printed(glyphs)
        return
    start, right = 0, glyphs[0].left
    for index, (text, left, _, end, _) in enumerate(glyphs):
        if text != " ":
            if left - right > gap and index > start:
                yield from _printed(glyphs[start:index])
                start = index
            right = max(right, end)
    yield from _printed(glyphs[start:])


def _widest_gap(glyphs: Sequence[Glyph]) -> float:
    """The most white between two neighbours."""
    return max(map(sub, map(_LEFT, glyphs[1:]), map(_RIGHT, glyphs)), default=0.0)


def _printed(part: list[Glyph]) -> Iterator[list[Glyph]]:
    if any(glyph.text != " " for glyph in part):
        yield part


def _with_marks(parts: list[list[Glyph]], em: float) -> list[list[Glyph]]:
    """The parts of a line, the number of an item together with its text."""
    if len(parts) > 1 and len(parts[0]) <= 8:
        mark = "".join(glyph.text for glyph in parts[0]).strip()
        if MARK.fullmatch(mark) and parts[1][0].left - parts[0][-1].right <= _MARK_GAP * em:
            return [parts[0] + parts[1], *parts[2:]]
    return parts


def _em(glyphs: Sequence[Glyph]) -> tuple[float, bool]:
    """The size of type, the width of a Chinese character; from the height where there are none."""
    widths = sorted([right - left for text, left, _, right, _ in glyphs if text >= _WIDE])
    if len(widths) > 1 or len(widths) * 2 > len(glyphs):
        return widths[len(widths) // 2] or 1.0, True
    heights = sorted(map(_height, glyphs))
    return 0.9 * heights[len(heights) // 2] or 1.0, False


def _is_letter_spaced(parts: Sequence[Sequence[Glyph]]) -> bool:
    """Whether a line is a heading with its letters far apart: single Chinese characters at equal distances."""
    letters = [[glyph for glyph in part if glyph.text != " "] for part in parts]
    if any(len(part) > 1 or part[0].text < _WIDE for part in letters):
        return False
    steps = [b[0].left - a[0].left for a, b in pairwise(letters)]
    return max(steps) < 1.25 * min(steps)


def _segment(glyphs: Sequence[Glyph], em: float, has_em: bool, spaced: bool = False) -> LineSegment:
    text, places = _words(glyphs, em, spaced)
    printed = [glyph for glyph in glyphs if glyph.text != " "]
    left, right = printed[0].left, max(map(_RIGHT, printed))
    places.append(right)
    word, label = _FIRST_WORD.match(text), _LABEL.match(text)
    return LineSegment(
        text,
        left,
        min(map(_TOP, printed)),
        right,
        max(map(_BOTTOM, printed)),
        em,
        has_em,
        (places[word.end()] if word else right) - left,
        places[label.end()] if label and label.end() < len(text) else left,
    )


def _words(glyphs: Sequence[Glyph], em: float, spaced: bool) -> tuple[str, list[float]]:
    """The text of some characters with its spaces, and the left edge of each character of it."""
    printed, blanks = _without_blanks(glyphs)
    places = list(map(_LEFT, printed))
    gaps = list(map(sub, places[1:], map(_RIGHT, printed)))
    white = [at for at, gap in enumerate(gaps, 1) if gap > _WORD_SPACE * em or at in blanks]
    texts = list(map(_TEXT, printed))
    for at in [] if spaced else white:
        before = "".join(texts[:at])
        if _is_space(before, texts[at], gaps[at - 1] / em, at in blanks) and not _is_spread(printed, em):
            texts[at] = " " + texts[at]
    text = "".join(texts)
    if len(text) > len(texts):
        places = [left for left, piece in zip(places, texts, strict=True) for _ in piece]
    return text, places


def _without_blanks(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], set[int]]:
    """What is printed, and before which of it there are blanks in the file."""
    printed: list[Glyph] = []
    blanks: set[int] = set()
    for glyph in glyphs:
        if glyph.text == " ":
            blanks.add(len(printed))
        else:
            printed.append(glyph)
    return printed, blanks


def _is_space(text: str, following: str, gap: float, blank: bool) -> bool:
    """Whether white between two characters is a space of the text.

    Arguments: what stands before and behind; the gap in ems; whether there is a blank in the file. Room between Chinese and Latin characters, and behind a label, is the work of the program that set the type.
    """
    if _is_latin(text[-1]) and _is_latin(following[0]):
        return blank or gap > _WORD_SPACE
    if _BULLET.fullmatch(text):
        return blank or gap > _WORD_SPACE
    typed = blank and gap >= _THIN_SPACE and not _is_latin(text[-1]) and not _is_latin(following[0])
    return (typed or gap >= _BLANK) and not _LABEL.fullmatch(text)


def _is_latin(character: str) -> bool:
    return character < _WIDE and character not in "“”‘’—…·"


def _is_spread(printed: Sequence[Glyph], em: float) -> bool:
    """Whether a line has its letters apart throughout, so that white between two of them says nothing."""
    gaps = sorted(b.left - a.right for a, b in pairwise(printed))
    return len(gaps) > 1 and gaps[len(gaps) // 2] > 0.4 * em and printed[0].text >= _WIDE
