"""An archive taken apart a stretch at a time: each file that comes out is then read like any other.

What decompresses the files of a stranger works in a confined process. A process for each file would read the list of
the archive anew for each, so as many are asked for at once as are no burden; where that fails, half as many, until the
one that does it stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from loaders.containers.signatures import kind_of
from loaders.isolation.sandbox import DATA
from loaders.isolation.workers import Job

Json = dict[str, Any]

MOST = 512  # files that are asked for at once


@dataclass(frozen=True, slots=True)
class Unpacking:
    """The job that found the archive, the names of the files in it, how many are unpacked, how many to ask for."""

    archive: Job
    names: Sequence[str]
    done: int = 0
    most: int = MOST

    def job(self) -> Job:
        """The job that unpacks the next files."""
        asked = list(self.names[self.done : self.done + self.most])
        return Job({**self.archive.header, "unpack": asked}, self.archive.data, fresh=True)

    def files(self, answer: Json) -> Iterator[tuple[Job, Json]]:
        """For each file that was unpacked the job that reads it, and the answer where it needs no reading."""
        content, start = answer.get(DATA, b""), 0
        for position, result in enumerate(answer["unpacked"], self.done):
            header = {**self.archive.header, "member": self.names[position], "position": position}
            data = content[start : start + result.get("size", 0)]
            start += len(data)
            yield Job(header, data, fresh=kind_of(data) is not None), result if "error" in result else {}

    def after(self, answer: Json) -> Unpacking | None:
        """What is left after an answer, None when nothing is; as things go well more are asked for at once."""
        done = self.done + len(answer["unpacked"])
        return replace(self, done=done, most=min(MOST, 2 * self.most)) if done < len(self.names) else None

    def halved(self) -> Unpacking | None:
        """The same with fewer files at once, None when the next one was asked for alone."""
        asked = min(self.most, len(self.names) - self.done)
        return replace(self, most=asked // 2) if asked > 1 else None
