"""Tables of rich text: the cells of its rows, of which only their right edges are told."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.blocks.tables import Box, Grid, merged_down

_CLOSE = 40
"""Edges nearer to each other than this are one (in twips, 1/1440 inch)."""


@dataclass(slots=True)
class Definition:
    """The definition of a row's cells: the edge of each, whether it goes on from the left or from above."""

    edges: list[int] = field(default_factory=list)
    left: list[bool] = field(default_factory=list)
    above: list[bool] = field(default_factory=list)
    header: bool = False
    goes_left: bool = False
    goes_up: bool = False

    def word(self, name: str, number: int | None) -> None:
        """Take in a control word of a row's definition."""
        if name == "clmrg":
            self.goes_left = True
        elif name == "clvmrg":
            self.goes_up = True
        elif name == "trhdr":
            self.header = True
        elif name == "cellx":
            self.edges.append(number or 0)
            self.left.append(self.goes_left)
            self.above.append(self.goes_up)
            self.goes_left = self.goes_up = False


@dataclass(slots=True)
class Rows:
    """The rows of the table that is being read."""

    rows: list[tuple[Definition, list[tuple[str, ...]]]] = field(default_factory=list)

    def grid(self) -> Grid:
        """The boxes of each row, those that go on from the left or above counted into the first of them."""
        places: list[int] = []
        for edge in sorted(edge for definition, _ in self.rows for edge in definition.edges):
            if not places or edge - places[-1] > _CLOSE:
                places.append(edge)
        return merged_down([_row(definition, cells, places) for definition, cells in self.rows])


def _row(definition: Definition, cells: list[tuple[str, ...]], places: list[int]) -> list[tuple[Box, bool]]:
    boxes: list[tuple[Box, bool]] = []
    before = -1
    for index, paragraphs in enumerate(cells):
        has_edge = index < len(definition.edges)
        at = _place(definition.edges[index], places) if has_edge else before + 1
        columns, before = max(1, at - before), at
        if has_edge and definition.left[index] and boxes:
            last, above = boxes[-1]
            boxes[-1] = (Box(last.paragraphs, last.columns + columns, 1, last.header), above)
        else:
            boxes.append(
                (Box(paragraphs, columns, 1, definition.header), has_edge and definition.above[index])
            )
    return boxes


def _place(edge: int, places: list[int]) -> int:
    return min(range(len(places)), key=lambda place: abs(places[place] - edge))
