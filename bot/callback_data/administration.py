"""The buttons of administrators, and those that confirm an action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from bot.callback_data.codec import CallbackData, Flag, Key, Page

Person = Annotated[int, r"[0-9]{1,16}"]
"""A Telegram id."""


@dataclass(frozen=True, slots=True)
class Confirm(CallbackData):
    """Whether the action that waits under a key shall be done."""

    layout: ClassVar[str] = "confirm:{confirmed}:{key}"
    confirmed: Flag
    key: Key


@dataclass(frozen=True, slots=True)
class CancelLoad(CallbackData):
    """Cancels the load of a key."""

    layout: ClassVar[str] = "l:{key}"
    key: Annotated[str, r"[0-9a-f]{8}"]


@dataclass(frozen=True, slots=True)
class ShowStatistics(CallbackData):
    """The figures of so many days."""

    layout: ClassVar[str] = "stats:{days}"
    days: Annotated[int, r"[0-9]{1,3}"]


@dataclass(frozen=True, slots=True)
class ListAudit(CallbackData):
    """A page of the changes."""

    layout: ClassVar[str] = "audit:{page}"
    page: Page


@dataclass(frozen=True, slots=True)
class ListRoles(CallbackData):
    """A page of those who have a role."""

    layout: ClassVar[str] = "role:l:{page}"
    page: Page = 0


@dataclass(frozen=True, slots=True)
class OpenPerson(CallbackData):
    """What a person is and can be made."""

    layout: ClassVar[str] = "role:p:{person}"
    person: Person


@dataclass(frozen=True, slots=True)
class MakeRole(CallbackData):
    """What a person shall be made; `none` takes the role away."""

    layout: ClassVar[str] = "role:m:{role}:{person}"
    role: Annotated[str, r"owner|admin|editor|none"]
    person: Person


@dataclass(frozen=True, slots=True)
class PutStateBack(CallbackData):
    """Restores a state file that is gone, or begins anew."""

    layout: ClassVar[str] = "state:{how}"
    how: Annotated[str, r"restore|anew"]
