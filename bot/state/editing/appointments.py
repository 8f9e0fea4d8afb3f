"""Appointments: the roles that were given in the chat."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.access.roles import Role, code_of, role_named
from bot.state.storage.audit import Audit, AuditChange
from bot.state.storage.database import StateDatabase


class Appointments:
    """Who was given which role, and how they were called then."""

    def __init__(self, database: StateDatabase, audit: Audit) -> None:
        self._database, self._audit = database, audit
        # Asked for with every update, on the event loop: so they are kept in memory.
        self._roles: dict[int, Role] = {}
        self._names: dict[int, str] = {}
        self.read_again()

    @property
    def roles(self) -> Mapping[int, Role]:
        """The roles as they stand, also later."""
        return MappingProxyType(self._roles)

    def name(self, person: int) -> str:
        """How an appointed person was called, empty when nobody knew."""
        return self._names.get(person, "")

    def appoint(self, person: int, name: str, change: AuditChange) -> bool:
        """Gives the role after the change in place of the one before, and records it.

        Changes nothing and says so when the person no longer has the role before.
        """
        role = role_named(change.after)
        with self._database.writing(repeatable=True) as db:
            rows = db.rows("SELECT role FROM appointments WHERE person = ?", [person])
            if (rows[0]["role"] if rows else "") != change.before:
                return False
            db.execute("DELETE FROM appointments WHERE person = ?", [person])
            if role:
                row = {"person": person, "role": code_of(role), "name": name}
                db.insert("appointments", row)
            self._audit.record(db, change)
        self._remember(person, role, name)
        return True

    def read_again(self) -> None:
        """Lets what is kept in memory follow the file."""
        self._roles.clear()
        self._names.clear()
        for row in self._database.rows("SELECT person, role, name FROM appointments"):
            self._remember(row["person"], Role[row["role"].upper()], row["name"])

    def _remember(self, person: int, role: Role | None, name: str) -> None:
        self._roles.pop(person, None)
        self._names.pop(person, None)
        if role:
            self._roles[person], self._names[person] = role, name
