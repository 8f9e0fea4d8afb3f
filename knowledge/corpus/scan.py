"""How the files of a corpus look, and which of them may have changed since they were read."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.store.records import Origin
from knowledge.temporal import holidays
from loaders.errors import LoaderError, OutsideCorpus, TooBig, UnreadableName
from loaders.metadata import manifest
from loaders.metadata.manifest import Manifest

LONGEST_FILE = 200 << 20
SETTINGS = (manifest.NAME, holidays.NAME)
"""The files of a corpus folder that say how its documents are read."""
# A file that changed within the tick of the file system's clock in which it was read looks unchanged ever after.
_TICK = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Seen:
    """A file of the corpus as it looks now; `path` is relative to the corpus folder, `file` the way to it."""

    path: str
    file: Path
    look: Origin

    def looks_like(self, known: Origin) -> bool:
        """Whether nothing tells it from the file that was read: size, times and inode are the same.

        A file that was modified less than two seconds before it was read is never taken for unchanged
        (the "racy git" problem, Git's technical documentation, racy-git).
        """
        return known.modified > 0 and replace(self.look, digest=known.digest) == known


def scan(corpus: Path, entries: Manifest) -> Iterator[Seen]:
    """The files of a corpus that may be documents, by path; hidden ones, locks and settings are none."""
    for name, place in sorted(_walk(corpus, "")):
        found = _stat(place)
        if found is not None:
            path = _readable(name)
            times = (found.st_mtime_ns, found.st_ctime_ns)
            look = Origin(path, "", entries.said_of(path), found.st_size, *times, found.st_ino)
            yield Seen(path, Path(place), look)


def empty_folders(corpus: Path) -> list[str]:
    """The empty folders at the top of a corpus whose names look like files: somebody expects them to be read."""
    with os.scandir(corpus) as entries:
        named = [entry for entry in entries if "." in entry.name[1:] and entry.is_dir(follow_symlinks=False)]
    return sorted(_readable(entry.name) for entry in named if not os.listdir(entry.path))


def fingerprint(corpus: Path) -> frozenset[object]:
    """How a folder looks, its settings too: equal as long as nothing in it changes; empty when it is not there."""
    if not corpus.is_dir():
        return frozenset()
    looks = {seen.look for seen in scan(corpus, Manifest())}
    settings = ((name, corpus / name) for name in SETTINGS)
    times = {(name, file.stat().st_mtime_ns) for name, file in settings if file.is_file()}
    return frozenset({*looks, *times})


def read(seen: Seen, corpus: Path) -> bytes:
    """The bytes of a file; raises OSError, TooBig, or OutsideCorpus for a link that leads out of the folder."""
    if os.fsencode(seen.file).decode("utf-8", "replace") != str(seen.file):
        raise UnreadableName
    if seen.file.is_symlink() and not _leads_to_file_inside(seen.file, corpus):
        raise OutsideCorpus
    if seen.look.size > LONGEST_FILE:
        raise TooBig(f"{seen.look.size >> 20} MB, at most {LONGEST_FILE >> 20}")
    return seen.file.read_bytes()


def same_content(seen: Seen, known: Origin, corpus: Path) -> bool:
    """Whether the content of a file, and what is said of it, is what was read before; False where it is unreadable."""
    if seen.look.said != known.said:
        return False
    try:
        return _digest(read(seen, corpus)) == known.digest
    except (LoaderError, OSError):
        return False


def origin_of(seen: Seen, data: bytes) -> Origin:
    """The file as it was read, to be known again."""
    digest = _digest(data)
    young = time.time_ns() - max(seen.look.modified, seen.look.changed) < _TICK
    return replace(seen.look, digest=digest, modified=0 if young else seen.look.modified)


def _stat(place: str) -> os.stat_result | None:
    """How a file looks, a broken link like itself; None when it has gone meanwhile."""
    for look in (os.stat, os.lstat):
        with suppress(FileNotFoundError):
            return look(place)
    return None


def _leads_to_file_inside(link: Path, corpus: Path) -> bool:
    target = link.resolve()
    return target.is_file() and target.is_relative_to(corpus.resolve())


def _readable(path: str) -> str:
    """A path that can be written and stored: a name of another system is most likely in GB 18030."""
    try:
        path.encode()
        return path
    except UnicodeEncodeError:
        return os.fsencode(path).decode("gb18030", "replace")


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _walk(folder: Path | str, above: str) -> Iterator[tuple[str, str]]:
    """The files below a folder with their paths; links to folders are not followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "~$")) or entry.name in SETTINGS:
                continue
            relative = above + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{relative}/")
            elif entry.is_file() or entry.is_symlink():
                yield relative, entry.path
