"""The changed files of a corpus, read and made rows in confined processes, the smallest like the largest."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from knowledge.corpus.reading_jobs import RECOGNISED, UNREAD, WORKER, Json, error_answer, path_of
from knowledge.corpus.scan import FileState, origin_of, read
from knowledge.indexing.recognition import Recognition
from knowledge.indexing.unpacking import Unpacking
from knowledge.semantics import encoder
from knowledge.store.records import SourceFile
from knowledge.store.rows import packed
from knowledge.store.source import LoadChanges
from knowledge.temporal.holidays import Holidays, built_in
from loaders.containers.signatures import kind_of
from loaders.errors import LoaderError
from loaders.formats.doc.loader import NUMBERS_MISSING
from loaders.isolation import libreoffice
from loaders.isolation.sandbox import ResourceLimits
from loaders.isolation.server_pool import ServerPool
from loaders.isolation.worker_pool import WorkerPool
from loaders.isolation.workers import Job
from loaders.metadata.manifest import Manifest

Product = Literal["rows", "documents"]

# To make vectors of a document takes three times as long as all else.
LIMITS = ResourceLimits(processor=240, wall=480.0) if encoder.is_installed() else ResourceLimits()
_SERVERS = ServerPool(WORKER, LIMITS)


@dataclass(frozen=True, slots=True)
class ReadingResources:
    """What a load works with: `workers` read the files, None for confined processes of this machine; `recognition` pages
    that are pictures, None for what the load chooses, which may be nothing; `publish` is given the file at the end, and
    what the load did to it."""

    recognition: Recognition | None = None
    workers: WorkerPool | None = None
    publish: Callable[[Path, LoadChanges], object] | None = None


THIS_MACHINE = ReadingResources()


@dataclass(slots=True)
class IngestedFile:
    """What came of a file of the corpus: an answer of `worker.work` for each file in it, by its place in an archive,
    and what was junk."""

    seen: FileState
    origin: SourceFile | None = None
    parts: dict[int, Json] = field(default_factory=dict)
    junk: Sequence[str] = ()
    awaited: int = 1

    @property
    def answers(self) -> list[Json]:
        """The answers in the order of the archive."""
        return [self.parts[position] for position in sorted(self.parts)]


class Ingestion:
    """Reads files side by side and gives them in their order; `given` counts those that it has given.

    `product`: what is made of them, `rows` for the store or the `documents` as they were parsed. `holidays` are the
    public ones, the built-in ones for None. Without a recognition pages that are pictures stay unread.
    """

    def __init__(
        self,
        corpus: Path,
        entries: Manifest,
        files: Sequence[FileState],
        product: Product = "rows",
        holidays: Holidays | None = None,
        resources: ReadingResources = THIS_MACHINE,
    ) -> None:
        self._workers: WorkerPool = resources.workers or _SERVERS
        self._corpus, self._entries, self._files, self._product = corpus, entries, files, product
        self._holidays = sorted(day.isoformat() for day in (built_in() if holidays is None else holidays))
        self._readings: dict[int, IngestedFile] = {}
        self._follow_ups: deque[Job] = deque()
        self._recognition = resources.recognition
        self._pictured: deque[tuple[Job, dict[str, str]]] = deque()
        self._unpackings: dict[int, Unpacking] = {}
        self._opened = 0
        self.given = 0

    def read(self, tick: Callable[[], None]) -> Generator[IngestedFile, None, None]:
        """Read the files; `tick` is called before the first, at each that is given, and now and then; it may raise to
        stop."""
        if not self._files:
            return
        tick()
        with self._workers.lent() as workers:
            for ingested in self._finished(lambda: workers.run(self._job, tick), tick):
                tick()
                yield ingested

    def _finished(
        self, answers: Callable[[], Iterator[tuple[Job, Json]]], tick: Callable[[], None]
    ) -> Iterator[IngestedFile]:
        """The files of which nothing is awaited any more, in order.

        Answers end when nothing is to be done just now: files that cannot be opened ask for none, and those with
        pages that are pictures wait until the others are read.
        """
        while self.given < len(self._files):
            for job, answer in answers():
                self._take(job, answer)
                yield from self._ready()
            yield from self._ready()
            self._recognise_next(tick)

    def _ready(self) -> Iterator[IngestedFile]:
        while (first := self._readings.get(self.given)) and not first.awaited:
            del self._readings[self.given]
            self.given += 1
            yield first

    def _job(self) -> Job | None:
        """The next thing to do, None when there is none or enough is under way."""
        while not self._follow_ups and self._opened < min(len(self._files), self.given + self._workers.ahead):
            self._open(self._opened, self._files[self._opened])
            self._opened += 1
        return self._follow_ups.popleft() if self._follow_ups else None

    def _open(self, index: int, file: FileState) -> None:
        reading = self._readings[index] = IngestedFile(file)
        try:
            data = read(file, self._corpus)
        except (LoaderError, OSError) as error:
            reading.parts[0] = {"path": file.path, **error_answer(error)}
            reading.awaited = 0
            return
        reading.origin = origin_of(file, data)
        entries = [asdict(entry) for entry in self._entries.of(file.path)]
        header = {
            "index": index,
            "path": file.path,
            "entries": entries,
            "product": self._product,
            "holidays": self._holidays,
        }
        self._follow_ups.append(Job(header, data, fresh=kind_of(data) is not None))

    def _take(self, job: Job, answer: Json) -> None:
        reading = self._readings[job.header["index"]]
        if "members" in answer:
            self._list_archive(reading, job, answer)
        elif "unpack" in job.header:
            self._take_unpacked(reading, job, answer)
        elif self._recognition and UNREAD in answer and RECOGNISED not in job.header:
            self._pictured.append((job, answer[UNREAD]))
        elif converted := self._converted(job, answer):
            self._follow_ups.append(converted)
        else:
            failed = "error" in answer and "instead" in job.header
            _settle(reading, job, job.header["instead"] if failed else answer)

    def _list_archive(self, reading: IngestedFile, job: Job, answer: Json) -> None:
        """Awaits an answer for each file of an archive instead of one for the archive."""
        reading.junk = answer["junk"]
        reading.awaited += len(answer["members"]) - 1
        if answer["members"]:
            self._unpack(Unpacking(job, answer["members"]))

    def _unpack(self, unpacking: Unpacking) -> None:
        self._unpackings[unpacking.archive.header["index"]] = unpacking
        self._follow_ups.append(unpacking.job())

    def _take_unpacked(self, reading: IngestedFile, job: Job, answer: Json) -> None:
        """Lets each file that was unpacked be read; the next are unpacked once a process is free of these."""
        unpacking = self._unpackings.pop(job.header["index"])
        if "error" in answer:
            if fewer := unpacking.halved():
                self._unpack(fewer)
                return
            answer = {"unpacked": [answer]}
        for file, known_answer in unpacking.files(answer):
            if known_answer:
                _settle(reading, file, known_answer)
            else:
                self._follow_ups.append(file)
        if rest := unpacking.after(answer):
            self._unpack(rest)

    def _recognise_next(self, tick: Callable[[], None]) -> None:
        """Has the pictures of a file recognised, which is then read anew with what is on them."""
        if self._recognition and self._pictured:
            job, unread = self._pictured.popleft()
            pages = self._recognition.pages(path_of(job.header), job.data, unread, tick)
            self._follow_ups.append(Job({**job.header, RECOGNISED: pages}, job.data, fresh=True))

    def _converted(self, job: Job, answer: Json) -> Job | None:
        """The job of reading an old Word file anew as LibreOffice saves it, where numbers are missing."""
        if NUMBERS_MISSING.plain() not in answer.get("warnings", ()) or "member" in job.header:
            return None
        data = libreoffice.convert(job.data)
        return Job({**job.header, "instead": answer}, data, fresh=True) if data else None


def one_answer(header: Json, data: bytes) -> Json:
    """What `worker.work` answers to one job."""
    jobs = iter([Job(header, data, fresh=True)])
    with _SERVERS.lent() as workers:
        ((_, answer),) = workers.run(lambda: next(jobs, None), lambda: None)
    return answer


def _settle(reading: IngestedFile, job: Job, answer: Json) -> None:
    """Notes what came of a file, or of one in an archive; rows are packed, since all of an archive is written at once.

    Another machine has packed them already.
    """
    if "rows" in answer and not isinstance(answer["rows"], bytes):
        answer = {**answer, "rows": packed(answer["rows"])}
    reading.parts[job.header.get("position", 0)] = {"path": path_of(job.header), **answer}
    reading.awaited -= 1
