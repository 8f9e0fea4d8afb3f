"""The loaders, and how a file finds its own: by content, all asked, exactly one must claim it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Protocol

from loaders.doc import Doc
from loaders.errors import AmbiguousFormat, EmptyFile, UnknownFormat
from loaders.headings import one_form
from loaders.inference import infer
from loaders.lines import joined, printed_lines
from loaders.manifest import Manifest
from loaders.noise import find_noise
from loaders.ofd import Ofd
from loaders.outline import LoadedFile, Speech
from loaders.parser import parse
from loaders.pdf import Pdf
from loaders.plain import Markdown, PlainText
from loaders.source import Source
from loaders.speeches import Stretch, divide


class Loader(Protocol):
    """Reads one format."""

    name: str

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are of this format."""

    def load(self, data: bytes) -> Source:
        """The text of the file and what its format says of it."""


LOADERS: tuple[Loader, ...] = (PlainText(), Markdown(), Pdf(), Ofd(), Doc())


def load(
    data: bytes, path: str, manifest: Manifest | None = None, loaders: Sequence[Loader] = LOADERS
) -> LoadedFile:
    """Read a file into its speeches.

    Arguments: the bytes; the path relative to the corpus folder; what corpus.toml says. Raises UnknownFormat,
    AmbiguousFormat or EmptyFile.
    """
    if not data.strip():
        raise EmptyFile
    return _outline(choose(data, loaders).load(data), path, manifest or Manifest())


def choose(data: bytes, loaders: Sequence[Loader] = LOADERS) -> Loader:
    """The one loader that claims the bytes; raises UnknownFormat for none and AmbiguousFormat for several."""
    claimants = [loader for loader in loaders if loader.accepts(data)]
    if not claimants:
        raise UnknownFormat
    if len(claimants) > 1:
        raise AmbiguousFormat(tuple(loader.name for loader in claimants))
    return claimants[0]


def _outline(source: Source, path: str, manifest: Manifest) -> LoadedFile:
    text = source.text
    form = one_form(text)
    lines = printed_lines(text)
    noise = find_noise(text, lines)
    dropped = {stretch.start for stretch in noise}
    kept = [line for line in lines if line.start not in dropped]
    if not kept:
        raise EmptyFile
    name = PurePosixPath(path).stem
    stretches = divide(text, form, joined(text, form, kept) if source.wrapped else kept)
    speeches = tuple(_speech(source, form, stretch, name, path, manifest) for stretch in stretches)
    return LoadedFile(text, source.encoding, speeches, tuple(noise), source.warnings, source.pages)


def _speech(source: Source, form: str, stretch: Stretch, name: str, path: str, manifest: Manifest) -> Speech:
    inferred = infer(source.text, stretch.front, stretch.body, stretch.part, name)
    headings, paragraphs = parse(source.text, form, stretch.body, source.markdown)
    return Speech(manifest.overlay(path, inferred), headings, paragraphs)
