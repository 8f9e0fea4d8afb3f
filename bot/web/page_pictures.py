"""Pages of PDF files and photographs as pictures: drawn in confined processes one after the other, and kept for a while."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.web.edition_cache import EditionCache
from knowledge.corpus.files import content_of_file
from knowledge.indexing.page_cache import PageCache
from loaders.containers.signatures import kind_of
from loaders.errors import LoaderError
from loaders.formats.pages.pictures.fonts import serif_font
from loaders.formats.pages.pictures.word_boxes import word_boxes
from loaders.formats.pages.recognised_page import RecognisedPage
from loaders.isolation.sandbox import DATA, ResourceLimits
from loaders.isolation.server_pool import ServerPool
from loaders.isolation.workers import Job
from loaders.recognition.engine import is_installed, version

LARGEST_FILE = 50 << 20  # bytes: a larger one is sent as it is
PICTURE_BYTES = 32 << 20  # that are kept
LIMITS = ResourceLimits(processor=20, wall=30.0, output=16 << 20)
_WORKER = "loaders.formats.pages.pictures.worker"  # by name: what it imports is of no use here
_BEGINNING = 4096  # bytes that tell what a file is
_PNG = b"\x89PNG"
_ALIKE = 0.03  # by which the shape of a page that was recognised may differ from that of its picture

Json = dict[str, Any]
Recognised = Callable[[str], Json | None]
"""Gives what was recognised on the picture of a key, None where nothing was."""


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """The size of a page and where some words stand on it: left, top, right, bottom, in points."""

    width: float
    height: float
    boxes: Sequence[tuple[float, float, float, float]]


def recognised_beside(database: Path) -> Recognised:
    """What was recognised for a knowledge base when it was loaded."""
    return PageCache.beside(database, version()).get if is_installed() else lambda key: None


class PagePictures:
    """Draws pages; for any thread, which waits until the page is there."""

    def __init__(self, recognised: Recognised = lambda key: None) -> None:
        self._recognised = recognised
        self._servers = ServerPool(_WORKER, LIMITS)
        self._pictures: EditionCache[bytes] = EditionCache(PICTURE_BYTES, len)

    def picture(self, file: Path, page: int) -> bytes | None:
        """A page, counted from 1, as PNG or JPEG; None where there is none, or it is too much to draw."""
        try:
            key = (str(file), file.stat().st_mtime_ns, page)
            picture = self._pictures.find(key) or self._drawn(content_of_file(file), page)
        except (OSError, LoaderError):  # it has gone since it was looked at
            return None
        if picture:
            self._pictures.keep(key, picture)
        return picture

    def boxes(self, file: Path, page: int, words: str) -> PageBoxes | None:
        """Where some words stand on a page; None where there is no such page."""
        try:
            data = content_of_file(file)
        except (OSError, LoaderError):
            return None
        answer = self._asked(data, {"page": page, "words": words})
        if "error" in answer or (page != 1 and _is_photograph(data)):
            return None
        plain = PageBoxes(answer["width"], answer["height"], [tuple(box) for box in answer["boxes"]])
        return self._on_recognised(answer["key"], words, plain) if "key" in answer else plain

    def _on_recognised(self, key: str, words: str, plain: PageBoxes) -> PageBoxes:
        """Where words were recognised on a picture that lies as it was recognised; else the page as it is."""
        page = self._recognised(key)
        if page is None:
            return plain
        found = RecognisedPage.of(page)
        shape = found.width / found.height * plain.height / plain.width
        if abs(shape - 1) > _ALIKE:
            return plain
        return PageBoxes(found.width, found.height, word_boxes(found.sheet().glyphs, words))

    def _drawn(self, data: bytes, page: int) -> bytes | None:
        if _is_photograph(data):
            return data if page == 1 else None
        drawn: bytes | None = self._asked(data, {"page": page}).get(DATA)
        return drawn

    def _asked(self, data: bytes, header: Json) -> Json:
        jobs = [Job(header, data, fresh=True)]
        with self._servers.lent() as workers:
            answers = workers.run(lambda: jobs.pop() if jobs else None, lambda: None)
            return next(answer for _, answer in answers)


def can_be_drawn(file: Path) -> bool:
    """Whether a file is a photograph, or a PDF for which there is a font for what it does not bring along; and not too
    large."""
    with file.open("rb") as opened:
        beginning = opened.read(_BEGINNING)
    known = _is_photograph(beginning) or (kind_of(beginning) == "pdf" and serif_font() is not None)
    return known and file.stat().st_size <= LARGEST_FILE


def media_type(picture: bytes) -> str:
    """What kind of picture it is."""
    return "image/png" if picture.startswith(_PNG) else "image/jpeg"


def _is_photograph(data: bytes) -> bool:
    return kind_of(data) == "picture"
