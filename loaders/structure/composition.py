"""From what a loader read to the speeches in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from loaders.blocks.source import Source
from loaders.blocks.tables import Row
from loaders.errors import EmptyFile
from loaders.metadata.manifest import Manifest
from loaders.structure.headings import one_form
from loaders.structure.inference import infer
from loaders.structure.lines import Line, joined, printed_lines
from loaders.structure.noise import find_noise, within_bounds
from loaders.structure.outline import LoadedFile, Noise, Speech
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
    return LoadedFile(source.text, source.encoding, tuple(speeches), tuple(noise), warnings, source.pages)


def _lines(
    source: Source, rows: Mapping[int, Row]
) -> tuple[list[Line], list[Line], list[Noise], tuple[str, ...]]:
    """The lines of the body, those of the footnotes, what is neither, and what was not believed to be neither."""
    lines = printed_lines(source.text)
    running = [line for line in lines if line.end not in rows]
    noise, doubts = within_bounds(lines, find_noise(source.text, running))
    dropped = {stretch.start for stretch in noise}
    kept = [line for line in lines if line.start not in dropped]
    end = len(source.text) if source.notes is None else source.notes
    body = [line for line in kept if line.start < end]
    return body, [line for line in kept if line.start >= end], noise, doubts


def _warnings(source: Source, noise: Sequence[Noise], doubts: Sequence[str]) -> tuple[str, ...]:
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
        inferred = infer(self.source.text, stretch.front, stretch.body, stretch.part, self.name)
        headings, paragraphs = parse(self.source.text, self.form, stretch.body, self.headings, self.rows)
        return Speech(manifest.overlay(path, inferred), headings, paragraphs)

    def annotated(self, speech: Speech, notes: Sequence[Line]) -> Speech:
        """A speech with its footnotes after it, each a paragraph under no heading."""
        _, paragraphs = parse(self.source.text, self.form, notes)
        apart = tuple(replace(paragraph, path=()) for paragraph in paragraphs)
        return replace(speech, paragraphs=(*speech.paragraphs, *apart))
