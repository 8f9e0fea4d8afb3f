"""Characters to printed lines: what stands side by side, with the spaces that belong to the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.formats.pages.sheet import Glyph

WIDE_GAP = 1.2
"""Ems of white that part two segments of a line: columns, cells of a table, a word at the far end."""
_BLANK = 0.8  # ems of white between Chinese characters that are a space of the text
_THIN_SPACE = 0.15  # ems of white of a blank between Chinese characters
_WORD_SPACE = 0.2  # ems of white between Latin words
_WIDE = "\u2e80"  # from here on characters take a whole em
# What a line break keeps together: what opens with what follows, a word or number, what closes with what it follows.
_OPENING, _CLOSING = r"[“‘（〔《〈「『【(\[]", r"[”’）〕》〉」』】)\],.;:!?，。、；：！？·…％%]"
_FIRST_WORD = re.compile(rf"{_OPENING}*(?:[A-Za-z0-9][A-Za-z0-9.,:%‰/~+\-]*|([—…])\1*|.){_CLOSING}*", re.DOTALL)
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
_MARK_GAP = 3.0  # ems of white at most between the number of an item and its text


@dataclass(frozen=True, slots=True)
class Segment:
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
class Line:
    """A printed line: its segments from left to right."""

    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """What is printed, with a space for each wide gap."""
        return " ".join(segment.text for segment in self.segments)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(segment.top for segment in self.segments)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(segment.bottom for segment in self.segments)

    @property
    def em(self) -> float:
        """The size of the type of its longest segment."""
        return max(self.segments, key=lambda segment: len(segment.text)).em

    @property
    def whole(self) -> Segment:
        """The line as one segment."""
        return joined(self.segments)


def joined(segments: Sequence[Segment]) -> Segment:
    """Segments of one line as one."""
    first, *others = segments
    if not others:
        return first
    longest = max(segments, key=lambda segment: len(segment.text))
    return Segment(
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


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
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


def _line(glyphs: list[Glyph]) -> Line | None:
    """The line of some characters; None where nothing is printed."""
    glyphs.sort(key=lambda glyph: glyph.left)
    em, has_em = _em(glyphs)
    parts: list[list[Glyph]] = [[]]
    right = None
    for glyph in glyphs:
        if glyph.text != " ":
            if right is not None and glyph.left - right > WIDE_GAP * em:
                parts.append([])
            right = max(right or glyph.right, glyph.right)
        parts[-1].append(glyph)
    parts = _with_marks([part for part in parts if any(glyph.text != " " for glyph in part)], em)
    if len(parts) > 1 and _is_letter_spaced(parts):
        return Line((_segment([glyph for part in parts for glyph in part], em, has_em, spaced=True),))
    return Line(tuple(_segment(part, em, has_em) for part in parts)) if parts else None


def _with_marks(parts: list[list[Glyph]], em: float) -> list[list[Glyph]]:
    """The parts of a line, the number of an item together with its text."""
    if len(parts) > 1 and len(parts[0]) <= 8:
        mark = "".join(glyph.text for glyph in parts[0]).strip()
        if MARK.fullmatch(mark) and parts[1][0].left - parts[0][-1].right <= _MARK_GAP * em:
            return [parts[0] + parts[1], *parts[2:]]
    return parts


def _em(glyphs: Sequence[Glyph]) -> tuple[float, bool]:
    """The size of type, the width of a Chinese character; from the height where there are none."""
    widths = sorted(glyph.right - glyph.left for glyph in glyphs if glyph.text >= _WIDE)
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


def _segment(glyphs: Sequence[Glyph], em: float, has_em: bool, spaced: bool = False) -> Segment:
    text, places = _words(glyphs, em, spaced)
    printed = [glyph for glyph in glyphs if glyph.text != " "]
    left, right = printed[0].left, max(glyph.right for glyph in printed)
    places.append(right)
    word, label = _FIRST_WORD.match(text), _LABEL.match(text)
    return Segment(
        text,
        left,
        min(glyph.top for glyph in printed),
        right,
        max(glyph.bottom for glyph in printed),
        em,
        has_em,
        (places[word.end()] if word else right) - left,
        places[label.end()] if label and label.end() < len(text) else left,
    )


def _words(glyphs: Sequence[Glyph], em: float, spaced: bool) -> tuple[str, list[float]]:
    """The text of some characters with its spaces, and the left edge of each character of it."""
    text, places = "", []
    blank, right = False, None
    for glyph in glyphs:
        if glyph.text == " ":
            blank = True
            continue
        gap = 0.0 if right is None else glyph.left - right
        white = (blank or gap > _WORD_SPACE * em) and text and not spaced
        if white and _is_space(text, glyph.text, gap / em, blank) and not _is_spread(glyphs, em):
            text += " "
            places.append(glyph.left)
        text += glyph.text
        places += [glyph.left] * len(glyph.text)
        blank, right = False, glyph.right
    return text, places


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


def _is_spread(glyphs: Sequence[Glyph], em: float) -> bool:
    """Whether a line has its letters apart throughout, so that white between two of them says nothing."""
    printed = [glyph for glyph in glyphs if glyph.text != " "]
    gaps = sorted(b.left - a.right for a, b in pairwise(printed))
    return len(gaps) > 1 and gaps[len(gaps) // 2] > 0.4 * em and printed[0].text >= _WIDE
