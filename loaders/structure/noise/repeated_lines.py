"""Lines that come again on every page: watermarks and running headers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lazy_pattern import lazy_pattern
from loaders.structure.noise.content import is_content, is_due_or_counted

LONGEST = 70
_MOST_TIMES = 3
_INSIDE = 15
_CONFIDENTIAL = lazy_pattern(
    r"内部(?:资料|文件|使用|材料)|注意保[存管密]|仅供.{0,6}(?:参考|学习|使用)|请勿(?:外传|转发|翻印)|严禁外传|未经许可|水印|样稿|文件$"
)
_FINAL = "。！？；：!?;:…"


def repeated_lines(lines: Sequence[str], numbered: Sequence[bool], titles: frozenset[str]) -> frozenset[int]:
    """The numbers of the lines that are a watermark or a running header.

    They come more than three times through the whole text, and are the title of the document, or say that they are
    for few, or break into sentences as no heading does. Arguments: the lines; which of them an item begins; the titles
    of the document.
    """
    places: dict[str, list[int]] = {}
    for number, words in enumerate(lines):
        if len(words) <= LONGEST and not numbered[number]:
            places.setdefault(words, []).append(number)
    half = len(lines) / 2
    return frozenset(
        number
        for words, at in places.items()
        if len(at) > _MOST_TIMES and at[0] < half <= at[-1]
        for number in _watermark(lines, numbered, words, at, titles)
    )


def _watermark(
    lines: Sequence[str], numbered: Sequence[bool], words: str, places: Sequence[int], titles: frozenset[str]
) -> Sequence[int]:
    """Those of the places of a line at which it is a watermark: a title stays at the first."""
    if words in titles:
        return places[1:]
    if re.search("[：:]", words) or words[-1] in _FINAL or is_due_or_counted(words):
        return ()
    if _CONFIDENTIAL.search(words):
        return places
    # The name of a body may head a list; inside sentences it heads nothing.
    breaking = sum(_breaks_in(lines, numbered, place) for place in places)
    return places if breaking * 2 >= len(places) * (2 if is_content(words) else 1) else ()


def _breaks_in(lines: Sequence[str], numbered: Sequence[bool], place: int) -> bool:
    """Whether a line stands inside a sentence that goes on below it."""
    if not 0 < place < len(lines) - 1:
        return False
    above = lines[place - 1]
    return (
        len(above) >= _INSIDE
        and above[-1] not in _FINAL
        and not numbered[place - 1]
        and not numbered[place + 1]
    )
