"""What is a file of the corpus: a regular file inside the folder, or a link to one. Nothing else is ever opened.

Every part of the program that looks into the folder asks here: loading and watching it, its copies for trials, the
documents that editors add, replace and get back.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.corpus import settings
from loaders.errors import DanglingLink, LoaderError, NotAFile, OutsideCorpus, TooBig, UnreadableName
from loaders.regular_file import open_regular

LONGEST_FILE = 200 << 20  # bytes
HIDDEN = (".versions", ".uploads")  # folders of the program's own in a corpus


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """Something in the folder that looks like a file: its path in it, where it stands, how it looks there.

    `problem` says why it is no file of the corpus, None when it is one; then `look` is that of what a link leads to.
    """

    path: str
    place: Path
    look: os.stat_result
    problem: LoaderError | None = None


def corpus_files(corpus: Path) -> Iterator[CorpusFile]:
    """What stands in a corpus folder and the folders in it, by path; hidden files, locks and settings are left out.

    Links to folders are not followed. What disappears meanwhile is left out.
    """
    for name, place in sorted(_walk(corpus, "")):
        try:
            look = os.lstat(place)
        except FileNotFoundError:
            continue
        yield _judged(corpus, storable_path(name), Path(place), look)


def hidden_files(corpus: Path) -> Iterator[Path]:
    """What belongs to a corpus folder beside its documents: its settings, older versions, and uploads that wait."""
    named = (corpus / name for name in settings.NAMES)
    hidden = (place for folder in HIDDEN for place in sorted((corpus / folder).rglob("*")))
    for place in (*named, *hidden):
        if place.is_file() and not place.is_symlink():
            yield place


def file_of(corpus: Path, path: str) -> Path:
    """The regular file inside the folder to which a path of the corpus leads.

    Raises FileNotFoundError, DanglingLink, OutsideCorpus or NotAFile.
    """
    place = corpus / path
    target = _target(corpus, place)
    if not stat.S_ISREG(os.stat(target).st_mode):
        raise NotAFile
    return target


def is_file_of(corpus: Path, place: Path) -> bool:
    """Whether something is a file of the corpus that can be read."""
    try:
        return os.access(file_of(corpus, os.path.relpath(place, corpus)), os.R_OK)
    except (LoaderError, OSError):
        return False


def read_file(corpus: Path, path: str) -> bytes:
    """The bytes of a file of the corpus; raises what `file_of` raises, or TooBig."""
    return content_of_file(file_of(corpus, path))


def content_of_file(file: Path) -> bytes:
    """The bytes of a regular file; raises OSError, NotAFile or TooBig."""
    with open_regular(file) as opened:
        content = opened.read(LONGEST_FILE + 1)
    if len(content) > LONGEST_FILE:
        raise TooBig("file", megabytes=len(content) >> 20, most=LONGEST_FILE >> 20)
    return content


def _judged(corpus: Path, path: str, place: Path, look: os.stat_result) -> CorpusFile:
    try:
        if stat.S_ISLNK(look.st_mode):
            look = os.stat(_target(corpus, place))
        if not stat.S_ISREG(look.st_mode):
            raise NotAFile
        if os.fsencode(place).decode("utf-8", "replace") != str(place):
            raise UnreadableName
        if look.st_size > LONGEST_FILE:
            raise TooBig("file", megabytes=look.st_size >> 20, most=LONGEST_FILE >> 20)
    except LoaderError as problem:
        return CorpusFile(path, place, look, problem)
    return CorpusFile(path, place, look)


def _target(corpus: Path, place: Path) -> Path:
    """What a path leads to through all links, a file inside the folder or something special there."""
    target = Path(os.path.realpath(place))
    if not target.is_relative_to(os.path.realpath(corpus)):
        raise OutsideCorpus
    try:
        look = os.stat(place)
    except OSError as error:
        if place.is_symlink():
            raise DanglingLink from error
        raise
    if stat.S_ISDIR(look.st_mode):
        raise OutsideCorpus
    return target


def _walk(folder: Path | str, above: str) -> Iterator[tuple[str, str]]:
    """What is below a folder and no folder, with its path."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "~$")) or entry.name in settings.NAMES:
                continue
            relative = above + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{relative}/")
            else:
                yield relative, entry.path


def storable_path(path: str) -> str:
    """A path that can be written and stored: a name of another system is most likely in GB 18030."""
    try:
        path.encode()
        return path
    except UnicodeEncodeError:
        return os.fsencode(path).decode("gb18030", "replace")
