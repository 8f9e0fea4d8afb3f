"""What a loader read from a file, before the outline is found in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from loaders.blocks.tables import Row
from loaders.notes import Note


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch of the text that belongs to no document of it, and why.

    `reason`: advert, page, repeated, contents, navigation, hidden, deleted, … `page` is the printed page, counted
    from 1, None where there are no pages.
    """

    start: int
    end: int
    reason: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file and what its format says of it.

    `text` holds a printed paragraph a line; offsets of all later stages count its characters. `encoding` names
    how the file was read (`utf-8`, or a format). `wrapped`: lines may have been
    broken at a fixed width, as in plain text. `pages`: where each printed page begins, in characters, empty for
    a format without pages. `warnings`: what the reader of the load report should know.
    `headings`: where a line begins that the format says is a heading, with its level (1 is the outermost).
    `rows`: the rows of tables. `notes`: where footnotes begin, which stand after the body. `left_out`: the lines
    that the format says are none of its text, after everything else (see `with_left_out`). `unread`: the pages that
    are pictures, by number from 1, each with a key of what is on it; `recognised`: those whose text a recogniser read.
    """

    text: str
    encoding: str
    wrapped: bool = False
    pages: tuple[int, ...] = ()
    warnings: tuple[Note, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    rows: tuple[Row, ...] = ()
    notes: int | None = None
    left_out: tuple[LeftOut, ...] = ()
    unread: Mapping[int, str] = field(default_factory=dict)
    recognised: frozenset[int] = frozenset()

    def with_left_out(self, lines: Iterable[tuple[str, str, int | None]]) -> Source:
        """The source with lines that are printed in the file and belong to no document, put after its text.

        Arguments: of each its words, why it is left out (page, repeated, navigation, hidden, deleted) and its page,
        counted from 1, None where there are none.
        """
        pieces, left_out = [self.text + "\n" * (not self.text.endswith("\n"))], list(self.left_out)
        start = len(pieces[0])
        for printed, reason, page in lines:
            if words := " ".join(printed.split()):
                left_out.append(LeftOut(start, start + len(words), reason, page))
                pieces.append(f"{words}\n")
                start += len(words) + 1
        return replace(self, text="".join(pieces), left_out=tuple(left_out)) if len(pieces) > 1 else self
