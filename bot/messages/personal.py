"""What the bot says of what it keeps of a person: questions, favourites, and how they are erased."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonalWords:
    """What is said of what is kept of a person: questions, favourites, their erasure, in one language; the names in braces are filled in."""

    recent: str
    recent_none: str
    recent_off: str
    question_erased: str
    favourites: str
    favourites_none: str
    favourite_changed: str
    favourite_remove: str
    privacy: str
    privacy_number: str
    privacy_log: str
    privacy_no_log: str
    forget_ask: str
    forget_yes: str
    forget_no: str
    forget_kept: str
    forgotten: str
    forgotten_nothing: str
    forgotten_group: str


@dataclass(frozen=True, slots=True)
class HomeWords:
    """What is said of where a chat is at home; the names in braces are filled in."""

    now: str
    nowhere: str
    how: str
    no_places: str
    set: str
    unset: str
    other: str
    everywhere: str
    listed: str
    answered: str
    wider: str
    which: str
    admins_only: str
    greeting: str
