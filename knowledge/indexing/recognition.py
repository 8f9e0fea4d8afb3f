"""The pages of a file that are pictures, recognised in confined processes of their own, or taken from the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.indexing.page_cache import PageCache
from loaders.isolation.sandbox import DATA
from loaders.isolation.server_pool import ServerPool
from loaders.isolation.workers import Job
from loaders.recognition.engine import is_installed, version
from loaders.recognition.limits import LIMITS, MOST_WORKERS

Json = dict[str, Any]
PagesTold = Callable[[str, int, int], None]
"""Is told the path of a file, how many of its pages are recognised, and of how many."""

_WORKER = "loaders.recognition.worker"  # by name: what it imports is of no use here


def untold(path: str, done: int, total: int) -> None:
    """Nobody wants to know."""


_SERVERS = ServerPool(_WORKER, LIMITS, most=MOST_WORKERS)


@dataclass(frozen=True, slots=True)
class Recognition:
    """Recognises pages; what was recognised is kept in `cache`, and `told` is told how far it is."""

    cache: PageCache
    told: PagesTold = untold

    @classmethod
    def beside(cls, database: Path, told: PagesTold = untold) -> Recognition | None:
        """What recognises pages for a knowledge base; None where the extra `scans` is not installed."""
        return cls(PageCache.beside(database, version()), told) if is_installed() else None

    def pages(self, path: str, data: bytes, unread: Mapping[str, str], tick: Callable[[], None]) -> Json:
        """The pages by their number, as `RecognisedPage.plain` gives them, without those that could not be recognised.

        Arguments: the path of the file and its bytes; the number of each page with its key; is called now and then and
        may raise to stop: what was recognised until then is kept.
        """
        found = {number: page for number, key in unread.items() if (page := self.cache.get(key))}
        self.told(path, len(found), len(unread))
        missing = [number for number in unread if number not in found]
        if missing:
            for done, (number, page) in enumerate(self._recognised(data, missing, tick), len(found) + 1):
                if "error" not in page:
                    found[number] = page
                    self.cache.put(unread[number], page)
                self.told(path, done, len(unread))
            self.cache.prune()
        return found

    def _recognised(
        self, data: bytes, numbers: list[str], tick: Callable[[], None]
    ) -> Iterator[tuple[str, Json]]:
        """What comes of each page, as it comes."""
        waiting = iter(numbers)

        def job() -> Job | None:
            number = next(waiting, None)
            return Job({"page": int(number), "product": "text"}, data, fresh=True) if number else None

        with _SERVERS.lent() as workers:
            for answered, page in workers.run(job, tick):
                yield str(answered.header["page"]), page


def page_picture(data: bytes, page: int) -> bytes | None:
    """A page of a file as a JPEG picture, None where it cannot be drawn or the extra is not installed."""
    if not is_installed():
        return None
    jobs = iter([Job({"page": page, "product": "picture"}, data, fresh=True)])
    with _SERVERS.lent() as workers:
        ((_, answer),) = workers.run(lambda: next(jobs, None), lambda: None)
    picture: bytes | None = answer.get(DATA)
    return picture
