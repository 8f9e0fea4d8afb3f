"""What is done with a page in a confined process (see `loaders.isolation.sandbox`): it is drawn, or words are found on it."""

from __future__ import annotations

import hashlib
import io
from importlib.util import find_spec
from typing import Any

import pypdfium2
from pypdfium2 import raw

from loaders.containers.signatures import kind_of
from loaders.formats.pages.pdf_page import sheet_of
from loaders.formats.pages.pdf_scans import is_scanned, picture_key
from loaders.formats.pages.pictures.fonts import serif_font, use_font
from loaders.formats.pages.pictures.png import png
from loaders.formats.pages.pictures.word_boxes import word_boxes
from loaders.isolation.sandbox import DATA

Json = dict[str, Any]

WIDTH = 1000  # pixels of a picture, fewer of a long page
MOST_PIXELS = 2_500_000
_QUARTER = 90  # degrees
_ORIENTATION, _FIRST_ON_ITS_SIDE = 0x0112, 5  # of EXIF


def prepare() -> None:
    """Load what a worker needs: it can open no file later."""
    if font := serif_font():
        use_font(font)
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(100, 100)
    _drawn(page)
    page.close()
    if find_spec("PIL"):  # it comes with the extra `scans`
        from PIL import Image

        exif = Image.Exif()
        exif[_ORIENTATION] = 1
        for name in ("PNG", "JPEG"):
            Image.new("RGB", (1, 1)).save(file := io.BytesIO(), name, exif=exif)
            _photographed(file.getvalue())


def work(job: Json, data: bytes) -> Json:
    """Draw a page of a PDF, or find words on it; a photograph is drawn already.

    Arguments: the `page`, counted from 1, and the `words` where they are to be found; the file. Returns the picture as
    PNG under `DATA`; or the `width` and `height` of the page in points and the `boxes` of the words, as upright as the
    picture is; of a scanned page the `key` of what was recognised on it. Where there is no such page, the `error`.
    """
    if kind_of(data) == "picture":
        return _photographed(data)
    try:
        page = pypdfium2.PdfDocument(data)[job["page"] - 1]
        sheet = sheet_of(page)
    except (pypdfium2.PdfiumError, IndexError) as error:
        return {"error": type(error).__name__}
    scanned = is_scanned(page, sheet)
    if "words" in job and scanned:
        width, height = page.get_size()
        return {"width": width, "height": height, "boxes": [], "key": picture_key(page, sheet)}
    if "words" in job:
        boxes = word_boxes(sheet.glyphs, job["words"])
        return {"width": sheet.width, "height": sheet.height, "boxes": boxes}
    if not scanned:  # the picture is turned as the text is, not as /Rotate says: so the boxes fit it
        page.set_rotation(-sheet.turned_back * _QUARTER % 360)
    return {DATA: _drawn(page)}


def _photographed(data: bytes) -> Json:
    """The size of a photograph as a browser shows it, and the key of what was recognised on it."""
    try:
        from PIL import Image

        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            on_its_side = picture.getexif().get(_ORIENTATION, 1) >= _FIRST_ON_ITS_SIDE
            width, height = picture.size[::-1] if on_its_side else picture.size
    except (ImportError, OSError, SyntaxError, ValueError) as error:
        return {"error": type(error).__name__}
    return {"width": width, "height": height, "boxes": [], "key": hashlib.sha256(data).hexdigest()}


def _drawn(page: pypdfium2.PdfPage) -> bytes:
    width, height = page.get_size()
    scale = min(WIDTH / width, (MOST_PIXELS / (width * height)) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=raw.FPDFBitmap_BGR)
    return png(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
