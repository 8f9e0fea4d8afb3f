"""How wide words are in a picture, and how they are cut into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Widths in ems of Noto Sans SC, rounded up: a Chinese character or its punctuation is one em.
WIDE, NARROW = 1.0, 0.6
BROAD_LETTERS = frozenset("mwMWGOQ%‰@&—…")
# What a line may not break: a figure or a foreign word; marks that end stay with what they follow, those that
# open with what comes next (GB/T 15834-2011, 5.1: no such mark at the edge of a line).
UNIT = re.compile(
    r"[“‘（《〈【(]*(?:[0-9A-Za-z.,:/+~-]+[%‰]?|.)[，。、；：！？”’）》〉】)!?;:…%‰]*", re.DOTALL
)


def width(text: str, size: float) -> float:
    """About how many pixels some words are wide in letters of a size, rather more than less."""
    return size * sum(map(_ems, text))


def lines(text: str, size: float, room: float, most: int) -> list[str]:
    """The words in lines no wider than `room` pixels, `most` of them at most; what is left out shows as an ellipsis."""
    units = UNIT.findall(" ".join(text.split()))
    fitted: list[str] = []
    fitting = _fitting(units, size, room)
    while fitting and len(fitted) < most:
        remainder = fitting[1]
        fitted.append(fitting[0])
        fitting = _fitting(remainder, size, room)
    return [*fitted[:-1], _ellipsized(fitted[-1], size, room)] if fitting else fitted


def shortened(text: str, size: float, room: float) -> str:
    """The words in one line, with an ellipsis where they do not fit."""
    return next(iter(lines(text, size, room, 1)), "")


def _ems(character: str) -> float:
    broad = character in BROAD_LETTERS or unicodedata.east_asian_width(character) in "WFA"
    return WIDE if broad else NARROW


def _fitting(units: Sequence[str], size: float, room: float) -> tuple[str, Sequence[str]] | None:
    """The next line and the units after it; None when none are left. A unit wider than a line is cut."""
    if not units:
        return None
    taken, used = 0, 0.0
    while taken < len(units) and used + width(units[taken], size) <= room:
        used += width(units[taken], size)
        taken += 1
    if taken:
        return "".join(units[:taken]).strip(), units[taken:]
    at = max(1, sum(width(units[0][:end], size) <= room for end in range(1, len(units[0]) + 1)))
    return units[0][:at], [rest for rest in (units[0][at:],) if rest] + list(units[1:])


def _ellipsized(line: str, size: float, room: float) -> str:
    while line and width(line + "…", size) > room:
        line = line[:-1]
    return line.rstrip("，。、；：") + "…"
