"""The log: to standard error and to a file if one is set; bounded, without secrets and without what people wrote."""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import sqlite3
import traceback
from collections.abc import Iterator
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from urllib.parse import quote

from telegram.error import TelegramError

from bot.config.config import Config
from bot.config.repeats import CountingHandler
from bot.config.secrets import MASK
from bot.config.values import LogFormat

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
TALKATIVE = ("httpx", "httpcore", "uvicorn")  # they log every address, and the token is part of it
TELLTALE = ("telegram",)  # it logs every update at DEBUG
LONGEST = 2000  # characters of a message
FILE_SIZE, OLD_FILES = 5 << 20, 4  # bytes of a log file, and how many older ones are kept
OWNER_ONLY = 0o600
# Errors whose texts are of the system or of libraries; those of others may quote what somebody wrote.
QUOTED = (OSError, TelegramError, sqlite3.Error, MemoryError, RecursionError)

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class DiscreetFormatter(logging.Formatter):
    """Masks secrets anywhere in an entry, leaves out tracebacks of the network, and of other errors what they quote."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        super().__init__(FORMAT)
        forms = {form for secret in secrets if secret for form in (secret, quote(secret, safe=""))}
        self._forms = sorted(forms, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """The entry as it is written."""
        return self.masked(super().format(self.discreet(record)))

    def discreet(self, record: logging.LogRecord) -> logging.LogRecord:
        """The record cut to a readable length, with the error of the network in a word."""
        error = record.exc_info[1] if record.exc_info else None
        text = record.getMessage()
        record = logging.makeLogRecord(record.__dict__ | {"exc_text": None})
        if isinstance(error, TelegramError):
            record.exc_info, text = None, f"{text} ({type(error).__name__}: {error})"
        record.msg, record.args = text if len(text) <= LONGEST else text[:LONGEST] + "…", ()
        return record

    def masked(self, entry: str) -> str:
        """An entry without secrets."""
        for form in self._forms:
            entry = entry.replace(form, MASK)
        return entry

    def formatException(self, ei: ExcInfo) -> str:
        """The traceback, with the texts of those errors alone that quote nothing."""
        return "".join(_traceback(ei[1])).rstrip() if ei[1] else ""


class JsonFormatter(DiscreetFormatter):
    """The same as an object a line: `at` (UTC, ISO), `level`, `logger`, `message`, and `error` where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """The entry as it is written."""
        record = self.discreet(record)
        at = dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")
        entry = {"at": at, "level": record.levelname, "logger": record.name, "message": record.getMessage()}
        if record.exc_info:
            entry["error"] = self.formatException(record.exc_info)
        # Masked before a quotation mark in a password is written as JSON has it.
        return json.dumps({name: self.masked(text) for name, text in entry.items()}, ensure_ascii=False)


FORMATTERS: dict[LogFormat, type[DiscreetFormatter]] = {"text": DiscreetFormatter, "json": JsonFormatter}


class _LogFile(RotatingFileHandler):
    """A file that is its owner's alone and is put aside when it is full; the oldest one goes."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        super().__init__(path, maxBytes=FILE_SIZE, backupCount=OLD_FILES, encoding="utf-8")

    def _open(self) -> TextIOWrapper:
        os.close(os.open(self.baseFilename, os.O_CREAT | os.O_APPEND, OWNER_ONLY))
        return super()._open()


def set_up_logging(config: Config) -> None:
    """Sends the log to standard error, and to the file of the configuration."""
    telegram = config.telegram
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    if config.log_file:
        handlers.append(_LogFile(config.log_file))
    for handler in handlers:
        secrets = (telegram.token.reveal(), telegram.proxy.password, config.storage.url.password)
        handler.setFormatter(FORMATTERS[config.log_format](secrets))
    logging.basicConfig(level=config.log_level, handlers=[CountingHandler(*handlers)], force=True)
    for names, level in ((TALKATIVE, logging.WARNING), (TELLTALE, logging.INFO)):
        for name in names:
            logging.getLogger(name).setLevel(max(level, logging.getLevelName(config.log_level)))


def _traceback(error: BaseException) -> Iterator[str]:
    """The lines of an error and of those behind it, the first cause first."""
    behind = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if behind:
        yield from _traceback(behind)
        yield "\n"
    yield "Traceback (most recent call last):\n"
    yield from traceback.format_tb(error.__traceback__)
    name = type(error).__qualname__
    yield f"{name}: {error}\n" if isinstance(error, QUOTED) else f"{name}\n"
