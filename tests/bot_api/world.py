"""All that the fake server knows, with the checks every method shares."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from .errors import BadRequest, Json, forbidden
from .limits import Limits
from .state import Attachment, Message, Room, StoredFile, User
from .updates import UpdateQueue

CALLBACK_SECONDS = 15 * 60
INLINE_CACHE_SECONDS = 300


@dataclass
class Query:
    """A callback or inline query that waits for its answer."""

    query_id: str
    user: User
    date: int
    asked: tuple[str, str] = ("", "")
    answer: Json | None = None
    answered_at: int = 0
    expired: bool = False

    def is_cached_for(self, user: User, asked: tuple[str, str], now: int) -> bool:
        """Whether Telegram would show this inline answer to someone who asks the same."""
        if self.answer is None or self.asked != asked:
            return False
        fresh = now < self.answered_at + int(self.answer.get("cache_time", INLINE_CACHE_SECONDS))
        return fresh and (self.user == user or not self.answer.get("is_personal"))


@dataclass
class World:
    """The state that methods read and change."""

    bot: User
    clock: Callable[[], float]
    privacy: bool
    limits: Limits
    users: dict[int, User] = field(default_factory=dict)
    rooms: dict[int, Room] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    callbacks: dict[str, Query] = field(default_factory=dict)
    inlines: dict[str, Query] = field(default_factory=dict)
    profile: dict[tuple[str, ...], Any] = field(default_factory=dict)
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    revision: int = 0
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def now(self) -> int:
        """The time on the server."""
        return int(self.clock())

    def add_room(self, room: Room) -> None:
        """Let a chat exist."""
        self.rooms[room.chat.id] = room

    def known_room(self, chat_id: int | str) -> Room:
        """The chat, by id or @username."""
        for room in self.rooms.values():
            if chat_id in (room.chat.id, f"@{room.chat.username}"):
                return room
        raise BadRequest("chat not found")

    def readable_room(self, chat_id: int | str) -> Room:
        """The chat, if the bot is in it."""
        room = self.known_room(chat_id)
        if room.chat.type != "private":
            self._check_membership(room)
        return room

    def writable_room(self, chat_id: int | str) -> Room:
        """The chat, if the bot may write in it."""
        room = self.known_room(chat_id)
        if room.migrated_to is not None:
            upgraded = "group chat was upgraded to a supergroup chat"
            raise BadRequest(upgraded, migrate_to_chat_id=room.migrated_to)
        self._check_membership(room)
        if room.chat.type == "channel" and self.bot_status(room) != "administrator":
            raise BadRequest("need administrator rights in the channel chat")
        return room

    def bot_status(self, room: Room) -> str:
        """What the bot is in that chat."""
        return room.members.get(self.bot.id, "left")

    def message(self, room: Room, message_id: int, purpose: str) -> Message:
        """The message, or Telegram's complaint that it is not there."""
        if message_id not in room.messages:
            raise BadRequest(f"message to {purpose} not found")
        return room.messages[message_id]

    def store(self, message: Message) -> Message:
        """Keep a message as the newest change."""
        self.revision += 1
        kept = replace(message, revision=self.revision)
        self.rooms[message.chat_id].messages[message.message_id] = kept
        return kept

    def add_file(self, attachment: Attachment, content: bytes) -> Attachment:
        """Keep a file under an id of its own."""
        named = replace(attachment, file_id=f"{attachment.kind}-{next(self.numbers)}")
        self.files[named.file_id] = StoredFile(named, content)
        return named

    def answer_query(self, queries: dict[str, Query], query_id: str, answer: Json) -> None:
        """Take the one answer a query may get, in time."""
        query = queries.get(query_id)
        if query is None or query.answer is not None or self._is_too_old(query):
            raise BadRequest("query is too old and response timeout expired or query ID is invalid")
        query.answer, query.answered_at = answer, self.now()

    def _is_too_old(self, query: Query) -> bool:
        return query.expired or self.now() - query.date > CALLBACK_SECONDS

    def _check_membership(self, room: Room) -> None:
        status, kind = self.bot_status(room), room.chat.type
        if kind == "private" and status == "kicked":
            raise forbidden("bot was blocked by the user")
        if kind == "private" and status == "left":
            raise forbidden("bot can't initiate conversation with a user")
        if status == "kicked":
            raise forbidden(f"bot was kicked from the {kind} chat")
        if status == "left":
            raise forbidden(f"bot is not a member of the {kind} chat")
