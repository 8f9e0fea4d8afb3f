"""The loaders, and how a file finds its own: by content, all asked, exactly one must claim it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Protocol

from loaders.blocks.source import Source
from loaders.errors import AmbiguousFormat, EmptyFile, UnknownFormat
from loaders.formats.doc.loader import Doc
from loaders.formats.docx.loader import Docx
from loaders.formats.html.loader import Html, Mhtml
from loaders.formats.markdown import Markdown
from loaders.formats.odt.loader import Odt
from loaders.formats.pages.ofd import Ofd
from loaders.formats.pages.pdf import Pdf
from loaders.formats.pages.picture import Picture
from loaders.formats.pages.recognised_page import RecognisedPage
from loaders.formats.plain import PlainText
from loaders.formats.rtf.loader import Rtf
from loaders.formats.sheets.csv import Csv
from loaders.formats.sheets.xls import Xls
from loaders.formats.sheets.xlsx import Xlsx
from loaders.metadata.manifest import Manifest
from loaders.notes import Note
from loaders.structure.composition import compose
from loaders.structure.outline import LoadedFile


class Loader(Protocol):
    """Reads one format; `suffixes` are those that the names of its files usually have."""

    @property
    def name(self) -> str:
        """The format by name."""

    @property
    def suffixes(self) -> frozenset[str]:
        """The endings of names, each with its dot, in small letters."""

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are of this format."""

    def load(self, data: bytes) -> Source:
        """The text of the file and what its format says of it."""


LOADERS: tuple[Loader, ...] = (
    PlainText(),
    Markdown(),
    Docx(),
    Odt(),
    Rtf(),
    Html(),
    Mhtml(),
    Pdf(),
    Ofd(),
    Picture(),
    Doc(),
    Xlsx(),
    Xls(),
    Csv(),
)


def load(
    data: bytes,
    path: str,
    manifest: Manifest | None = None,
    loaders: Sequence[Loader] = LOADERS,
    converted: bool = False,
    recognised: Mapping[int, RecognisedPage] | None = None,
) -> LoadedFile:
    """Read a file into its speeches.

    Arguments: the bytes; the path relative to the corpus folder; what corpus.toml says; whether
    another program made the bytes, so that the name promises nothing; what a recogniser read on pages that are pictures,
    by their number from 1. Raises UnknownFormat,
    AmbiguousFormat, EmptyFile, DamagedFile, EncryptedFile, or Pictured for what nobody has recognised yet.
    """
    if not data.strip():
        raise EmptyFile
    loader = choose(data, loaders)
    if recognised and isinstance(loader, Pdf | Picture):
        loader = replace(loader, recognised=recognised)
    source = loader.load(data)
    misnamed = () if converted else _misnamed(path, loader, loaders)
    told = (*source.warnings, *misnamed)
    return compose(replace(source, warnings=told), path, manifest or Manifest())


def choose(data: bytes, loaders: Sequence[Loader] = LOADERS) -> Loader:
    """The one loader that claims the bytes; raises UnknownFormat for none and AmbiguousFormat for several."""
    claimants = [loader for loader in loaders if loader.accepts(data)]
    if not claimants:
        raise UnknownFormat
    if len(claimants) > 1:
        raise AmbiguousFormat(names=", ".join(loader.name for loader in claimants))
    return claimants[0]


def _misnamed(path: str, loader: Loader, loaders: Sequence[Loader]) -> Iterator[Note]:
    """A warning for a name that promises another format than the content has."""
    suffix = PurePosixPath(path).suffix.lower()
    if suffix not in loader.suffixes and any(suffix in other.suffixes for other in loaders):
        yield Note.of("misnamed", suffix=suffix, format=loader.name)
