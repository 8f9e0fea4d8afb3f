"""What SQLite's error codes mean (sqlite.org/rescode.html): is the file bad, or does something keep us from it?"""

from __future__ import annotations

import sqlite3
from typing import Literal

Fault = Literal["locked", "full", "read_only", "unopened", "disk", "damaged"]

_FAULTS: dict[int, Fault] = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_CANTOPEN: "unopened",
    sqlite3.SQLITE_IOERR: "disk",
}
_PRIMARY = 0xFF


def fault_of(error: sqlite3.Error) -> Fault:
    """What is wrong; whatever a sound file of ours cannot cause counts as damage."""
    return _FAULTS.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY, "damaged")
