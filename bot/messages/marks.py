"""What the bot says of marks on deadlines: done, postponed, not applicable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MarkWords:
    """The sentences of one language; the names in braces are filled in."""

    said: Mapping[str, str]  # a status → how it is said
    by: str
    by_nobody: str
    note: str
    assignee: str
    changed: str
    buttons: Mapping[str, str]  # a status, or what else a button does → its label
    choose_day: str
    write_day: str
    ask_day: str
    no_day: str
    past_day: str
    write_note: str
    write_why: str
    reopened: str
    marked: str
    opened: str
    gone: str
    back: str
    show: str
