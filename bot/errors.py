"""What can go wrong in the interfaces, and the one place that turns any error into words.

BotError
├── ConfigUnreadable
├── UnknownKey
├── WrongValue
├── BatchInvalid
├── LoadIncomplete
├── ReadIncomplete
├── StateError
│   ├── StateDamaged
│   ├── StateGone
│   ├── StateInUse
│   ├── StateTooNew
│   └── StateUnusable
├── StateCopyRefused
├── DatabaseNotSet
├── OtherProgram
├── TableUnreadable
├── TeachingRefused
├── DocumentRefused
├── TokenMissing
├── TokenRefused
├── TelegramUnreachable
├── PollingDied
├── NothingDated
├── WebMissing
├── AddressTaken
├── SetupFaulty
├── BackupInvalid
├── BackupTooNew
├── BackupRefused
├── RestoreRefused
└── PictureError
    ├── PicturesMissing
    └── FontMissing
"""

from __future__ import annotations

import logging
from pathlib import Path

from bot.messages import CHINESE, ENGLISH, Messages
from knowledge.errors import DatabaseUnusable
from loaders.faults import system_fault
from loaders.notes import Note, NotedError, Value

OUTAGES = frozenset({"unreachable", "server_busy", "taken_over", "dropped"})

log = logging.getLogger(__name__)


class BotError(NotedError):
    """Something an interface cannot do."""


class ConfigUnreadable(BotError):
    """The configuration file cannot be read."""

    def __init__(self, path: Path, reason: Note) -> None:
        super().__init__(path=str(path), reason=reason)


class UnknownKey(BotError):
    """The configuration file holds a key that does not exist."""

    def __init__(self, path: Path, key: str, nearest: str) -> None:
        super().__init__(path=str(path), key=key, nearest=nearest)


class WrongValue(BotError):
    """A value of the configuration is not what its key takes.

    `detail`: text, level, format, date, time, zone, proxy, listen, public, webhook, numbers, number, count switch or database.
    """

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(detail, name=name)


class BatchInvalid(BotError):
    """A line of a batch is a JSON object without a question."""

    def __init__(self, line: int) -> None:
        super().__init__(line=line)


class LoadIncomplete(BotError):
    """Some files could not be loaded; each was told with its reason."""


class ReadIncomplete(BotError):
    """Some files could not be read; each was told with its reason."""


class TableUnreadable(BotError):
    """A file is no table of the teaching and no ledger; `detail`: large, damaged, workbook, header, ledger_large or
    ledger_damaged."""


class TeachingRefused(BotError):
    """Something cannot be taught; `detail` is a key of `TeachingWords.bad_rows`."""


class DocumentRefused(BotError):
    """A document cannot be added or changed; the value says why, in words of the catalogue."""

    def __init__(self, words: str) -> None:
        super().__init__(words=words)


class StateError(BotError):
    """What people made cannot be read or written."""

    def __init__(self, place: Path | str, detail: str = "", **values: Value) -> None:
        super().__init__(detail, path=str(place), **values)


class StateDamaged(StateError):
    """The file of what people made is damaged, or (`detail` foreign) is not such a file."""


class StateGone(StateError):
    """The file of what people made was deleted, moved or replaced while the program ran."""


class StateInUse(StateError):
    """Another `run` works on what people made; `detail` server: in a database."""


class StateTooNew(StateError):
    """A later version of the program made the file of what people made."""

    def __init__(self, place: Path | str, found: int, known: int) -> None:
        super().__init__(place, found=found, known=known)


class StateUnusable(StateError):
    """What people made is sound but cannot be opened or written.

    `detail`: of a file locked, full, read_only, unopened or disk; of a database driver, unreachable, forbidden,
    old_server, taken_over, encoding, no_schema, server_busy, server_full, server_read_only, server_disk, server_damaged
    or server, with the value `reason` where the server gives one.
    """


class StateCopyRefused(BotError):
    """What people made is not copied; `detail` occupied: the target holds something; different: it would hold something
    else than the source; same: they are one; missing: there is no such file."""

    def __init__(self, detail: str, **values: Value) -> None:
        super().__init__(detail, **values)


class DatabaseNotSet(BotError):
    """Something needs the database that `storage.url` would name."""


class OtherProgram(BotError):
    """A load is under way whose program reads documents in another way than this one."""

    def __init__(self, place: str) -> None:
        super().__init__(path=place)


class TokenMissing(BotError):
    """No token is configured."""


class TokenRefused(BotError):
    """Telegram does not know the token."""


class TelegramUnreachable(BotError):
    """Telegram did not answer at the start, or (`detail` refused) answered with the value `words`."""


class PollingDied(BotError):
    """Telegram answers, and yet no update arrives even after a new start of the polling."""


class NothingDated(BotError):
    """None of the deadlines that are asked for has a date, or there are none."""


class WebMissing(BotError):
    """The libraries of the extra `web` are not installed."""


class AddressTaken(BotError):
    """Nothing can listen on an address; the value `reason` says why."""

    def __init__(self, address: str, reason: Note) -> None:
        super().__init__(address=address, reason=reason)


class SetupFaulty(BotError):
    """Something keeps the bot from its work; each was told with what to do."""


class BackupInvalid(BotError):
    """A file is no backup (`detail` foreign), or a damaged one."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(detail, path=str(path))


class BackupTooNew(BotError):
    """A later version of the program made the backup."""

    def __init__(self, path: Path, version: str) -> None:
        super().__init__(path=str(path), version=version)


class BackupRefused(BotError):
    """No backup is written there; `detail` occupied: another file is there; earlier: a backup is; inside: it is the folder of documents."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(detail, path=str(path))


class RestoreRefused(BotError):
    """Nothing is put back; `detail` occupied: there is something already; running: the bot has it open; example: the
    folder of documents is the one that comes with the program."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(detail, path=str(path))


class PictureError(BotError):
    """No picture can be drawn."""


class PicturesMissing(PictureError):
    """The libraries of the extra `pictures` are not installed."""


class FontMissing(PictureError):
    """No font with Chinese characters was found."""


def is_outage(error: BaseException) -> bool:
    """Whether a server keeps us from something for a while, or what was held there went to another replica meanwhile."""
    return isinstance(error, DatabaseUnusable | StateUnusable) and error.detail in OUTAGES


def explain(error: BaseException, words: Messages | None = None) -> str:
    """One line that says what went wrong and what to do: in the language of a chat, else in Chinese and English."""
    return said(_note(error), words)


def said(note: Note, words: Messages | None = None) -> str:
    """A note in one line: in the language of a chat, else in Chinese with English in brackets."""
    if words:
        return " ".join(_sentence(note, words).split())
    chinese, english = said(note, CHINESE), said(note, ENGLISH)
    return chinese if chinese == english else f"{chinese}（{english}）"


def _sentence(note: Note, words: Messages) -> str:
    """The sentence of a code, or of what stands before its dot, with its values; an unknown code as it is."""
    template = words.notes.get(note.code) or words.notes.get(note.code.partition(".")[0])
    if template is None:
        return str(note)
    values = {name: _value(value, words) for name, value in note.values}
    return template.format_map(values)


def _value(value: Value, words: Messages) -> str | int:
    return _sentence(value, words) if isinstance(value, Note) else value


def _note(error: BaseException) -> Note:
    if isinstance(error, NotedError):
        return error.note
    if isinstance(error, OSError):
        fault = system_fault(error)
        return Note.of("system.file", path=str(error.filename), reason=fault) if error.filename else fault
    log.debug("unexpected", exc_info=error)
    return Note.of("unexpected", name=type(error).__name__, words=str(error))
