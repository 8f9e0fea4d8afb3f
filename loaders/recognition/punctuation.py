"""The width of punctuation: recognisers do not tell full-width marks from others, print in Chinese has the full ones."""

from __future__ import annotations

import re

_FULL = dict(zip("(),:;?!", "（），：；？！", strict=True))
_HAN = re.compile(r"[\u3400-\u9fff]")
_MARK = re.compile(r"(?<![0-9A-Za-z])[(),:;?!]|[(),:;?!](?![0-9A-Za-z])")  # not 3,000, 8:30, f(x)


def full_width(text: str) -> str:
    """A line with the marks of Chinese print, where it is Chinese and they do not stand inside a word or number."""
    return _MARK.sub(lambda mark: _FULL[mark[0]], text) if _HAN.search(text) else text
