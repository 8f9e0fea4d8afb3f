"""What an ongoing conversation leans on: kept an hour, in memory, gone with a restart."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import TypeVar

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


def _forget(remembered: MutableMapping[Key, V], unwanted: Callable[[Key], bool]) -> None:
    for key in list(filter(unwanted, remembered)):
        remembered.pop(key, None)
