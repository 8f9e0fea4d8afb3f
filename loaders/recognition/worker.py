"""What is done with a page in a confined process (see `loaders.isolation.sandbox`): it is recognised, or made a picture."""

from __future__ import annotations

import io
from typing import Any

from loaders.errors import DamagedFile, LoaderError
from loaders.isolation.sandbox import DATA
from loaders.recognition.engine import engine
from loaders.recognition.pictures import jpeg, page_picture, pixels, read_heic
from loaders.recognition.reading import read_page

Json = dict[str, Any]


def prepare() -> None:
    """Load the libraries and models: the workers that are forked later can open no file."""
    from PIL import Image, ImageDraw

    read_heic()
    page = Image.new("RGB", (600, 200), "white")
    ImageDraw.Draw(page).text((40, 80), "a line as long as this", fill="black", font_size=40)
    for name in ("PDF", "PNG", "JPEG"):
        page.save(file := io.BytesIO(), name)
        for product in ("text", "picture"):
            work({"page": 1, "product": product}, file.getvalue())


def work(job: Json, data: bytes) -> Json:
    """Recognise a page or draw it.

    Arguments: `page`, counted from 1, and `product`, `text` or `picture`; the file. Returns the page as it was
    recognised, made plain; or its picture, a JPEG; or the `error` with its `note`.
    """
    try:
        picture, points = page_picture(data, job["page"])
        if job["product"] == "picture":
            return {DATA: jpeg(picture)}
        return read_page(pixels(picture), points, engine()).plain()
    except (MemoryError, RecursionError, ImportError):
        raise
    except LoaderError as error:
        return {"error": type(error).__name__, "note": error.note.plain()}
    except Exception as error:  # a library may raise anything on a file that somebody has bent
        damaged = DamagedFile("library", name=type(error).__name__)
        return {"error": type(damaged).__name__, "note": damaged.note.plain()}
