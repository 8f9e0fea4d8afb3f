"""Marks that the recogniser takes for others: full-width ones, which print in Chinese has, for half-width ones; ‰ for %0."""

from __future__ import annotations

from loaders.lazy_pattern import lazy_pattern

_FULL = dict(zip("(),:;?!", "（），：；？！", strict=True))
_HAN = lazy_pattern(r"[\u3400-\u9fff]")
# Not 3,000, 8:30, f(x); nor the comma behind a digit at the end of a line, where a number may go on.
_MARK = lazy_pattern(r"(?<![0-9A-Za-z])[(),:;?!]|(?!(?<=[0-9]),$)[(),:;?!](?![0-9A-Za-z])")
_PER_MILLE = lazy_pattern(r"(?<=[0-9X])%[0o](?![0-9A-Za-z.])")


def as_printed(text: str) -> str:
    """A line with the marks of Chinese print, where it is Chinese and they do not stand inside a word or number."""
    text = _PER_MILLE.sub("‰", text)
    return _MARK.sub(lambda mark: _FULL[mark[0]], text) if _HAN.search(text) else text
