"""Folders for copies that are gone after use; those that a crash left behind go when the next one is made."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "jianda-"
LOCK = "in-use"  # held locked by who uses the folder; the system frees it when they die
DAY = 86_400.0  # seconds after which a folder without a lock is nobody's


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder of the system's temporary one that is removed after the block, or after a crash by the next of these."""
    remove_abandoned()
    with tempfile.TemporaryDirectory(prefix=PREFIX) as name, _in_use(Path(name)):
        yield Path(name)


def remove_abandoned() -> None:
    """Remove the folders of this user that no process uses any more."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if _is_ours(folder) and _is_abandoned(folder):
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _in_use(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; it is locked before it bears its name, so it is never seen free too early."""
    unnamed = folder / f"{LOCK}.new"
    with open(unnamed, "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        os.replace(unnamed, folder / LOCK)
        yield


def _is_ours(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink() and folder.stat().st_uid == os.getuid()


def _is_abandoned(folder: Path) -> bool:
    lock = folder / LOCK
    return _is_free(lock) if lock.exists() else time.time() - folder.stat().st_mtime > DAY


def _is_free(path: Path) -> bool:
    with open(path, encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
