"""The tables of a page that have ruling lines: characters to the cells in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from loaders.formats.pages.layout.lines import PageLine, lines_of
from loaders.formats.pages.layout.rulings import Lattice, Region, lattices
from loaders.formats.pages.layout.table import Table, TableCell, cell
from loaders.formats.pages.sheet import Glyph, PrintedPage, turn_back

Lines = Mapping[Region, list[PageLine]]
_SAME_HEIGHT = 0.4  # ems


def ruled_tables(sheet: PrintedPage) -> tuple[list[Table], PrintedPage]:
    """The tables of a page, and the page without their characters."""
    tables = []
    for lattice in lattices(sheet.rulings):
        table, sheet = _table(lattice, sheet)
        if table:
            tables.append(table)
    return tables, sheet


def _table(lattice: Lattice, sheet: PrintedPage) -> tuple[Table | None, PrintedPage]:
    owners = {
        (row, column): region
        for region in lattice.regions
        for row in range(region.row, region.row + region.rows)
        for column in range(region.column, region.column + region.columns)
    }
    inside: dict[tuple[Region, int], list[Glyph]] = {}

    def outside(glyphs: Iterable[Glyph], turns: int) -> tuple[Glyph, ...]:
        rest = []
        for glyph in glyphs:
            at = lattice.region_at((glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2)
            if at is None:
                rest.append(glyph)
            else:
                inside.setdefault((owners[at], turns), []).append(glyph)
        return tuple(rest)

    upright = outside(sheet.glyphs, 0)
    turned = {turns: rest for turns, glyphs in sheet.turned.items() if (rest := outside(glyphs, turns))}
    if not inside:
        return None, sheet
    lines = {region: _lines(lattice, region, inside) for region in lattice.regions}
    rows = [row for number in range(len(lattice.ys) - 1) for row in _rows(lattice, number, lines)]
    table = Table(lattice.ys[0], lattice.ys[-1], lattice.xs, tuple(filter(None, rows)))
    return table, replace(sheet, glyphs=upright, turned=turned)


def _lines(
    lattice: Lattice, region: Region, inside: Mapping[tuple[Region, int], list[Glyph]]
) -> list[PageLine]:
    """The lines of a cell: the upright ones, then what is turned in it."""
    left, top = lattice.xs[region.column], lattice.ys[region.row]
    width = lattice.xs[region.column + region.columns] - left
    height = lattice.ys[region.row + region.rows] - top
    lines = lines_of(inside.get((region, 0), ()))
    for turns in (1, 2, 3):
        if glyphs := inside.get((region, turns)):
            moved = [
                Glyph(g.text, g.left - left, g.top - top, g.right - left, g.bottom - top) for g in glyphs
            ]
            lines += lines_of(turn_back(moved, turns, width, height))
    return lines


def _rows(lattice: Lattice, number: int, lines: Lines) -> list[tuple[TableCell, ...]]:
    """The cells that begin in a row of a lattice, as several rows where it has no lines between them."""
    regions = sorted((r for r in lattice.regions if r.row == number), key=lambda r: r.column)
    parts = _parts([lines[region] for region in regions if region.rows == 1])
    if parts == 1 or any(region.rows > 1 for region in regions):
        return [tuple(_cell(lattice, region, lines[region]) for region in regions)]
    return [
        tuple(_cell(lattice, region, lines[region][part : part + 1]) for region in regions)
        for part in range(parts)
    ]


def _parts(cells: Sequence[Sequence[PageLine]]) -> int:
    """How many rows stand in a row of a lattice: all its cells have as many lines at the same heights."""
    filled = [lines for lines in cells if lines]
    count = len(filled[0]) if filled else 1
    if len(filled) < 2 or count < 3 or any(len(lines) != count for lines in filled):
        return 1
    level = all(
        abs(line.top - first.top) < _SAME_HEIGHT * line.em
        for lines in filled
        for line, first in zip(lines, filled[0], strict=True)
    )
    return count if level else 1


def _cell(lattice: Lattice, region: Region, lines: Sequence[PageLine]) -> TableCell:
    width = lattice.xs[region.column + region.columns] - lattice.xs[region.column]
    return cell(lines, region.column, region.columns, region.rows, width)
