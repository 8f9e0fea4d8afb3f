"""Opening what strangers put into a folder: a regular file alone, and never one that waits for somebody."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from loaders.errors import NotAFile


@contextmanager
def open_regular(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file, also through a link; raises OSError, or NotAFile for a pipe, a device or a socket."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    _check(os.stat(path))
    with open(path, "rb", opener=_without_waiting) as file:
        _check(os.fstat(file.fileno()))  # something else may have taken its place meanwhile
        yield file


def _check(look: os.stat_result) -> None:
    if not stat.S_ISREG(look.st_mode):
        raise NotAFile


def _without_waiting(path: str, flags: int) -> int:
    """Opens a pipe, too, at once, whether or not anybody writes into it (open(2))."""
    return os.open(path, flags | os.O_NONBLOCK)
