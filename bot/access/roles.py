"""Roles: owner, admin and editor; from the configuration, and given in the chat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from bot.config.config import Telegram


class Role(IntEnum):
    """What a person may do; each may do all that the ones before it may.

    An editor works on documents and teaching, an admin runs the bot and appoints editors, an owner appoints all.
    """

    EDITOR = 1
    ADMIN = 2
    OWNER = 3

    @property
    def code(self) -> str:
        """The name under which it is stored."""
        return self.name.lower()


def role_named(code: str) -> Role | None:
    """The role of a stored name, None for the empty one."""
    return Role[code.upper()] if code else None


def code_of(role: Role | None) -> str:
    """The name under which a role is stored, empty for none."""
    return role.code if role else ""


@dataclass(frozen=True, slots=True)
class Roles:
    """Who is what: the lists of the configuration, and `appointed`, the roles given in the chat, as they stand.

    The higher one counts. Where the configuration names no owner, its admins are the owners.
    """

    rules: Telegram
    appointed: Mapping[int, Role] = field(default_factory=dict)

    def of(self, person: int | None) -> Role | None:
        """The role of a person, None when they have none."""
        roles = [self.configured(person), self.appointed.get(person) if person is not None else None]
        return max((role for role in roles if role), default=None)

    def configured(self, person: int | None) -> Role | None:
        """The role that the configuration gives: it cannot be taken away in the chat."""
        if person in self.rules.owners:
            return Role.OWNER
        if person in self.rules.admins:
            return Role.ADMIN if self.rules.owners else Role.OWNER
        return Role.EDITOR if person in self.rules.editors else None

    def everyone(self) -> dict[int, Role]:
        """Everybody who has a role, the highest first."""
        rules = self.rules
        people = dict.fromkeys((*rules.owners, *rules.admins, *rules.editors, *self.appointed))
        roles = {person: role for person in people if (role := self.of(person))}
        return dict(sorted(roles.items(), key=lambda pair: -pair[1]))

    def may_give(self, giver: int, person: int, role: Role | None) -> bool:
        """Whether somebody may give a person this role or, with None, take it: an admin appoints editors alone."""
        rank, present = self.of(giver), self.of(person)
        if rank is Role.OWNER:
            return True
        return rank is Role.ADMIN and max(present or 0, role or 0) <= Role.EDITOR

    def would_leave_no_owner(self, person: int, role: Role | None) -> bool:
        """Whether nobody would be an owner any more once the person has this role."""
        owners = {holder for holder, held in self.everyone().items() if held is Role.OWNER}
        stays = role is Role.OWNER or self.configured(person) is Role.OWNER
        return owners == {person} and not stays
