"""The changed files of a corpus, read and made rows: a few small texts here, anything else in confined processes."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from knowledge.corpus.scan import Seen, origin_of, read
from knowledge.indexing import worker
from knowledge.store.records import Origin
from knowledge.temporal.holidays import Holidays
from loaders.containers.signatures import kind_of
from loaders.errors import LoaderError
from loaders.formats.doc.loader import NUMBERS_MISSING
from loaders.isolation import libreoffice
from loaders.isolation.sandbox import Limits
from loaders.isolation.workers import Job, Workers
from loaders.metadata.manifest import Manifest

Json = dict[str, Any]

_LITTLE = 256 << 10  # bytes of plain text that are read before a server process would have started
_AHEAD = 32  # files that may be read before the first of them is written
_HEAD = 4096
LIMITS = Limits()


@dataclass(slots=True)
class Reading:
    """What came of a file of the corpus: an answer of `workshop.work` for each file in it, and what was junk."""

    seen: Seen
    origin: Origin | None = None
    answers: list[Json] = field(default_factory=list)
    junk: Sequence[str] = ()
    awaited: int = 1


class Readings:
    """Reads files side by side and gives them in their order; `given` counts those that it has given."""

    def __init__(self, corpus: Path, entries: Manifest, holidays: Holidays, files: Sequence[Seen]) -> None:
        self._corpus, self._entries, self._files = corpus, entries, files
        self._holidays = sorted(day.isoformat() for day in holidays)
        self._readings: dict[int, Reading] = {}
        self._follow_ups: deque[Job] = deque()
        self._opened = 0
        self.given = 0

    def read(self, tick: Callable[[], None]) -> Generator[Reading, None, None]:
        """Read the files; `tick` is called now and then and may raise to stop."""
        if self._is_little():
            yield from self._finished(lambda: self._here(tick))
            return
        with Workers(worker.__name__, len(os.sched_getaffinity(0)), LIMITS) as workers:
            yield from self._finished(lambda: workers.run(self._job, tick))

    def _is_little(self) -> bool:
        """Whether all is plain text and not much of it."""
        return sum(seen.look.size for seen in self._files) <= _LITTLE and not any(map(_is_bound, self._files))

    def _here(self, tick: Callable[[], None]) -> Iterator[tuple[Job, Json]]:
        while job := self._job():
            tick()
            yield job, worker.work(job.header, job.data)

    def _finished(self, answers: Callable[[], Iterator[tuple[Job, Json]]]) -> Iterator[Reading]:
        """The files of which nothing is awaited any more, in order.

        Answers end when nothing is to be done just now: files that cannot be opened ask for none.
        """
        while self.given < len(self._files):
            for job, answer in answers():
                self._take(job, answer)
                yield from self._ready()
            yield from self._ready()

    def _ready(self) -> Iterator[Reading]:
        while (first := self._readings.get(self.given)) and not first.awaited:
            del self._readings[self.given]
            self.given += 1
            yield first

    def _job(self) -> Job | None:
        """The next thing to do, None when there is none or enough is under way."""
        while not self._follow_ups and self._opened < min(len(self._files), self.given + _AHEAD):
            self._open(self._opened, self._files[self._opened])
            self._opened += 1
        return self._follow_ups.popleft() if self._follow_ups else None

    def _open(self, index: int, seen: Seen) -> None:
        reading = self._readings[index] = Reading(seen)
        try:
            data = read(seen, self._corpus)
        except (LoaderError, OSError) as error:
            detail = (isinstance(error, OSError) and error.strerror) or str(error)
            reading.answers.append({"path": seen.path, "error": type(error).__name__, "detail": detail})
            reading.awaited = 0
            return
        reading.origin = origin_of(seen, data)
        entries = [asdict(entry) for entry in self._entries.of(seen.path)]
        header = {"index": index, "path": seen.path, "entries": entries, "holidays": self._holidays}
        self._follow_ups.append(Job(header, data, fresh=kind_of(data) is not None))

    def _take(self, job: Job, answer: Json) -> None:
        reading = self._readings[job.header["index"]]
        if "members" in answer:
            reading.junk = answer["junk"]
            self._follow_ups += [
                Job({**job.header, "member": name}, job.data, fresh=True) for name in answer["members"]
            ]
            reading.awaited += len(answer["members"]) - 1
        elif converted := self._converted(job, answer):
            self._follow_ups.append(converted)
        else:
            failed = "error" in answer and "instead" in job.header
            told = job.header["instead"] if failed else answer
            reading.answers.append({"path": worker.path_of(job.header), **told})
            reading.awaited -= 1

    def _converted(self, job: Job, answer: Json) -> Job | None:
        """The job of reading an old Word file anew as LibreOffice saves it, where numbers are missing."""
        if NUMBERS_MISSING not in answer.get("warnings", ()) or "member" in job.header:
            return None
        data = libreoffice.convert(job.data)
        return Job({**job.header, "instead": answer}, data, fresh=True) if data else None


def _is_bound(seen: Seen) -> bool:
    """Whether a file is to be read in a confined process whatever its size; one that cannot be opened is not."""
    try:
        with seen.file.open("rb") as file:
            return kind_of(file.read(_HEAD)) is not None
    except OSError:
        return False
