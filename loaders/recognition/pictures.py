"""The picture of a page: of a PDF as PDFium draws it, of a photograph as it is held upright."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pypdfium2

from loaders.containers.signatures import kind_of
from loaders.errors import DamagedFile, TooBig
from loaders.recognition.engine import LONGEST_SIDE

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 80_000_000
"""Of a photograph; telephones make 12 to 50 million."""
_A4 = 842.0  # points of the longer side of a page that a photograph shows
_QUALITY = 80  # of JPEG


def page_picture(data: bytes, page: int) -> tuple[Image.Image, float]:
    """The picture of a page, `LONGEST_SIDE` pixels at most, and how many points a pixel is.

    Arguments: a PDF, PNG, JPEG or HEIC file; the number of the page, from 1. Raises DamagedFile or TooBig.
    """
    picture, longest = _drawn(data, page) if kind_of(data) == "pdf" else (_photograph(data), _A4)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return picture.convert("RGB"), longest / max(picture.size)


def read_heic() -> None:
    """Let Pillow read HEIC files, by which telephones keep photographs."""
    import pi_heif

    pi_heif.options.DECODE_THREADS = 1
    pi_heif.register_heif_opener(thumbnails=False)


def pixels(picture: Image.Image) -> Any:
    """A picture as an array of height × width × 3, blue first."""
    import numpy

    return numpy.ascontiguousarray(numpy.asarray(picture)[:, :, ::-1])


def jpeg(picture: Image.Image) -> bytes:
    """A picture as a file that a telephone shows."""
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()


def _drawn(data: bytes, page: int) -> tuple[Image.Image, float]:
    try:
        drawn = pypdfium2.PdfDocument(data)[page - 1]
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise DamagedFile("structure") from error
    longest = max(drawn.get_size())
    return drawn.render(scale=LONGEST_SIDE / longest, rev_byteorder=True).to_pil(), longest


def _photograph(data: bytes) -> Image.Image:
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "HEIF")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise TooBig(
                    "pixels", count=picture.width * picture.height // 1_000_000, most=MOST_PIXELS // 1_000_000
                )
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            return ImageOps.exif_transpose(_on_white(picture))
    except (OSError, SyntaxError, ValueError) as error:
        raise DamagedFile("structure") from error


def _on_white(picture: Image.Image) -> Image.Image:
    """A picture without holes: what is transparent is paper."""
    from PIL import Image

    if "A" not in picture.mode and "transparency" not in picture.info:
        return picture
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture.convert("RGBA"))
    return paper
