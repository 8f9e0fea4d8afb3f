"""Changes of a corpus folder: made whole or not at all, the older versions kept, the last one taken back.

What was there before lies in `.versions`, a folder a change: `record.json` and the older files by their place in it.
A change that the program did not finish lies in `.versions/begun` and is taken back before the next one.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path

from knowledge.corpus.files import read_file
from knowledge.errors import CorpusChanged, CorpusMissing, CorpusReadOnly

FOLDER = ".versions"
RECORD = "record.json"
BEGUN = "begun"


@dataclass(frozen=True, slots=True)
class FileWrite:
    """What a file of the corpus becomes: its path in the folder, the digest that it must have before (empty: it must
    not be there) and the new content, None to remove it."""

    path: str
    before: str
    content: bytes | None


@dataclass(frozen=True, slots=True)
class CorpusChange:
    """Files written together: `action` is a code, `subject` the document; `undoes` the number of the change that
    this one takes back; `cause` is what asked for it, by which it is known again."""

    action: str
    subject: str
    writes: tuple[FileWrite, ...]
    undoes: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that a change wrote, with its digests before and after (empty: not there)."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Version:
    """A change that was made: its number, when (ISO) and by whom."""

    number: str
    action: str
    subject: str
    at: str
    who: str
    undoes: str
    files: tuple[WrittenFile, ...]
    cause: str = ""


def digest(content: bytes | None) -> str:
    """What tells one content from another; empty for a file that is not there."""
    return "" if content is None else hashlib.blake2b(content, digest_size=16).hexdigest()


def content_of(corpus: Path, path: str) -> bytes | None:
    """The content of a file of the corpus, None when it is not there; raises LoaderError when it is no file of it."""
    try:
        return read_file(corpus, path)
    except FileNotFoundError:
        return None


def make(corpus: Path, change: CorpusChange, who: str, now: dt.datetime) -> Version:
    """Make a change, dated now, and keep what was there before.

    Raises CorpusChanged when a file is not as the change expects, CorpusReadOnly or CorpusMissing; then nothing has
    changed.
    """
    with _alone(corpus):
        check(corpus, change)
        number = f"{max([0, *(int(version.number) for version in versions(corpus))]) + 1:06}"
        begun = _begin(corpus, change, number, who, now)
        for write in change.writes:
            _put(corpus / write.path, write.content)
        os.replace(begun, corpus / FOLDER / number)
        return _version(corpus / FOLDER / number / RECORD)


def check(corpus: Path, change: CorpusChange) -> None:
    """Raise CorpusChanged when a file is not as a change expects it."""
    for write in change.writes:
        if digest(content_of(corpus, write.path)) != write.before:
            raise CorpusChanged(corpus / write.path)


def versions(corpus: Path) -> list[Version]:
    """The changes that were made, the last one last."""
    records = sorted((corpus / FOLDER).glob(f"[0-9]*/{RECORD}"))
    return [_version(record) for record in records]


def made_for(corpus: Path, cause: str) -> Version | None:
    """The change that was made for a cause, None when none was."""
    return next((version for version in reversed(versions(corpus)) if version.cause == cause), None)


def last(corpus: Path) -> Version | None:
    """The last change that has not been taken back, None when there is none."""
    history = versions(corpus)
    undone = {version.undoes for version in history}
    return next(
        (version for version in reversed(history) if not version.undoes and version.number not in undone),
        None,
    )


def undoing(corpus: Path, version: Version) -> CorpusChange:
    """The change that takes another one back."""
    folder = corpus / FOLDER / version.number
    writes = (
        FileWrite(
            written_file.path,
            written_file.after,
            (folder / str(place)).read_bytes() if written_file.before else None,
        )
        for place, written_file in enumerate(version.files)
    )
    return CorpusChange("undo", version.subject, tuple(writes), undoes=version.number)


def recover(corpus: Path) -> None:
    """Take back what the program had begun when it was stopped."""
    if (corpus / FOLDER / BEGUN).exists():
        with _alone(corpus):
            pass


@contextmanager
def held_still(corpus: Path) -> Iterator[None]:
    """Hold up the changes of a corpus while it is read; one that was never changed has none to hold up."""
    with _alone(corpus) if (corpus / FOLDER).is_dir() and os.access(corpus, os.W_OK) else nullcontext():
        yield


def replace_file(path: Path, content: bytes) -> None:
    """Write a file under a hidden name and give it its own when all is on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(".new-" + hashlib.blake2b(path.name.encode(), digest_size=8).hexdigest())
    with open(aside, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, path)


@contextmanager
def _alone(corpus: Path) -> Iterator[None]:
    """Hold the right to change the corpus, once no other program or thread does; what was left half done is undone."""
    if not corpus.is_dir():
        raise CorpusMissing(corpus)
    if not os.access(corpus, os.W_OK):
        raise CorpusReadOnly(corpus)
    (corpus / FOLDER).mkdir(exist_ok=True)
    with open(corpus / FOLDER / "lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _take_back(corpus)
        yield


def _begin(corpus: Path, change: CorpusChange, number: str, who: str, now: dt.datetime) -> Path:
    """Keep what is there before; the record comes last, so that without it nothing has been written yet."""
    begun = corpus / FOLDER / BEGUN
    begun.mkdir()
    for place, write in enumerate(change.writes):
        content = content_of(corpus, write.path)
        if content is not None:
            replace_file(begun / str(place), content)
    files = tuple(
        WrittenFile(file_write.path, file_write.before, digest(file_write.content))
        for file_write in change.writes
    )
    at = now.astimezone(dt.UTC).isoformat(timespec="seconds")
    version = Version(number, change.action, change.subject, at, who, change.undoes, files, change.cause)
    replace_file(begun / RECORD, json.dumps(asdict(version), ensure_ascii=False).encode())
    return begun


def _take_back(corpus: Path) -> None:
    begun = corpus / FOLDER / BEGUN
    if (begun / RECORD).exists():
        for place, written_file in enumerate(_version(begun / RECORD).files):
            if (
                written_file.before != written_file.after
                and digest(content_of(corpus, written_file.path)) == written_file.after
            ):
                _put(
                    corpus / written_file.path,
                    (begun / str(place)).read_bytes() if written_file.before else None,
                )
    shutil.rmtree(begun, ignore_errors=True)


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        replace_file(path, content)


def _version(record: Path) -> Version:
    data = json.loads(record.read_bytes())
    return Version(**{**data, "files": tuple(WrittenFile(**file) for file in data["files"])})
