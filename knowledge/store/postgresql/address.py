"""The address of a database on a server."""

from __future__ import annotations

from typing import Protocol


class DatabaseAddress(Protocol):
    """The address of a database; as a text it shows no password."""

    def reveal(self) -> str:
        """The address with its password."""

    @property
    def password(self) -> str:
        """The password in it, empty when there is none."""
