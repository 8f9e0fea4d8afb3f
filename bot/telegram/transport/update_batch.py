"""An answer to getUpdates, update by update: one that PTB cannot read must not hold up the others of its batch.

Telegram brings a batch again until a later one is asked for, so the id of an unreadable update must still be told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from telegram import Bot, Chat, Update, User

from bot.telegram.transport.connections import UnreadableAnswer

LARGEST = 16 << 20  # bytes of an answer that are read; a hundred of the longest messages are shorter
LARGEST_UPDATE_ID = 2**31
LARGEST_ID = 2**52  # of a chat or a person
_BEGINNING = re.compile(r'\s*\{[^\[\]{}]{0,200}"result"\s*:\s*\[')
_NEXT = re.compile(r'[\s,]*(\{\s*"update_id"\s*:\s*([0-9]{1,10}))?')

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Skipped:
    """An update that cannot be read: its id, None where it has none, and why."""

    id: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Batch:
    """The updates as Telegram sent them, of the unreadable ones the id alone; those that can be read, also as PTB has
    them; and those that were skipped."""

    updates: tuple[Json, ...]
    readable: tuple[tuple[Update, Json], ...]
    skipped: tuple[Skipped, ...]

    def payload(self) -> bytes:
        """The batch as Telegram would have answered it."""
        return _answer(self.updates)

    def ids(self) -> bytes:
        """The same with nothing of each update but its id."""
        return _answer(tuple({"update_id": update["update_id"]} for update in self.updates))


def read_batch(payload: bytes, bot: Bot | None = None) -> Batch:
    """The updates of an answer to a bot, each tried alone. Raises UnreadableAnswer where there is no list of them."""
    updates: list[Json] = []
    readable: list[tuple[Update, Json]] = []
    skipped: list[Skipped] = []
    for raw in _raw_updates(payload):
        if isinstance(raw, Skipped):
            updates.append({"update_id": raw.id})
            skipped.append(raw)
            continue
        number = raw.get("update_id") if isinstance(raw, dict) else None
        if not _is_id(number, LARGEST_UPDATE_ID):
            skipped.append(Skipped(None, "no id"))
            continue
        update = _read(raw, bot)
        if isinstance(update, Update):
            updates.append(raw)
            readable.append((update, raw))
        else:
            updates.append({"update_id": number})
            skipped.append(Skipped(number, update))
    return Batch(tuple(updates), tuple(readable), tuple(skipped))


def _answer(updates: Sequence[Json]) -> bytes:
    return json.dumps({"ok": True, "result": updates}).encode()


def _raw_updates(payload: bytes) -> list[Any]:
    text = payload[:LARGEST].decode("utf-8", "replace")
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        return list(_readable_beginning(text))
    result = answer.get("result") if isinstance(answer, dict) else None
    if not isinstance(result, list):
        raise UnreadableAnswer("no list of updates")
    return result


def _readable_beginning(text: str) -> Iterator[Any]:
    """The updates before the place where an answer is no JSON, and the id of the one that stands there: the next poll
    goes on behind it. Raises UnreadableAnswer where nothing can be read."""
    beginning = _BEGINNING.match(text)
    place = beginning.end() if beginning else len(text)
    next_update = _NEXT.match(text, place)
    if not (next_update and next_update[1]):
        raise UnreadableAnswer("no JSON")
    while next_update and next_update[1]:
        try:
            update, place = json.JSONDecoder().raw_decode(text, next_update.start(1))
        except (ValueError, RecursionError):
            yield Skipped(int(next_update[2]), "no JSON")
            return
        yield update
        next_update = _NEXT.match(text, place)


def _read(raw: Json, bot: Bot | None) -> Update | str:
    """An update; of one that cannot be read why: the error of PTB, or that it does not say whose it is."""
    try:
        update = Update.de_json(raw, bot)
        named = (update.effective_chat, update.effective_user)
        missing = bool(update.effective_message and not update.effective_chat)
    except Exception as error:  # PTB checks nothing, so that it may fail in any way
        return type(error).__name__
    sound = not missing and all(_is_named(value) for value in named if value)
    return update if sound else "no id of its chat or person"


def _is_named(place: Chat | User) -> bool:
    return isinstance(place.id, int) and _is_id(abs(place.id), LARGEST_ID)


def _is_id(value: object, largest: int) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < largest
