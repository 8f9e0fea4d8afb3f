"""Pages of a PDF that are pictures: which they are, and by what their picture is known again."""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from loaders.formats.pages.sheet import PrintedPage

_FEW = 20  # characters; fewer beside a picture are a stamp or a page number
_DEEPEST = 3  # forms within forms


def is_printed(page: pypdfium2.PdfPage) -> bool:
    """Whether anything stands on a page."""
    return bool(raw.FPDFPage_CountObjects(page) > 0)


def is_scanned(page: pypdfium2.PdfPage, sheet: PrintedPage) -> bool:
    """Whether a page is a picture, beside which there is hardly any text."""
    return len(sheet.glyphs) < _FEW and any(_images(page))


def picture_key(page: pypdfium2.PdfPage, sheet: PrintedPage) -> str:
    """What is the same for the same picture in any file: a hash of its images as they are stored, where they are put
    and the little text beside them. Nothing is drawn for it, which would take longer than all the rest of reading."""
    digest = hashlib.sha256(repr((page.get_size(), page.get_rotation(), sheet.glyphs)).encode())
    for image in _images(page):
        digest.update(repr(image.get_matrix().get()).encode())
        digest.update(_stored(image))
    return digest.hexdigest()


def _images(page: pypdfium2.PdfPage) -> Iterator[pypdfium2.PdfImage]:
    yield from page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST)


def _stored(image: pypdfium2.PdfImage) -> bytes:
    """The bytes of an image as the file holds them."""
    length = raw.FPDFImageObj_GetImageDataRaw(image, None, 0)
    buffer = (ctypes.c_ubyte * length)()
    raw.FPDFImageObj_GetImageDataRaw(image, buffer, length)
    return bytes(buffer)
