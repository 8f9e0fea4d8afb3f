"""Where sentences end in Chinese running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.lazy_pattern import lazy_pattern
from loaders.structure.outline import Sentence

_ENDS = "。！？!?…"
_CLOSERS = "”’」』）)》】"
_PAIRS = {"“": "”", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】"}
_MARK = lazy_pattern(f"[{_ENDS}{re.escape(''.join(_PAIRS))}]")
# A quotation or bracket longer than this is taken for one whose end was forgotten.
_LONGEST_QUOTE = 160


def sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Split a stretch into sentences.

    A full stop inside quotation marks or brackets ends nothing, so that a quotation is never torn. Arguments:
    the text and the stretch in it (characters, end exclusive; a line break in it is one of a wrapped line and
    ends nothing). Yields sentences without surrounding space.
    """
    begin = position = start
    while mark := _MARK.search(text, position, end):
        position = mark.start()
        if text[position] in _PAIRS:
            position = _after_pair(text, position, end)
            continue
        position += 1
        if not _goes_on(text, position, end):
            position = _after_closers(text, position, end)
            yield from _trimmed(text, begin, position)
            begin = position
    yield from _trimmed(text, begin, end)


def cut(text: str, start: int, end: int, marks: str) -> Iterator[Sentence]:
    """Cut a long sentence after each of some marks (；, or ，), as sentences are cut."""
    begin = start
    for position in range(start, end):
        if text[position] in marks:
            yield from _trimmed(text, begin, position + 1)
            begin = position + 1
    yield from _trimmed(text, begin, end)


def _goes_on(text: str, position: int, end: int) -> bool:
    return position < end and text[position] in _ENDS


def _after_closers(text: str, position: int, end: int) -> int:
    while position < end and text[position] in _CLOSERS:
        position += 1
    return position


def _after_pair(text: str, position: int, end: int) -> int:
    """The place after the closing mark, or just after the opening one when the pair is not closed nearby."""
    limit = min(end, position + _LONGEST_QUOTE)
    close = text.find(_PAIRS[text[position]], position + 1, limit)
    if close < 0:
        return position + 1
    # “……。”他说 goes on; ……。”\n ends: a stop just inside the closing mark ends the sentence when nothing follows.
    return close - 1 if _ends_inside(text, close, end) else close + 1


def _ends_inside(text: str, close: int, end: int) -> bool:
    after = close + 1
    return text[close - 1] in _ENDS and (after >= end or text[after] in " “「（(")


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Sentence(start, end)
