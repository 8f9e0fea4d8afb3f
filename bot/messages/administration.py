"""What the bot says of loads, roles, changes, settings and statistics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What is said of roles, in one language; the names in braces are filled in."""

    names: Mapping[str, str]  # a role as it is stored ("": none) → how it is said
    heading: str
    how: str
    line: str
    configured: str
    configured_note: str
    make: Mapping[str, str]  # a role → what the button says that gives it
    ask: str
    yes: str
    done: str
    told: Mapping[str, str]  # a role → what the person is told who was given it
    not_yours: str
    last_owner: str
    back: str


@dataclass(frozen=True, slots=True)
class AuditWords:
    """What is said of the audit log, in one language; the names in braces are filled in."""

    heading: str
    none: str
    entry: str
    actions: Mapping[str, str]  # an action as it is stored → how it is said
    values: Mapping[str, str]  # a value as it is stored → how it is said


@dataclass(frozen=True, slots=True)
class SettingWords:
    """What is said of the settings of a chat, in one language; the names in braces are filled in."""

    of_group: str
    of_person: str
    admins_only: str
    names: Mapping[str, str]  # the name of a setting → how it is called
    line: str
    ask: Mapping[str, str]  # the name of a setting → the question above its choices
    now: str
    values: Mapping[str, str]  # a choice that is no language → how it is said
    documents: str
    done: str
    quiet_on: str
    quiet_off: str
    quiet_start: str
    quiet_end: str
    back: str
    askers_refused: str


@dataclass(frozen=True, slots=True)
class StatisticsWords:
    """What is said of the statistics of questions, in one language; the names in braces are filled in."""

    heading: str
    nothing: str
    off: str
    counts: str
    times: str
    votes: str
    no_votes: str
    topics: str
    days: str
    note: str
    weekly: str
    answered: str
    unsure: str
    declined: str


@dataclass(frozen=True, slots=True)
class LoadWords:
    """What is said of a load of the documents, in one language; the names in braces are filled in."""

    started: str
    progress: str
    cancel: str
    cancelling: str
    cancelled: str
    ended: str
    running: str
    done: str
    outcomes: Mapping[str, str]  # what became of a file → its word
    noise: str
    more: str
    failed: str
    unattended: str


@dataclass(frozen=True, slots=True)
class StateFileWords:
    """What is said of a state file that is gone, in one language; the names in braces are filled in."""

    gone: str
    restore: str
    anew: str
    restored: str
    begun: str
    there: str
