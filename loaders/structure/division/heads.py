"""The heads of documents among the lines of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from loaders.lazy_pattern import lazy_pattern
from loaders.structure.division.front_matter import Front, is_front, read_front
from loaders.structure.headings import Marker, Style, marker_at
from loaders.structure.lines import Line
from loaders.structure.official.titles import is_title

TEXT = 40
"""A line of so many characters is running text."""
_MOST_LINES = 12
_SALUTATION = lazy_pattern(r"(?:尊敬的|各位|同志们)[^。]{0,40}[：:]")


class Heads:
    """Reads the lines of a file as heads of documents; `words` holds them.

    Arguments: the text, its copy in one form, its lines, the levels of headings that its format marks.
    """

    def __init__(self, text: str, form: str, lines: Sequence[Line], headings: Mapping[int, int]) -> None:
        self.words = [text[line.start : line.end] for line in lines]
        self._lines, self._form, self._headings = lines, form, headings
        self._read: dict[int, Front] = {}

    def front(self, start: int) -> list[str]:
        """The lines from one on that may be the head of a document."""
        front: list[str] = []
        for i in range(start, min(len(self.words), start + _MOST_LINES)):
            if not self._may_be_head(i, opens=i > start and self._lines[i].start in self._headings):
                break
            front.append(self.words[i])
        return front

    def head(self, start: int) -> Front:
        """The head that begins at a line."""
        if start not in self._read:
            self._read[start] = read_front(self.front(start))
        return self._read[start]

    def end(self, start: int) -> int:
        """The line that the text of a document begins with whose head begins at a line."""
        return start + max(1, len(self.head(start).kinds))

    def opens(self, start: int) -> bool:
        """Whether the lines from one on read like a head: a title first, and text after it."""
        if self.is_item(start) or re.search("[：:]", self.words[start]):
            return False
        head = self.head(start)
        after = start + len(head.kinds)
        if head.title is None or head.kinds[0] != "title" or after >= len(self.words):
            return False
        return is_title(head.title) or len(self.words[after]) >= TEXT or self.marker(after) is not None

    def marker(self, index: int) -> Marker | None:
        """The mark that a line begins with."""
        return marker_at(self._form, self._lines[index].start)

    def is_item(self, index: int) -> bool:
        """Whether an item begins with a line; the label of an annex is none."""
        marker = self.marker(index)
        return marker is not None and marker.style is not Style.ANNEX

    def is_salutation(self, index: int) -> bool:
        """Whether a line greets those who are spoken to."""
        return bool(_SALUTATION.fullmatch(self.words[index]))

    def is_text(self, index: int) -> bool:
        """Whether a line is running text, an item or the row of a table."""
        words = self.words[index]
        return (
            len(words) >= TEXT or words[-1] in "。；：;:" or "\t" in words or self.marker(index) is not None
        )

    def _may_be_head(self, index: int, opens: bool) -> bool:
        """Whether a line may stand in a head; one that the format marks as a heading opens the text, unless a title."""
        words = self.words[index]
        if not is_front(words) or "\t" in words or self.is_salutation(index):
            return False
        return is_title(words) or not (opens or self.is_item(index))
