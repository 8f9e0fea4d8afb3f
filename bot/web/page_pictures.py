"""Pages of PDF files as pictures, drawn in confined processes one after the other, and kept for a while."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.web.edition_cache import EditionCache
from knowledge.corpus.files import content_of_file
from loaders.containers.signatures import kind_of
from loaders.errors import LoaderError
from loaders.formats.pages.pictures import worker
from loaders.formats.pages.pictures.fonts import serif_font
from loaders.isolation.sandbox import DATA, ResourceLimits
from loaders.isolation.server_pool import ServerPool
from loaders.isolation.workers import Job

LARGEST_FILE = 50 << 20  # bytes: a larger one is sent as it is
PICTURE_BYTES = 32 << 20  # that are kept
LIMITS = ResourceLimits(processor=20, wall=30.0, output=16 << 20)
_BEGINNING = 1024  # bytes that tell a PDF

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """The size of a page and where some words stand on it: left, top, right, bottom, in points."""

    width: float
    height: float
    boxes: tuple[tuple[float, float, float, float], ...]


class PagePictures:
    """Draws pages; for any thread, which waits until the page is there."""

    def __init__(self) -> None:
        self._servers = ServerPool(worker.__name__, LIMITS)
        self._pictures: EditionCache[bytes] = EditionCache(PICTURE_BYTES, len)

    def picture(self, file: Path, page: int) -> bytes | None:
        """A page, counted from 1, as PNG; None where there is none, or it is too much to draw."""
        key: Hashable = (str(file), _modified(file), page)
        if kept := self._pictures.find(key):
            return kept
        drawn: bytes | None = self._asked(file, {"page": page}).get(DATA)
        if drawn:
            self._pictures.keep(key, drawn)
        return drawn

    def boxes(self, file: Path, page: int, words: str) -> PageBoxes | None:
        """Where some words stand on a page; None where there is no such page."""
        answer = self._asked(file, {"page": page, "words": words})
        if "error" in answer:
            return None
        return PageBoxes(answer["width"], answer["height"], tuple(map(tuple, answer["boxes"])))

    def _asked(self, file: Path, header: Json) -> Json:
        try:
            jobs = [Job(header, content_of_file(file), fresh=True)]
        except (OSError, LoaderError) as error:  # it has gone since it was looked at
            return {"error": type(error).__name__}
        with self._servers.lent() as workers:
            answers = workers.run(lambda: jobs.pop() if jobs else None, lambda: None)
            return next(answer for _, answer in answers)


def _modified(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def can_be_drawn(file: Path) -> bool:
    """Whether a file is a PDF of a size that is drawn, and there is a font for what it does not bring along."""
    if serif_font() is None:
        return False
    with file.open("rb") as opened:
        return kind_of(opened.read(_BEGINNING)) == "pdf" and file.stat().st_size <= LARGEST_FILE
