"""What PostgreSQL's error codes mean (its manual, appendix A): is the data bad, or does something keep us from it?"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg

from knowledge.store.postgresql.address import DatabaseAddress
from loaders.notes import NotedError

_BY_STATE = {
    "25006": "server_read_only",
    "42501": "forbidden",
    "53100": "server_full",
    "55P03": "server_busy",
    "57014": "server_busy",
    "58030": "server_disk",
    "XX001": "server_damaged",
    "XX002": "server_damaged",
}
_LINE = ("08", "57P")  # the beginnings of the codes of a line that is gone, a server that ends or begins
_FULL = "53"  # of too little memory, too many connections
_MASK = "***"
LONGEST = 200  # characters of what a server says

log = logging.getLogger(__name__)


class ServerUnfit(NotedError):
    """A server that cannot be used as it is; `detail`: old_server, encoding or no_schema."""


@contextmanager
def server_errors(address: DatabaseAddress, kind: Callable[..., Exception]) -> Iterator[None]:
    """Turns what the server and the line to it say into an error of a kind, which is made of the address, a detail and
    the values `reason`, `found` or `oldest`."""
    try:
        yield
    except psycopg.Error as error:
        log.debug("server", exc_info=error)
        raise kind(str(address), _fault_of(error), reason=_reason_of(error, address.password)) from error
    except ServerUnfit as error:
        raise kind(str(address), error.detail, **error.values) from error


def is_line_lost(error: BaseException) -> bool:
    """Whether the line to the server is gone, or the server itself for a while: a new line may be had."""
    if not isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return False
    return error.sqlstate is None or error.sqlstate.startswith(_LINE)


def _fault_of(error: psycopg.Error) -> str:
    """The detail that tells what is wrong."""
    state = error.sqlstate or ""
    if state in _BY_STATE:
        return _BY_STATE[state]
    if is_line_lost(error):
        return "unreachable"
    return "server_busy" if state.startswith(_FULL) else "server"


def _reason_of(error: psycopg.Error, password: str) -> str:
    """What the server or the network says, in a line without the password."""
    primary = error.diag.message_primary or str(error)
    lines = [line.strip() for line in primary.splitlines() if line.strip()] or [type(error).__name__]
    reason = lines[0].removeprefix("connection failed: ")
    return (reason.replace(password, _MASK) if password else reason)[:LONGEST]
