"""The names of the files of a corpus, and those under which files of strangers are kept: no path, nothing hidden,
nothing that a file system refuses."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from knowledge.corpus.changes import content_of, digest
from knowledge.corpus.files import corpus_files
from loaders.lazy_pattern import lazy_pattern

LONGEST = 120  # bytes of a name without its suffix; file systems take 255 in all
_REFUSED = lazy_pattern(r'[<>:"|?*\s]+')
_SUFFIX = lazy_pattern(r"\.[A-Za-z0-9]{1,8}")


def safe_name(name: str, used_names: Collection[str] = ()) -> str:
    """A name for a file that somebody calls `name`, other than those that are taken.

    It keeps the suffix and, of the last step of the path, what can be read.
    """
    base = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    printed = "".join(character if character.isprintable() else " " for character in base)
    plain = _REFUSED.sub(" ", printed).strip().lstrip(".~$ ").rstrip(". ")
    stem, dot, end = plain.rpartition(".")
    suffix = dot + end if stem and _SUFFIX.fullmatch(dot + end) else ""
    stem = _cut((stem if suffix else plain) or "document")
    return _unique(stem, suffix, {name.casefold() for name in used_names} | {"corpus.toml"})


def file_names(corpus: Path) -> list[str]:
    """The paths of the files of a corpus."""
    return [file.path for file in corpus_files(corpus) if not file.problem]


def taken_names(corpus: Path) -> list[str]:
    """What a new file cannot be called: everything that stands in the folder or the folders in it, also links and pipes."""
    return [*os.listdir(corpus), *(file.path for file in corpus_files(corpus))]


def same_file(corpus: Path, content: bytes) -> str:
    """The path of the file that holds this very content, empty when there is none."""
    wanted = digest(content)
    return next((name for name in file_names(corpus) if digest(content_of(corpus, name)) == wanted), "")


def file_of(corpus: Path, path: str) -> str:
    """The file of the corpus that holds a document with a path: the archive of one that lies in an archive."""
    names = set(file_names(corpus))
    return next(
        (parent.as_posix() for parent in PurePosixPath(path).parents if parent.as_posix() in names), path
    )


def _unique(stem: str, suffix: str, used_names: Collection[str]) -> str:
    name, number = stem + suffix, 2
    while name.casefold() in used_names:
        name, number = f"{stem}-{number}{suffix}", number + 1
    return name


def _cut(stem: str) -> str:
    """The stem in as many bytes as it may have, whole characters alone."""
    return stem.encode("utf-8", "replace")[:LONGEST].decode("utf-8", "ignore").rstrip(". ")
