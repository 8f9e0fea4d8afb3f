"""Headings that a format marks by style: which of them can be relied on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.structure.headings import marker_at
from loaders.structure.lines import Line


def reliable(marked: Iterable[tuple[int, int]], form: str, lines: Sequence[Line]) -> dict[int, int]:
    """The level of each heading that a format marks, by where it begins.

    Where some headings of a kind of number (一、) are marked and others not, as happens when a document is put
    together from several, the numbers tell more than the marks: those marks are left out, and with them the
    inner ones without a number. Arguments: what the format tells; the text in one form; its lines.
    """
    levels = dict(marked)
    marks = {line.start: marker.style for line in lines if (marker := marker_at(form, line.start))}
    unmarked = {style for start, style in marks.items() if start not in levels}
    partial = any(marks.get(start) in unmarked for start in levels)
    return {
        start: level
        for start, level in levels.items()
        if (marks[start] not in unmarked if start in marks else not partial or level == 1)
    }
