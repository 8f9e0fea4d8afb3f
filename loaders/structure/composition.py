"""From what a loader read to the speeches in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from loaders.blocks.source import LeftOut, Source
from loaders.blocks.tables import Row
from loaders.errors import EmptyFile
from loaders.metadata.manifest import Manifest
from loaders.metadata.metadata import Metadata
from loaders.notes import Note
from loaders.structure.coverage import remaining
from loaders.structure.decimals import decimal_marks
from loaders.structure.division.stretches import SpeechLines, divide
from loaders.structure.headings import one_form
from loaders.structure.inference import front_of, infer, inherited
from loaders.structure.lines import Line, joined, printed_lines
from loaders.structure.noise.lines import find_noise
from loaders.structure.official.annexes import announced_annexes
from loaders.structure.official.signatures import Signature, closing_signature, imprint_lines
from loaders.structure.outline import HeadLine, LoadedFile, Speech
from loaders.structure.parser import KnownLines, parse
from loaders.structure.styled_lines import reliable

VERSION = 6
"""Changes when documents are read otherwise, so that what was loaded is read anew."""
_SHOWN = 24
"""Characters of what was left out that are told."""
_TOLD = ("advert", "furniture", "repeated", "contents", "unplaced")


def compose(source: Source, path: str, manifest: Manifest) -> LoadedFile:
    """Divide a source into its speeches and find the outline of each.

    Arguments: what the loader read; the path relative to the corpus folder; what corpus.toml says. Raises
    EmptyFile when nothing but noise is in it.
    """
    form = one_form(source.text)
    rows = {row.end: row for row in source.rows}
    body, notes, noise = _lines(source, form, rows)
    if not body:
        raise EmptyFile
    headings = reliable(source.headings, form, body)
    lines = joined(source.text, form, body) if source.wrapped else body
    composer = _Composer(source, form, headings, rows, PurePosixPath(path).stem)
    speeches = list(composer.speeches(divide(source.text, form, lines, headings), path, manifest))
    if notes:
        speeches[-1] = composer.annotated(speeches[-1], notes)
    left_out = sorted([*noise, *remaining(source.text, speeches, noise)], key=lambda stretch: stretch.start)
    warnings = _warnings(source, left_out)
    return LoadedFile(
        source.text,
        source.encoding,
        tuple(speeches),
        tuple(left_out),
        warnings,
        source.pages,
        source.unread,
        source.recognised,
    )


def _lines(
    source: Source, form: str, rows: Mapping[int, Row]
) -> tuple[list[Line], list[Line], list[LeftOut]]:
    """The lines of the body, those of the footnotes, and what is neither."""
    told = {stretch.end for stretch in source.left_out}
    lines = [line for line in printed_lines(source.text) if line.end not in told]
    running = [line for line in lines if line.end not in rows]
    noise = find_noise(source.text, form, running)
    dropped = {stretch.end for stretch in noise}
    kept = [line for line in lines if line.end not in dropped]
    end = len(source.text) if source.notes is None else source.notes
    body = [line for line in kept if line.start < end]
    notes = [line for line in kept if line.start >= end]
    return body, notes, [*(_with_page(stretch, source.pages) for stretch in noise), *source.left_out]


def _with_page(stretch: LeftOut, pages: Sequence[int]) -> LeftOut:
    return replace(stretch, page=max(1, bisect_right(pages, stretch.start))) if pages else stretch


def _warnings(source: Source, noise: Sequence[LeftOut]) -> tuple[Note, ...]:
    """What the reader of the report should know: for each reason to leave something out the first of it, too."""
    notes = [*source.warnings]
    for reason in _TOLD:
        found = [source.text[stretch.start : stretch.end] for stretch in noise if stretch.reason == reason]
        if found:
            shown = "”、“".join(words[:_SHOWN] for words in dict.fromkeys(found[:3]))
            notes.append(Note.of(f"left_out.{reason}", count=len(found), shown=f"“{shown}”"))
    return tuple(notes)


@dataclass(frozen=True, slots=True)
class _Composer:
    """What is known of a file while its speeches are read; `name` is its own without suffix."""

    source: Source
    form: str
    headings: Mapping[int, int]
    rows: Mapping[int, Row]
    name: str

    def speeches(self, stretches: Sequence[SpeechLines], path: str, manifest: Manifest) -> Iterator[Speech]:
        """The outline of each speech with its metadata; what belongs to a document inherits from it."""
        main: Metadata | None = None
        for stretch in stretches:
            metadata, speech = self._speech(stretch)
            if stretch.inherits and main:
                metadata = inherited(metadata, main)
            else:
                main = metadata
            yield replace(speech, metadata=manifest.overlay(path, metadata))

    def _speech(self, stretch: SpeechLines) -> tuple[Metadata, Speech]:
        text = self.source.text
        front = front_of(text, stretch.front, self.name)
        head = [HeadLine(line.start, line.end, "other") for line in stretch.preface]
        head += [
            HeadLine(line.start, line.end, kind)
            for line, kind in zip(stretch.front, front.kinds, strict=False)
        ]
        body = [*stretch.front[len(front.kinds) :], *stretch.body]
        words = [text[line.start : line.end] for line in body]
        imprint, signature = imprint_lines(words), closing_signature(words)
        head += [HeadLine(body[i].start, body[i].end, "other") for i in sorted(imprint)]
        head += _signed_lines(body, signature)
        metadata = infer(text, front, body, signature, stretch.part, self.name)
        plain = frozenset(body[i].start for i in announced_annexes(words))
        printed = [line for i, line in enumerate(body) if i not in imprint]
        known_lines = KnownLines(self.headings, self.rows, decimal_marks(self.form, printed), plain)
        headings, paragraphs = parse(text, self.form, printed, known_lines)
        rows = (self.rows[line.end] for line in printed if line.end in self.rows)
        columns = tuple(row for row in rows if not row.cells)
        return metadata, Speech(metadata, headings, paragraphs, tuple(head), columns)

    def annotated(self, speech: Speech, notes: Sequence[Line]) -> Speech:
        """A speech with its footnotes after it, each a paragraph under no heading."""
        _, paragraphs = parse(self.source.text, self.form, notes)
        apart = tuple(replace(paragraph, path=()) for paragraph in paragraphs)
        return replace(speech, paragraphs=(*speech.paragraphs, *apart))


def _signed_lines(body: Sequence[Line], signature: Signature | None) -> Iterator[HeadLine]:
    """The lines of a signature, which stand in the text too: who signs and, last, when."""
    if signature is None:
        return
    for i in range(signature.first, signature.end):
        yield HeadLine(body[i].start, body[i].end, "date" if i == signature.end - 1 else "issuer")
