"""What a process takes of the machine, by proc(5)."""

from __future__ import annotations

import os
from collections.abc import Set
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PARENT, _TIMES = (
    1,
    slice(11, 15),
)  # fields of /proc/PID/stat from the state on: user and system, its own and its children's
_OWN_TIMES = slice(11, 13)  # of these its own
_BUSY = slice(1, 4)  # of the first line of /proc/stat: user, nice, system


def processor_seconds(number: int, without: Set[int] = frozenset()) -> float:
    """The seconds of processor that a process has used, and all that it started, save some."""
    children: dict[int, list[int]] = {}
    times: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (fields := _fields(entry)):
            children.setdefault(int(fields[_PARENT]), []).append(int(entry.name))
            times[int(entry.name)] = sum(map(int, fields[_TIMES]))
    waiting, total = [number], 0
    while waiting:
        process = waiting.pop()
        total += times.get(process, 0)
        waiting += [child for child in children.get(process, []) if child not in without]
    return total / _TICKS


def own_processor_seconds(number: int) -> float:
    """The seconds of processor that a process has used by itself."""
    return sum(map(int, _fields(Path(f"/proc/{number}"))[_OWN_TIMES])) / _TICKS


def processor_seconds_of_all() -> float:
    """The seconds of processor that everybody has used."""
    first = Path("/proc/stat").read_text().split("\n")[0].split()
    return sum(map(int, first[_BUSY])) / _TICKS


def resident_megabytes(number: int) -> float:
    """The resident memory of a process."""
    lines = Path(f"/proc/{number}/status").read_text(encoding="ascii", errors="replace").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def _fields(entry: Path) -> list[str]:
    """What /proc/PID/stat tells from the state on; nothing of a process that has gone."""
    try:
        return (entry / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
