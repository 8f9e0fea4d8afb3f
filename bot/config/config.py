"""The configuration: one typed, frozen tree, read from options, environment, a TOML file and defaults."""

from __future__ import annotations

import datetime as dt
import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_type_hints
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.config.secrets import DatabaseUrl, ProxyUrl, Secret
from bot.config.values import Kind, ListenAddress, LogFormat, LogLevel, PublicUrl, WebhookUrl, reader_of
from bot.errors import ConfigUnreadable, UnknownKey
from loaders.faults import system_fault, toml_fault

DEFAULT_FILE = Path("config.toml")
PREFIX = "JIANDA_"
REMINDER_TIME = dt.time(9)
LOOPBACK = ListenAddress("127.0.0.1:8321")
NOT_PUBLIC = PublicUrl()
NO_WEBHOOK = WebhookUrl()

NO_KEY = MappingProxyType({"key": False})

PACKAGE = Path(__file__).resolve().parents[1]


def example_corpus() -> Path:
    """The folder of the example speeches: inside an installed wheel, or at the root of a checkout."""
    installed = PACKAGE / "corpus"
    return installed if installed.is_dir() else PACKAGE.parent / "corpus"


@dataclass(frozen=True, slots=True)
class Telegram:
    """How to reach Telegram, and who may ask; empty lists of users and chats let everyone ask."""

    token: Secret = field(default_factory=Secret)
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    proxy: ProxyUrl = field(default_factory=ProxyUrl)
    webhook_url: WebhookUrl = NO_WEBHOOK
    owners: tuple[int, ...] = ()
    admins: tuple[int, ...] = ()
    editors: tuple[int, ...] = ()
    allowed_users: tuple[int, ...] = ()
    allowed_chats: tuple[int, ...] = ()
    send_files: bool = True
    limit_per_minute: int = 30
    group_limit_per_minute: int = 20

    @property
    def open_to_everyone(self) -> bool:
        """Whether anyone who finds the bot may ask it."""
        return not (self.allowed_users or self.allowed_chats)


@dataclass(frozen=True, slots=True)
class Web:
    """Where the server listens, under which address it is reached from outside, and whether the bot brings it along."""

    listen: ListenAddress = LOOPBACK
    public_url: PublicUrl = NOT_PUBLIC
    serve: bool = True


@dataclass(frozen=True, slots=True)
class Storage:
    """Where what people made is kept when not in a file: a database of PostgreSQL, for several replicas."""

    url: DatabaseUrl = field(default_factory=DatabaseUrl)


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that can be set; `today` is fixed in tests alone.

    `answering_processes`: None for one less than there are processors. `token_file` is no key: it is the configuration file, where that holds the token.
    """

    corpus: Path = field(default_factory=example_corpus)
    database: Path = Path("jianda.db")
    state: Path = Path("jianda-state.db")
    weights: Path | None = None
    retention_days: int = 180
    answering_processes: int | None = None
    today: dt.date | None = None
    reminder_time: dt.time = REMINDER_TIME
    time_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Shanghai"))
    log_level: LogLevel = "INFO"
    log_file: Path | None = None
    log_format: LogFormat = "text"
    telegram: Telegram = field(default_factory=Telegram)
    web: Web = field(default_factory=Web)
    storage: Storage = field(default_factory=Storage)
    token_file: Path | None = field(default=None, metadata=NO_KEY)

    @property
    def state_place(self) -> Path | DatabaseUrl:
        """Where what people made is kept: the database where one is set, else the file."""
        return self.storage.url or self.state

    @property
    def has_state(self) -> bool:
        """Whether there is, or may be, something that people made."""
        return bool(self.storage.url) or self.state.exists()

    @property
    def clock(self) -> Clock:
        """The clock of the time zone, on the day that is set if one is."""
        return Clock(self.time_zone, self.today)


SECTIONS: Mapping[str, type] = MappingProxyType({"telegram": Telegram, "web": Web, "storage": Storage})


def keys(section: type = Config, prefix: str = "") -> Iterator[tuple[str, Kind]]:
    """Every key with its type, the keys of a section as `section.key`."""
    hints = get_type_hints(section)
    for entry in filter(lambda entry: entry.metadata.get("key", True), fields(section)):
        name, kind = prefix + entry.name, hints[entry.name]
        if is_dataclass(kind) and isinstance(kind, type) and not issubclass(kind, Secret):
            yield from keys(kind, name + ".")
        else:
            yield name, kind


def read_config(
    file: Path | None = None,
    options: Mapping[str, object] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Config:
    """The configuration: an option comes before the environment, then the file, then the default.

    Without `file`, `config.toml` of the working folder is read where it exists. An empty value is not set.
    """
    path = file or (DEFAULT_FILE if DEFAULT_FILE.is_file() else None)
    written = _file_values(path) if path else {}
    home = path.parent if path else Path()
    given, around = options or {}, environment or {}
    chosen: dict[str, object] = {}
    for key, kind in keys():
        read = reader_of(kind)
        if _is_set(value := given.get(key)):
            chosen[key] = read(key, value, Path())
        elif _is_set(value := around.get(variable(key))):
            chosen[key] = read(variable(key), value, Path())
        elif _is_set(value := written.get(key)):
            chosen[key] = read(key, value, home)
    config = _build(chosen)
    return replace(config, token_file=path) if written.get("telegram.token") else config


def variable(key: str) -> str:
    """The environment's name of a key: `telegram.token` is `JIANDA_TELEGRAM_TOKEN`."""
    return PREFIX + key.replace(".", "_").upper()


def _is_set(value: object) -> bool:
    return value is not None and value not in ("", [])


def _file_values(path: Path) -> dict[str, object]:
    """The keys of the file, flat; an unknown one is refused."""
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigUnreadable(path, system_fault(error)) from error
    except ValueError as error:
        raise ConfigUnreadable(path, toml_fault(error)) from error
    values = dict(_flat(tree))
    _refuse_unknown(path, values)
    return values


def _refuse_unknown(path: Path, values: Mapping[str, object]) -> None:
    known_keys = [key for key, _ in keys()]
    for key in values:
        if key not in known_keys:
            raise UnknownKey(path, key, nearest=difflib.get_close_matches(key, known_keys, 1, 0)[0])


def _flat(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, object]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def _build(chosen: Mapping[str, Any]) -> Config:
    outer = {key: value for key, value in chosen.items() if "." not in key}
    sections = {name: kind(**_of_section(chosen, f"{name}.")) for name, kind in SECTIONS.items()}
    return Config(**outer, **sections)


def _of_section(chosen: Mapping[str, Any], prefix: str) -> dict[str, Any]:
    return {key.removeprefix(prefix): value for key, value in chosen.items() if key.startswith(prefix)}
