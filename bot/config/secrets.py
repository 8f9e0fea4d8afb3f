"""Values that must not show in a log, a traceback or on a screen."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

MASK = "***"


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A text that prints as `***`; `reveal` gives it back."""

    text: str = ""

    def reveal(self) -> str:
        """The text itself, for the one place that needs it."""
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return MASK if self.text else ""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


@dataclass(frozen=True, slots=True, repr=False)
class ProxyUrl(Secret):
    """The address of a proxy; its user and password print as `***`, its host is shown."""

    def __str__(self) -> str:
        parts = urlsplit(self.text)
        login, at, host = parts.netloc.rpartition("@")
        return parts._replace(netloc=(MASK if login else "") + at + host).geturl()

    @property
    def password(self) -> str:
        """The password in the address, empty when there is none."""
        return urlsplit(self.text).password or ""


@dataclass(frozen=True, slots=True, repr=False)
class DatabaseUrl(Secret):
    """The address of a database; its password prints as `***`, its settings not at all, user, hosts and name are shown."""

    def __str__(self) -> str:
        parts = urlsplit(self.text)
        login, at, hosts = parts.netloc.rpartition("@")
        user, colon, _ = login.partition(":")
        return parts._replace(netloc=user + colon + (MASK if colon else "") + at + hosts, query="").geturl()

    @property
    def password(self) -> str:
        """The password in the address or its settings, empty when there is none."""
        parts = urlsplit(self.text)
        return unquote(parts.password or "") or "".join(parse_qs(parts.query).get("password", []))
