"""PDF files: the characters of each page with their places, by PDFium."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
from pypdfium2 import raw

from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.errors import DamagedFile, EncryptedFile, Scanned, TooBig
from loaders.formats.pages.layout.document import Part, parts_of, source_of
from loaders.formats.pages.pdf_page import sheet_of
from loaders.formats.pages.sheet import PrintedPage
from loaders.notes import Note

MOST_PAGES = 2000
_PASSWORD = "password"
_FEW = 20  # characters; fewer beside a picture are a stamp or a page number


class Pdf:
    """PDF with text; of a scanned page nothing is guessed."""

    name = "PDF"
    suffixes = frozenset({".pdf"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are a PDF."""
        return kind_of(data) == "pdf"

    def load(self, data: bytes) -> Source:
        """The text of the pages; raises EncryptedFile, DamagedFile, TooBig or Scanned."""
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise EncryptedFile if _PASSWORD in str(error).lower() else DamagedFile("structure") from error
        count = len(document)
        if count > MOST_PAGES:
            raise TooBig("pages", count=count, most=MOST_PAGES)
        parts: list[Part] = []
        scanned: list[int] = []
        printed = 0
        # A page goes when the next one is there, so that PDFium keeps the fonts that both have.
        for number, page in enumerate(document):
            sheet = sheet_of(page)
            printed += _is_printed(page)
            if _is_scanned(page, sheet):
                scanned.append(number + 1)
            parts += parts_of(number, sheet)
        if scanned and len(scanned) == printed:
            raise Scanned
        source = source_of(parts, count, "pdf")
        return replace(source, warnings=tuple(_warnings(scanned, source.text)))


def _is_printed(page: pypdfium2.PdfPage) -> bool:
    return bool(raw.FPDFPage_CountObjects(page) > 0)


def _is_scanned(page: pypdfium2.PdfPage, sheet: PrintedPage) -> bool:
    if len(sheet.glyphs) >= _FEW:
        return False
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _warnings(scanned: list[int], text: str) -> Iterator[Note]:
    if scanned:
        yield Note.of("scanned_pages", pages="、".join(map(str, scanned)))
    unknown = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in text)
    if unknown * 20 > len(text):
        yield Note("uncoded")
