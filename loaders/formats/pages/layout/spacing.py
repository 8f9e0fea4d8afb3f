"""The spaces of a text: which white between printed characters, and between lines, belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from loaders.formats.pages.layout.labels import BULLET, LABEL
from loaders.formats.pages.sheet import Glyph

WIDE = "\u2e80"
"""From this character on they take a whole em."""
_BLANK = 0.8  # ems of white between Chinese characters that are a space of the text
_THIN_BLANK = 0.15  # the same where there is a blank in the file
_WORD_SPACE = 0.2  # ems of white between Latin words
_SPREAD = 0.4  # ems between letters that are set apart
_NUMERIC = frozenset("0123456789.,%")
_LONGEST_ADDRESS = 200  # characters

White = Mapping[int, tuple[float, bool]]
"""Characters with white before them: how much, in ems, and whether there is a blank in the file."""


def white_in(gaps: Sequence[float], blanks: set[int], em: float) -> White:
    """The white of a line that may be a space.

    Arguments: the gap before each character; before which of them there are blanks in the file; the size of type.
    """
    return {
        at: (gap / em, at in blanks)
        for at, gap in enumerate(gaps)
        if at and (gap > _WORD_SPACE * em or at in blanks)
    }


def spaced(glyphs: Sequence[Glyph], white: White, em: float) -> tuple[str, list[float]]:
    """The text of some characters with its spaces, and the left edge of each character of it."""
    texts = [glyph.text for glyph in glyphs]
    for at, (gap, blank) in white.items():
        before = "".join(texts[:at])
        if _is_space(before, texts[at], gap, blank) and not _is_spread(glyphs, em):
            texts[at] = " " + texts[at]
    text = "".join(texts)
    if len(text) == len(glyphs):
        return text, list(map(itemgetter(1), glyphs))
    return text, [glyph.left for glyph, piece in zip(glyphs, texts, strict=True) for _ in piece]


def joint(text: str, following: str) -> str:
    """What stands between two lines of a paragraph: a space between Latin words, nothing in Chinese.

    A hyphen at the end of a line stays (COVID-19); a number or an address goes on.
    """
    before, after = text[-1:], following[:1]
    if not (before + after).isascii() or before in "-/" or {before, after} <= _NUMERIC:
        return ""
    return "" if "://" in text[-_LONGEST_ADDRESS:].rsplit(" ", 1)[-1] else " "


def _is_space(text: str, following: str, gap: float, blank: bool) -> bool:
    """Whether white between two characters is a space of the text.

    Room between Chinese and Latin characters, and behind a label, is the work of the program that set the type.
    Arguments: what stands before and behind; the gap in ems; whether there is a blank in the file.
    """
    latin = _is_latin(text[-1]), _is_latin(following[0])
    if all(latin) or BULLET.fullmatch(text):
        return blank or gap > _WORD_SPACE
    typed = blank and gap >= _THIN_BLANK and not any(latin)
    return (typed or gap >= _BLANK) and not LABEL.fullmatch(text)


def _is_latin(character: str) -> bool:
    return character < WIDE and character not in "“”‘’—…·"


def _is_spread(glyphs: Sequence[Glyph], em: float) -> bool:
    """Whether a line has its letters apart throughout, so that white between two of them says nothing."""
    gaps = sorted(b.left - a.right for a, b in pairwise(glyphs))
    return len(gaps) > 1 and gaps[len(gaps) // 2] > _SPREAD * em and glyphs[0].text >= WIDE
