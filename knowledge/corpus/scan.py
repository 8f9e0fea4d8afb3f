"""How the files of a corpus look, and which of them may have changed since they were read."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.corpus import settings
from knowledge.corpus.files import content_of_file, corpus_files, read_file, storable_path
from knowledge.store.records import SourceFile
from loaders.errors import LoaderError
from loaders.metadata.manifest import Manifest

# A file that changed within the tick of the file system's clock in which it was read looks unchanged ever after.
_TICK = 2_000_000_000


@dataclass(frozen=True, slots=True)
class FileState:
    """A file of the corpus as it looks now; `path` is relative to the corpus folder, `file` the way to it.

    `problem` says why it is not to be read, None when it is.
    """

    path: str
    file: Path
    look: SourceFile
    problem: LoaderError | None = None

    def looks_like(self, stored: SourceFile) -> bool:
        """Whether nothing tells it from the file that was read: size, times and inode are the same.

        A file that was modified less than two seconds before it was read is never taken for unchanged
        (the "racy git" problem, Git's technical documentation, racy-git).
        """
        return stored.modified > 0 and replace(self.look, digest=stored.digest) == stored


def scan(corpus: Path, entries: Manifest) -> Iterator[FileState]:
    """The files of a corpus by path, those too that are there and cannot be read."""
    for file in corpus_files(corpus):
        times = (file.look.st_mtime_ns, file.look.st_ctime_ns)
        look = SourceFile(
            file.path, "", entries.said_of(file.path), file.look.st_size, *times, file.look.st_ino
        )
        yield FileState(file.path, file.place, look, file.problem)


def empty_folders(corpus: Path) -> list[str]:
    """The empty folders at the top of a corpus whose names look like files: somebody expects them to be read."""
    with os.scandir(corpus) as entries:
        named = [entry for entry in entries if "." in entry.name[1:] and entry.is_dir(follow_symlinks=False)]
    return sorted(storable_path(entry.name) for entry in named if not os.listdir(entry.path))


def fingerprint(corpus: Path) -> frozenset[object]:
    """How a folder looks, its settings too: equal as long as nothing in it changes; empty when it is not there."""
    if not corpus.is_dir():
        return frozenset()
    looks = {file_state.look for file_state in scan(corpus, Manifest())}
    settings_files = ((name, corpus / name) for name in settings.NAMES)
    times = {(name, file.stat().st_mtime_ns) for name, file in settings_files if file.is_file()}
    return frozenset({*looks, *times})


def read(file_state: FileState, corpus: Path) -> bytes:
    """The bytes of a file; raises OSError, or a LoaderError when it is none of the corpus any more."""
    if file_state.file.is_symlink():
        return read_file(corpus, os.path.relpath(file_state.file, corpus))
    return content_of_file(file_state.file)


def same_content(file_state: FileState, stored: SourceFile, corpus: Path) -> bool:
    """Whether the content of a file, and what is said of it, is what was read before; False where it is unreadable."""
    if file_state.look.said != stored.said:
        return False
    try:
        return _digest(read(file_state, corpus)) == stored.digest
    except (LoaderError, OSError):
        return False


def origin_of(file_state: FileState, data: bytes) -> SourceFile:
    """The file as it was read, to be known again."""
    digest = _digest(data)
    young = time.time_ns() - max(file_state.look.modified, file_state.look.changed) < _TICK
    return replace(file_state.look, digest=digest, modified=0 if young else file_state.look.modified)


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
