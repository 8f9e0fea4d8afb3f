"""The Bot API as a state machine: calls go in, envelopes come out, nothing waits, nothing is online."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from typing import Any, Literal, TypeVar

from .errors import ApiError, Json, flooded
from .exchange import Call, Exchange
from .faults import Faults, Kind, Strike
from .files import download
from .kinds import Upload
from .limits import Limits
from .people import People, announced, observed
from .state import Chat, MessageRef, Sent, User, sent_of
from .world import World

TOKEN = "8001234567:AAF-a-token-for-tests-only-0123456789"

T = TypeVar("T")

Stage = Literal["arrived", "done", "replied"]
Watcher = Callable[[str, Stage], None]
"""Sees how far a call of a method has come: in a thread of the server, which goes on when it returns."""


class BotApi(People):
    """One bot, its chats, and the server between them."""

    def __init__(
        self,
        token: str = TOKEN,
        *,
        username: str = "jianda_bot",
        privacy: bool = True,
        limits: bool = False,
        clock: Callable[[], float] = time.time,
    ) -> None:
        bot = User(int(token.partition(":")[0]), "健答", username, is_bot=True)
        super().__init__(World(bot, clock, privacy, Limits(limits)))
        self.token = token
        self.calls: list[Call] = []
        self.violations: list[str] = []
        self.faults = Faults()
        self.watchers: list[Watcher] = []

    @property
    def bot(self) -> User:
        """The bot's own user."""
        return self.world.bot

    def call(
        self,
        method: str,
        parameters: Mapping[str, Any] | None = None,
        files: Mapping[str, Upload] | None = None,
        token: str | None = None,
    ) -> Json:
        """Answer one call at once; a getUpdates does not wait."""
        return self.open(method, parameters, files, token).finish()

    @announced
    def open(
        self,
        method: str,
        parameters: Mapping[str, Any] | None = None,
        files: Mapping[str, Upload] | None = None,
        token: str | None = None,
    ) -> Exchange:
        """Take a call in; a transport finishes it when it is ready or its time is over."""
        return Exchange(self, method, parameters or {}, files or {}, token or self.token)

    @observed
    def download(self, path: str, token: str | None = None) -> bytes:
        """The content of a file, by the path that getFile gave."""
        if (token or self.token) != self.token:
            raise ApiError(401, "Unauthorized")
        return download(self.world, path)

    @announced
    def flood(self, method: str, retry_after: int, times: int = 1) -> None:
        """Answer the next calls of a method with 429."""
        self.faults.refusals[method].extend([flooded(retry_after)] * times)

    @announced
    def fail(self, method: str, code: int, description: str, times: int = 1) -> None:
        """Answer the next calls of a method with an error."""
        self.faults.refusals[method].extend([ApiError(code, description)] * times)

    @announced
    def stall(self, method: str, seconds: float = 600.0) -> None:
        """Leave the next call of a method without any answer, as a dead connection does."""
        self.faults.silences[method].append(seconds)

    @announced
    def strike(self, kind: Kind, share: float = 1.0, methods: Collection[str] = (), **options: Any) -> None:
        """Let a fault strike a share of the calls of some methods, until `calm`; served over HTTP alone."""
        self.faults.strikes.append(Strike(kind, share, methods, **options))

    @announced
    def calm(self) -> None:
        """End all strikes."""
        self.faults.strikes.clear()

    @observed
    def sent(self, chat: Chat) -> list[Sent]:
        """The bot's messages in a chat as they stand now."""
        return self._sent_in(chat.id, after=0)

    @observed
    def sent_since(self, chat: Chat, revision: int) -> list[Sent]:
        """The bot's messages in a chat that are new or edited since."""
        return self._sent_in(chat.id, after=revision)

    @observed
    def calls_of(self, *methods: str) -> list[Call]:
        """The calls of some methods, in order."""
        return [call for call in self.calls if call.method in methods]

    @announced
    def take_updates(self) -> list[Json]:
        """The updates that wait for the bot, as if it had fetched and confirmed them."""
        return self.world.updates.take_all()

    @observed
    def callback_answer(self, query_id: str) -> Json | None:
        """What the bot answered to a pressed button, if it did."""
        return self.world.callbacks[query_id].answer

    @observed
    def inline_answer(self, query_id: str) -> Json | None:
        """What the bot answered to an inline query, if it did."""
        return self.world.inlines[query_id].answer

    @observed
    def unanswered(self) -> list[str]:
        """The pressed buttons that still turn."""
        return [query.query_id for query in self.world.callbacks.values() if query.answer is None]

    @observed
    def reactions(self, message: MessageRef) -> list[str]:
        """The bot's reactions to a message."""
        given = self.world.rooms[message.chat_id].reactions.get(message.message_id, [])
        return [reaction["emoji"] for reaction in given]

    def wait_for(self, predicate: Callable[[], T], seconds: float = 5.0) -> T:
        """What the predicate gives as soon as it is true; another thread's calls make it so."""
        with self.changed:
            found = self.changed.wait_for(predicate, seconds)
        if not found:
            raise TimeoutError(f"not within {seconds} s; the last calls were {self.calls[-5:]}")
        return found

    def _sent_in(self, chat_id: int, after: int) -> list[Sent]:
        own = (one for one in self.world.rooms[chat_id].messages.values() if one.by_bot)
        return [sent_of(one, self.world.files) for one in own if one.revision > after]
