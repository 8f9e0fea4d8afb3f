"""Automatic numbers of lists as Word counts them (ECMA-376-1:2016, 17.9; [MS-DOC] 2.4.6.3).

Lists that share a definition count on together; a list with a start of its own begins anew the first time it is used;
a level begins anew after any level above it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from loaders.blocks.numerals import numeral


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How a level of a list is numbered.

    `format` is a name of `numerals`, or bullet; `parts` are the label: its words, and the levels (0 the outermost)
    whose numbers stand between them. `restart`: it begins anew after levels above this one alone, None after any.
    `legal`: the numbers of all levels are shown in Arabic digits. `style`: the paragraph style that it goes with.
    """

    start: int = 1
    format: str = "decimal"
    parts: tuple[str | int, ...] = ()
    restart: int | None = None
    legal: bool = False
    style: str | None = None


_PLAIN = ListLevel()


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """A list: what it counts together with, its levels and the starts of its own."""

    abstract: str
    levels: Mapping[int, ListLevel]
    starts: Mapping[int, int]

    def level_of(self, style: str) -> int | None:
        """The level that goes with a paragraph style."""
        return next((depth for depth, level in self.levels.items() if level.style == style), None)


class ListCounter:
    """Counts the numbered paragraphs of a document; they must be told in reading order."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, name: str, numbered_list: ListDefinition, depth: int) -> str:
        """The number of the next paragraph as printed, empty for a bullet.

        Arguments: the name of its list, the list, its level in it.
        """
        counts = self._counted(name, numbered_list, depth)
        shown = numbered_list.levels.get(depth)
        if shown is None or shown.format == "bullet":
            return ""
        return "".join(
            part if isinstance(part, str) else _number(numbered_list, part, counts, shown.legal)
            for part in shown.parts
        ).strip()

    def _counted(self, name: str, numbered_list: ListDefinition, depth: int) -> Mapping[int, int]:
        """The numbers of all levels with one more item of a level."""
        counts = self._counts.setdefault(numbered_list.abstract, {})
        levels, starts = numbered_list.levels, numbered_list.starts
        anew = depth in starts and (name, depth) not in self._begun
        self._begun.add((name, depth))
        start = starts.get(depth, levels.get(depth, _PLAIN).start)
        counts[depth] = start if anew or depth not in counts else counts[depth] + 1
        for deeper in [other for other in counts if other > depth]:
            restart = levels.get(deeper, _PLAIN).restart
            if restart is None or depth < restart:
                del counts[deeper]
        return counts


def _number(numbered_list: ListDefinition, depth: int, counts: Mapping[int, int], legal: bool) -> str:
    level = numbered_list.levels.get(depth, _PLAIN)
    return numeral(counts.get(depth, level.start), "decimal" if legal else level.format)
