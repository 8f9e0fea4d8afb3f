"""A job of reading as it is sent to a worker, and the answer as it comes back.

A job is known by the digest of what it is made of: the bytes of the file, and what else tells what is read of them.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from knowledge.store.rows import packed
from loaders.isolation.frames import Json
from loaders.isolation.sandbox import DATA
from loaders.isolation.workers import Job

_LOCAL = frozenset({"index", "position"})  # by which the load finds its place again
_INSTEAD = "instead"  # what was read before a conversion, which a worker only needs to know of
_ROWS = "rows"

READER_DIED = json.dumps({"error": "ParserDied"})


@dataclass(frozen=True, slots=True)
class QueuedJob:
    """A job as it stands in the queue: `header` is JSON, `fresh` asks for a process that nobody else uses."""

    key: str
    header: str
    content: bytes
    fresh: bool

    @classmethod
    def of(cls, job: Job) -> QueuedJob:
        """The job of a load as it is sent."""
        header = {name: value for name, value in job.header.items() if name not in _LOCAL}
        if _INSTEAD in header:
            header[_INSTEAD] = {}
        text = json.dumps(header, sort_keys=True)
        digest = hashlib.blake2b(text.encode("ascii") + b"\0", digest_size=16)
        digest.update(job.data)
        return cls(digest.hexdigest(), text, job.data, job.fresh)

    @property
    def job(self) -> Job:
        """The job as a worker does it."""
        return Job(json.loads(self.header), self.content, self.fresh)


@dataclass(frozen=True, slots=True)
class QueuedAnswer:
    """An answer as it stands in the queue: JSON, and the one value in it that is bytes."""

    text: str
    content: bytes | None

    @classmethod
    def of(cls, answer: Json) -> QueuedAnswer:
        """The answer of a worker as it is sent, its rows packed."""
        if _ROWS in answer:
            return cls(json.dumps({**answer, _ROWS: None}), packed(answer[_ROWS]))
        if DATA in answer:
            return cls(json.dumps({**answer, DATA: None}), answer[DATA])
        return cls(json.dumps(answer), None)

    @property
    def answer(self) -> Json:
        """The answer as a load takes it; rows stay packed."""
        answer: Json = json.loads(self.text)
        return {**answer, **{name: self.content for name in (_ROWS, DATA) if name in answer}}
