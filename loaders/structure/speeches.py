"""A file may hold several speeches: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.structure.front_matter import is_front, is_title
from loaders.structure.headings import Style, marker_at
from loaders.structure.lines import Line

_PART = re.compile(
    r"[^。]{0,40}?(篇[一二三四五六七八九十]{1,3}|篇\s?\d{1,2}|[(（]?第[一二三四五六七八九十]{1,3}篇[)）]?)\s*[:：]?[^。]{0,30}"
)
_SALUTATION = re.compile(r"(?:尊敬的|各位|同志们)[^。]{0,40}[：:]")
_MOST_FRONT_LINES = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines of one speech: those before the speech proper and its body."""

    part: str | None
    front: tuple[Line, ...]
    body: tuple[Line, ...]


def divide(text: str, form: str, lines: list[Line], headings: Mapping[int, int]) -> list[Stretch]:
    """Divide the lines of a file into its speeches.

    A new speech begins at a line that names a part (…讲话稿篇二), or at a second salutation or title after
    which the numbering 一、 begins anew. Arguments: the text, its copy in one form, its lines without noise, the
    levels of headings that its format marks.
    """
    starts = _part_lines(text, lines) or _restarts(text, form, lines)
    bounds = sorted({0, *starts}) if starts and starts[0] <= _MOST_FRONT_LINES else [0, *starts]
    if starts and starts[0] > 0 and _only_front(text, lines[: starts[0]]):
        bounds = starts
    pieces = [lines[a:b] for a, b in zip(bounds, [*bounds[1:], len(lines)], strict=True)]
    several = len(pieces) > 1
    numbered = [(piece, i if several else None) for i, piece in enumerate(pieces) if piece]
    return [_stretch(text, form, piece, i, headings) for piece, i in numbered]


def part_name(words: str) -> str | None:
    """The part that a line names (篇二), or None."""
    match = _PART.fullmatch(words)
    return re.sub(r"\s|[()（）]", "", match[1]) if match else None


def _part_lines(text: str, lines: list[Line]) -> list[int]:
    named = [
        i
        for i, line in enumerate(lines)
        if line.end - line.start <= 70 and part_name(text[line.start : line.end])
    ]
    return named if len(named) > 1 else []


def _restarts(text: str, form: str, lines: list[Line]) -> list[int]:
    starts: list[int] = []
    last, since = 0, 0
    for i, line in enumerate(lines):
        marker = marker_at(form, line.start)
        if not marker or marker.style is not Style.HAN_COMMA:
            continue
        if marker.number == 1 and last >= 2 and (start := _opening(text, lines, since, i)) is not None:
            starts.append(start)
        last, since = marker.number, i + 1
    return starts


def _opening(text: str, lines: list[Line], since: int, until: int) -> int | None:
    """The first line of the speech whose 一、 stands at `until`: its title or salutation after `since`."""
    for i in range(until - 1, since - 1, -1):
        words = text[lines[i].start : lines[i].end]
        if _SALUTATION.fullmatch(words) or is_title(words):
            return _front_above(text, lines, since, i)
    return None


def _front_above(text: str, lines: list[Line], since: int, index: int) -> int:
    while index > since and is_front(text[lines[index - 1].start : lines[index - 1].end]):
        index -= 1
    return index


def _only_front(text: str, lines: list[Line]) -> bool:
    return all(is_front(text[line.start : line.end]) for line in lines)


def _stretch(
    text: str, form: str, lines: list[Line], index: int | None, headings: Mapping[int, int]
) -> Stretch:
    count = 0
    # A line that the format marks as a heading opens the speech, unless it is the title.
    opens = {line.start for line in lines[1:] if line.start in headings}
    while count < min(len(lines) - 1, _MOST_FRONT_LINES) and _before_speech(text, form, lines[count], opens):
        count += 1
    front, body = tuple(lines[:count]), tuple(lines[count:])
    named = next((name for line in front if (name := part_name(text[line.start : line.end]))), None)
    part = named or (None if index is None else f"篇{'一二三四五六七八九十'[index % 10]}")
    return Stretch(part if index is not None else None, front, body)


def _before_speech(text: str, form: str, line: Line, opens: set[int]) -> bool:
    marker = marker_at(form, line.start)
    words = text[line.start : line.end]
    return (
        is_front(words)
        and (line.start not in opens or is_title(words))
        and "\t" not in words
        and not _SALUTATION.fullmatch(words)
        and (marker is None or is_title(words))
    )
