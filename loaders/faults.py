"""Errors of the system and of the readers of TOML as notes, for their own words are English sentences."""

from __future__ import annotations

import errno

from loaders.lazy_pattern import lazy_pattern
from loaders.notes import Note

_SYSTEM = {
    errno.ENOENT: "missing",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "read_only",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "no_folder",
    errno.EEXIST: "exists",
    errno.EMFILE: "too_many_open",
    errno.ENFILE: "too_many_open",
    errno.EIO: "disk",
    errno.ENAMETOOLONG: "long_name",
    errno.ELOOP: "circle",
}
_PLACE = lazy_pattern(r"at line (\d+),? col(?:umn)? (\d+)")


def system_fault(error: OSError) -> Note:
    """What the system refuses (errno(3)), without the name of the file."""
    fault = _SYSTEM.get(error.errno or 0)
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return Note.of(f"system.{fault}") if fault else Note.of("system.other", name=name)


def is_full(error: OSError) -> bool:
    """Whether there is no room left to write."""
    return _SYSTEM.get(error.errno or 0) == "full"


def toml_fault(error: ValueError) -> Note:
    """Where `tomllib` or `tomlkit` stopped to read; rows and columns count from 1."""
    if isinstance(error, UnicodeDecodeError):
        return Note.of("toml.encoding")
    place = _PLACE.search(str(error))
    if place is None:
        return Note.of("toml.end")
    row, column = map(int, place.groups())
    return Note.of("toml.place", row=row, column=column)
