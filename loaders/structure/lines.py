"""Printed paragraphs: the lines of a text, with lines that were wrapped at a fixed width joined again."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from loaders.lazy_pattern import lazy_pattern
from loaders.structure.headings import marker_at

_FINAL = "。！？!?；;：:”）)」》…—"
_BULLET = lazy_pattern(r"^[-*+•●◆■□○◎·▪]\s+(?=\S)(?!\d{1,4}\s*[-—])")
_WIDTHS = range(18, 61)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed paragraph without surrounding space or bullet; `gap` counts the blank lines before it."""

    start: int
    end: int
    gap: int = 0


def printed_lines(text: str) -> list[Line]:
    """The non-blank lines of a text, in order."""
    lines: list[Line] = []
    gap = 0
    for match in re.finditer(r"[^\n]*\n|[^\n]+", text):
        stripped = match[0].strip()
        if stripped:
            end = match.start() + len(match[0].rstrip())
            words = _BULLET.sub("", stripped)
            lines.append(Line(end - len(words), end, gap))
        gap = 0 if stripped else gap + 1
    return lines


def joined(text: str, form: str, lines: list[Line]) -> list[Line]:
    """Join wrapped lines into paragraphs where a text was wrapped at a fixed width.

    Arguments: the text, its copy in one form (see `headings.one_form`), its lines. Returns the lines unchanged
    where no width recurs.
    """
    width = _wrapped_at(text, lines)
    if width is None:
        return lines
    paragraphs: list[Line] = []
    for line in lines:
        last = paragraphs[-1] if paragraphs else None
        if last and _wraps(text, last, width) and line.gap == 0 and not marker_at(form, line.start):
            paragraphs[-1] = Line(last.start, line.end, last.gap)
        else:
            paragraphs.append(line)
    return paragraphs


def _wrapped_at(text: str, lines: list[Line]) -> int | None:
    """The width at which at least a third of the lines break off in mid-sentence, or None."""
    broken = [line for line in lines if text[line.end - 1] not in _FINAL]
    widths = Counter(line.end - line.start for line in broken if line.end - line.start in _WIDTHS)
    if not widths:
        return None
    width, _ = widths.most_common(1)[0]
    alike = sum(count for other, count in widths.items() if abs(other - width) <= 2)
    return width if alike >= 5 and alike * 3 >= len(lines) else None


def _wraps(text: str, line: Line, width: int) -> bool:
    last_row = text.rfind("\n", line.start, line.end)
    length = line.end - (last_row + 1 if last_row >= 0 else line.start)
    return abs(length - width) <= 4 and text[line.end - 1] not in "。！？!?："
