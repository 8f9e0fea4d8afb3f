"""Figures and names that the source leaves blank: X, XX, ×, * and 20xx."""

from __future__ import annotations

from loaders.lazy_pattern import lazy_pattern

_LETTERS = r"(?<![A-Za-z0-9])20[xX×*]{2}|(?<![A-Za-z])[XxＸ×]{1,6}(?![A-Za-z光线])|(?<!\*)\*{1,4}(?=[^*\s#]{0,2}[%％‰个所家名人元张亿万市县区院])"
BLANK = lazy_pattern(_LETTERS + r"|＊+|[□○]{2,}")
"""A blank; a letter X in a word of Latin letters (X光, CT-X) is none."""

END_OF_BLANK = _LETTERS + r"|＊|[□○]{2}"
"""The same as part of a pattern that asks only whether there is one: without a repetition that has no end."""

_COUNTED = lazy_pattern(r"^\s?(?:[%％‰个所家名人元张亿万例次项条分岁多余/]|平方|千米|公里|周岁)")


def is_redacted(text: str) -> bool:
    """Whether a figure or name is blank in a text."""
    return bool(BLANK.search(text))


def blank_figures(text: str) -> int:
    """How many figures (blanks before a unit) are blank in a text."""
    return sum(bool(_COUNTED.match(text[match.end() :])) for match in BLANK.finditer(text))
