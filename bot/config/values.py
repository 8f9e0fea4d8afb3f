"""What a written value may look like: one reader for each type of the configuration.

A reader takes the name to blame, the value (a TOML value, or the text of an option or a variable) and the
folder that relative paths count from, and refuses what it cannot understand.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.config.secrets import DatabaseUrl, ProxyUrl, Secret
from bot.errors import WrongValue

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
LogFormat = Literal["text", "json"]
Kind = Any  # a type, or a union or a literal of types, as `get_type_hints` gives it
Reader = Callable[[str, object, Path], object]


class ListenAddress(str):
    """Where a server listens: `host:port`, of IPv6 `[host]:port`; port 0 takes a free one."""

    @property
    def host(self) -> str:
        """The name or address of the interface."""
        return urlsplit(f"//{self}").hostname or ""

    @property
    def port(self) -> int:
        """The number of the port."""
        return urlsplit(f"//{self}").port or 0


class PublicUrl(str):
    """Where a server is reached from outside, without the last stroke; empty where it is not."""


class WebhookUrl(str):
    """Where Telegram brings updates: an https address with a path; empty where they are fetched."""


DATABASE_SCHEMES = ("postgresql", "postgres")
_BROKEN_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")

PROXY_SCHEMES = ("http", "https", "socks5", "socks5h")


def reader_of(kind: Kind) -> Reader:
    """The reader for a key of this type."""
    return READERS[kind]


def _text(name: str, value: object, home: Path) -> str:
    if not isinstance(value, str):
        raise WrongValue(name, "text")
    return value.strip()


def _level(name: str, value: object, home: Path) -> str:
    level = _text(name, value, home).upper()
    if level not in get_args(LogLevel):
        raise WrongValue(name, "level")
    return level


def _format(name: str, value: object, home: Path) -> str:
    form = _text(name, value, home).lower()
    if form not in get_args(LogFormat):
        raise WrongValue(name, "format")
    return form


def _path(name: str, value: object, home: Path) -> Path:
    if isinstance(value, Path):
        return value
    return home / Path(_text(name, value, home)).expanduser()


def _date(name: str, value: object, home: Path) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    try:
        return dt.date.fromisoformat(_text(name, value, home))
    except ValueError as error:
        raise WrongValue(name, "date") from error


def _time(name: str, value: object, home: Path) -> dt.time:
    if isinstance(value, dt.time):
        return value.replace(second=0, microsecond=0)
    try:
        return dt.datetime.strptime(_text(name, value, home), "%H:%M").time()
    except ValueError as error:
        raise WrongValue(name, "time") from error


def _zone(name: str, value: object, home: Path) -> ZoneInfo:
    try:
        return ZoneInfo(_text(name, value, home))
    except (ValueError, OSError, KeyError) as error:
        raise WrongValue(name, "zone") from error


def _secret(name: str, value: object, home: Path) -> Secret:
    return Secret(_text(name, value, home))


def _proxy(name: str, value: object, home: Path) -> ProxyUrl:
    url = _text(name, value, home)
    try:
        parts = urlsplit(url)
        usable = parts.scheme in PROXY_SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:  # not chained: its text quotes the address, password and all
        usable = False
    if not usable:
        raise WrongValue(name, "proxy")
    return ProxyUrl(url)


def database_url(name: str, value: object, home: Path) -> DatabaseUrl:
    """The reader of a DatabaseUrl."""
    url = _text(name, value, home)
    try:
        parts = urlsplit(url)
        usable = parts.scheme in DATABASE_SCHEMES and url.startswith(f"{parts.scheme}://")
    except ValueError:  # not chained: its text quotes the address, password and all
        usable = False
    if not usable or _BROKEN_ESCAPE.search(url):
        raise WrongValue(name, "database")
    return DatabaseUrl(url)


def listen_address(name: str, value: object, home: Path) -> ListenAddress:
    """The reader of a ListenAddress."""
    address = ListenAddress(_text(name, value, home))
    try:
        parts = urlsplit(f"//{address}")
        usable = bool(parts.hostname) and parts.port is not None and parts.netloc == address
    except ValueError:
        usable = False
    if not usable or "@" in address:
        raise WrongValue(name, "listen")
    return address


def _public(name: str, value: object, home: Path) -> PublicUrl:
    url = _text(name, value, home).rstrip("/")
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or parts.username or parts.query or parts.fragment:
        raise WrongValue(name, "public")
    return PublicUrl(url)


def _webhook(name: str, value: object, home: Path) -> WebhookUrl:
    url = _text(name, value, home)
    try:
        parts = urlsplit(url)
        usable = parts.scheme == "https" and bool(parts.hostname) and len(parts.path) > 1 and parts.port != 0
    except ValueError:
        usable = False
    if not usable or parts.username or parts.query or parts.fragment:
        raise WrongValue(name, "webhook")
    return WebhookUrl(url)


def _numbers(name: str, value: object, home: Path) -> tuple[int, ...]:
    """Ids: a list of whole numbers, or a text with commas between them."""
    items = value.replace("，", ",").split(",") if isinstance(value, str) else value
    if not isinstance(items, list):
        raise WrongValue(name, "numbers")
    return tuple(_number(name, item) for item in items if item != "")


def _number(name: str, value: object) -> int:
    if isinstance(value, str) and value.strip().removeprefix("-").isdecimal():
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise WrongValue(name, "number")


def _count(name: str, value: object, home: Path) -> int:
    count = _number(name, value)
    if count < 0:
        raise WrongValue(name, "count")
    return count


def _switch(name: str, value: object, home: Path) -> bool:
    if isinstance(value, str) and value.strip().lower() in ("true", "false"):
        return value.strip().lower() == "true"
    if isinstance(value, bool):
        return value
    raise WrongValue(name, "switch")


READERS: dict[Kind, Reader] = {
    str: _text,
    LogLevel: _level,
    LogFormat: _format,
    Path: _path,
    Path | None: _path,
    int: _count,
    int | None: _count,
    bool: _switch,
    dt.date | None: _date,
    dt.time: _time,
    ZoneInfo: _zone,
    Secret: _secret,
    ProxyUrl: _proxy,
    DatabaseUrl: database_url,
    ListenAddress: listen_address,
    PublicUrl: _public,
    WebhookUrl: _webhook,
    tuple[int, ...]: _numbers,
}
