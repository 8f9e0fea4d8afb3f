"""PDF files: the characters of each page with their places, by PDFium."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.errors import DamagedFile, EncryptedFile, Scanned, TooBig
from loaders.formats.pages.layout.document import Part, parts_of, source_of
from loaders.formats.pages.recognised_page import SCANNED, RecognisedPage, recognition_notes
from loaders.notes import Note

MOST_PAGES = 2000
_PASSWORD = "password"


@dataclass(frozen=True, slots=True)
class Pdf:
    """PDF with text; of a scanned page there is to read what a recogniser found (`recognised`, by number from 1)."""

    recognised: Mapping[int, RecognisedPage] = field(default_factory=dict)

    name: ClassVar[str] = "PDF"
    suffixes: ClassVar[frozenset[str]] = frozenset({".pdf"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are a PDF."""
        return kind_of(data) == "pdf"

    def load(self, data: bytes) -> Source:
        """The text of the pages; raises EncryptedFile, DamagedFile, TooBig or Scanned."""
        # Who reads none does without PDFium.
        import pypdfium2

        from loaders.formats.pages.pdf_page import sheet_of
        from loaders.formats.pages.pdf_scans import is_printed, is_scanned, picture_key

        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise EncryptedFile if _PASSWORD in str(error).lower() else DamagedFile("structure") from error
        count = len(document)
        if count > MOST_PAGES:
            raise TooBig("pages", count=count, most=MOST_PAGES)
        parts: list[Part] = []
        unread: dict[int, str] = {}
        printed = 0
        # A page goes when the next one is there, so that PDFium keeps the fonts that both have.
        for number, page in enumerate(document):
            recognised = self.recognised.get(number + 1)
            sheet = recognised.sheet() if recognised else sheet_of(page)
            printed += is_printed(page)
            if not recognised and is_scanned(page, sheet):
                unread[number + 1] = picture_key(page, sheet)
            parts += parts_of(number, sheet)
        if unread and len(unread) == printed:
            raise Scanned(unread=unread)
        source = source_of(parts, count, "pdf")
        if self.recognised and not source.text.strip():
            raise Scanned("blank")
        notes = (*_warnings(unread, source.text), *recognition_notes(self.recognised))
        return replace(source, warnings=notes, unread=unread, recognised=frozenset(self.recognised))


def _warnings(unread: Mapping[int, str], text: str) -> Iterator[Note]:
    if unread:
        yield Note.of(SCANNED, pages="、".join(map(str, unread)))
    unknown = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in text)
    if unknown * 20 > len(text):
        yield Note("uncoded")
