"""A configuration written out for another machine: without secrets, its files named as they lie in a backup."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import tomlkit

from bot.config.config import Config, keys
from bot.config.secrets import ProxyUrl, Secret

Plain = str | int | bool | list[int]


def portable_config(config: Config, places: Mapping[str, str]) -> str:
    """The TOML of a configuration, its defaults and secrets left out.

    Arguments: the configuration, and the keys that name a file with the name it shall have instead.
    """
    document = tomlkit.document()
    usual = Config()
    for key, _ in keys():
        value = places.get(key, _value(config, key))
        if key in places or _value(config, key) != _value(usual, key):
            _put(document, key, _plain(value))
    return tomlkit.dumps(document)


def _value(config: Config, key: str) -> object:
    value: object = config
    for name in key.split("."):
        value = getattr(value, name)
    return value


def _put(document: tomlkit.TOMLDocument, key: str, value: Plain | None) -> None:
    section, _, name = key.rpartition(".")
    if value is None:
        return
    if section and section not in document:
        document[section] = tomlkit.table()
    (document[section] if section else document)[name] = value


def _plain(value: object) -> Plain | None:
    """A value as TOML has it, None for a secret."""
    if isinstance(value, ProxyUrl):
        return _without_login(value)
    if isinstance(value, Secret):
        return None
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    if isinstance(value, bool | int):
        return value
    return value.key if isinstance(value, ZoneInfo) else value.name if isinstance(value, Path) else str(value)


def _without_login(proxy: ProxyUrl) -> str:
    parts = urlsplit(proxy.reveal())
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
