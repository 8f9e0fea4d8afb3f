"""PDF files: the characters of each page with their places, by PDFium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.errors import DamagedFile, EncryptedFile, Scanned, TooBig
from loaders.formats.pages.layout import Glyphs, Sheet, running_text
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
        pages = [document[number] for number in range(count)]
        sheets = [_sheet(page) for page in pages]
        scanned = [
            n
            for n, (page, sheet) in enumerate(zip(pages, sheets, strict=True), 1)
            if _is_scanned(page, sheet)
        ]
        if scanned and len(scanned) == sum(1 for page in pages if _is_printed(page)):
            raise Scanned
        text, starts = running_text(sheets)
        return Source(text, "pdf", pages=starts, warnings=tuple(_warnings(scanned, text)))


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    width, height = page.get_size()
    return Sheet(width, height, tuple(_glyphs(page.get_textpage(), height)))


def _glyphs(text: pypdfium2.PdfTextPage, height: float) -> Iterator[Glyphs]:
    box = raw.FS_RECTF()
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        if code < 0x20 or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        if raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)) and box.right > box.left:
            yield Glyphs(_character(code), box.left, height - box.top, box.right, height - box.bottom)


def _character(code: int) -> str:
    return "\ufffd" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)


def _is_printed(page: pypdfium2.PdfPage) -> bool:
    return bool(raw.FPDFPage_CountObjects(page) > 0)


def _is_scanned(page: pypdfium2.PdfPage, sheet: Sheet) -> bool:
    if len(sheet.glyphs) >= _FEW:
        return False
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _warnings(scanned: list[int], text: str) -> Iterator[Note]:
    if scanned:
        yield Note.of("scanned_pages", pages="、".join(map(str, scanned)))
    unknown = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in text)
    if unknown * 20 > len(text):
        yield Note("uncoded")
