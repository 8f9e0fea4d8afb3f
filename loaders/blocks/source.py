"""What a loader reads from a file, before the outline is found in it."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.blocks.tables import Row


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file and what its format says of it.

    `text` holds a printed paragraph a line; offsets of all later stages count its characters. `encoding` names
    how the file was read (`utf-8`, or a format). `wrapped`: lines may have been
    broken at a fixed width, as in plain text. `pages`: where each printed page begins, in characters, empty for
    a format without pages. `warnings`: what the reader of the load report should know, a line each.
    `headings`: where a line begins that the format says is a heading, with its level (1 is the outermost).
    `rows`: the rows of tables. `notes`: where footnotes begin, which stand after the body.
    """

    text: str
    encoding: str
    wrapped: bool = False
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    rows: tuple[Row, ...] = ()
    notes: int | None = None
