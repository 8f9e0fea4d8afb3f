"""From what a loader read to the speeches in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from loaders.blocks.source import LeftOut, Source
from loaders.blocks.tables import Row
from loaders.errors import EmptyFile
from loaders.metadata.manifest import Manifest
from loaders.structure.coverage import remaining
from loaders.structure.headings import one_form
from loaders.structure.inference import front_of, infer
from loaders.structure.lines import Line, joined, printed_lines
from loaders.structure.noise import find_noise, within_bounds
from loaders.structure.outline import HeadLine, LoadedFile, Speech
from loaders.structure.parser import parse
from loaders.structure.speeches import Stretch, divide
from loaders.structure.styled_lines import reliable

_SHOWN = 24
"""Characters of what was left out that are told."""


def compose(source: Source, path: str, manifest: Manifest) -> LoadedFile:
    """Divide a source into its speeches and find the outline of each.

    Arguments: what the loader read; the path relative to the corpus folder; what corpus.toml says. Raises
    EmptyFile when nothing but noise is in it.
    """
    form = one_form(source.text)
    rows = {row.end: row for row in source.rows}
    body, notes, noise, doubts = _lines(source, rows)
    if not body:
        raise EmptyFile
    headings = reliable(source.headings, form, body)
    lines = joined(source.text, form, body) if source.wrapped else body
    composer = _Composer(source, form, headings, rows, PurePosixPath(path).stem)
    speeches = [
        composer.speech(stretch, path, manifest) for stretch in divide(source.text, form, lines, headings)
    ]
    if notes:
        speeches[-1] = composer.annotated(speeches[-1], notes)
    warnings = _warnings(source, noise, doubts)
    left_out = sorted([*noise, *remaining(source.text, speeches, noise)], key=lambda stretch: stretch.start)
    return LoadedFile(source.text, source.encoding, tuple(speeches), tuple(left_out), warnings, source.pages)


def _lines(
    source: Source, rows: Mapping[int, Row]
) -> tuple[list[Line], list[Line], list[LeftOut], tuple[str, ...]]:
    """The lines of the body, those of the footnotes, what is neither, and what was not believed to be neither."""
    told = {stretch.end for stretch in source.left_out}
    lines = [line for line in printed_lines(source.text) if line.end not in told]
    running = [line for line in lines if line.end not in rows]
    noise, doubts = within_bounds(lines, find_noise(source.text, running))
    dropped = {stretch.start for stretch in noise}
    kept = [line for line in lines if line.start not in dropped]
    end = len(source.text) if source.notes is None else source.notes
    body = [line for line in kept if line.start < end]
    notes = [line for line in kept if line.start >= end]
    return body, notes, [*(_with_page(stretch, source.pages) for stretch in noise), *source.left_out], doubts


def _with_page(stretch: LeftOut, pages: Sequence[int]) -> LeftOut:
    return replace(stretch, page=max(1, bisect_right(pages, stretch.start))) if pages else stretch


def _warnings(source: Source, noise: Sequence[LeftOut], doubts: Sequence[str]) -> tuple[str, ...]:
    """What the reader of the report should know: for each reason to leave something out the first of it, too."""
    lines = [*source.warnings, *doubts]
    for reason in ("advert", "furniture", "repeated"):
        found = [source.text[stretch.start : stretch.end] for stretch in noise if stretch.reason == reason]
        if found:
            shown = "”, “".join(words[:_SHOWN] for words in dict.fromkeys(found[:3]))
            lines.append(f"left out as {reason}, {len(found)}: “{shown}”")
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class _Composer:
    """What is known of a file while its speeches are read; `name` is its own without suffix."""

    source: Source
    form: str
    headings: Mapping[int, int]
    rows: Mapping[int, Row]
    name: str

    def speech(self, stretch: Stretch, path: str, manifest: Manifest) -> Speech:
        """The outline of a speech with its metadata."""
        text = self.source.text
        front = front_of(text, stretch.front, self.name)
        inferred = infer(text, front, stretch.body, stretch.part, self.name)
        headings, paragraphs = parse(text, self.form, stretch.body, self.headings, self.rows)
        head = (
            HeadLine(line.start, line.end, kind)
            for line, kind in zip(stretch.front, front.kinds, strict=True)
        )
        rows = (self.rows[line.end] for line in stretch.body if line.end in self.rows)
        columns = tuple(row for row in rows if not row.cells)
        return Speech(manifest.overlay(path, inferred), headings, paragraphs, tuple(head), columns)

    def annotated(self, speech: Speech, notes: Sequence[Line]) -> Speech:
        """A speech with its footnotes after it, each a paragraph under no heading."""
        _, paragraphs = parse(self.source.text, self.form, notes)
        apart = tuple(replace(paragraph, path=()) for paragraph in paragraphs)
        return replace(speech, paragraphs=(*speech.paragraphs, *apart))
