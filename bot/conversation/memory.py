"""What an ongoing conversation leans on: kept an hour, in memory, gone with a restart unless several replicas share it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

from cachetools import TTLCache

HOUR = 3600.0  # seconds
MOST = 10_000  # things remembered; beyond that the one that was not used for longest is forgotten early

V = TypeVar("V")
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question of a person: what it was, which question came before it, and the messages that answer it."""

    question: str
    last: str
    messages: tuple[int, ...]


def _remembered() -> TTLCache[Key, V]:
    return TTLCache(MOST, HOUR)


@dataclass(frozen=True, slots=True)
class Memory:
    """The last question by chat and person, the question behind a message of the bot, and the answered messages.

    It is used on the event loop alone, as a TTLCache may be used by one thread.
    """

    last: MutableMapping[Key, str] = field(default_factory=_remembered)
    behind: MutableMapping[Key, str] = field(default_factory=_remembered)
    answered: MutableMapping[Key, AnsweredQuestion] = field(default_factory=_remembered)

    def forget(self, person: int) -> None:
        """Remembers no longer what a person asked; a private chat has the number of its person."""
        _forget(self.last, lambda key: person in key)
        _forget(self.behind, lambda key: key[0] == person)
        _forget(self.answered, lambda key: key[0] == person)

    def of_chat(self, chat: int) -> dict[tuple[str, int], str]:
        """All that is remembered of a chat, as JSON, by its kind and the number of the person or message."""
        return {
            (kind, key[1]): json.dumps(value if isinstance(value, str) else asdict(value), ensure_ascii=False)
            for kind, remembered in self._kinds().items()
            for key, value in list(remembered.items())
            if key[0] == chat
        }

    def recall(self, chat: int, entries: Mapping[tuple[str, int], str]) -> None:
        """Remembers again what was remembered of a chat, in the place of what is."""
        self.drop(chat)
        kinds = self._kinds()
        for (kind, number), text in entries.items():
            kinds[kind][chat, number] = _value(json.loads(text))

    def drop(self, chat: int) -> None:
        """Remembers nothing of a chat."""
        for remembered in self._kinds().values():
            _forget(remembered, lambda key: key[0] == chat)

    def _kinds(self) -> dict[str, MutableMapping[Key, Any]]:
        return {"last": self.last, "behind": self.behind, "answered": self.answered}


def _value(plain: Any) -> str | AnsweredQuestion:
    return (
        plain
        if isinstance(plain, str)
        else AnsweredQuestion(**{**plain, "messages": tuple(plain["messages"])})
    )


def _forget(remembered: MutableMapping[Key, V], unwanted: Callable[[Key], bool]) -> None:
    for key in list(filter(unwanted, remembered)):
        remembered.pop(key, None)
