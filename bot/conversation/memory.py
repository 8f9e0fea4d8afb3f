"""What an ongoing conversation leans on: kept an hour, in memory, gone with a restart."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.conversation.recent import Recent


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question of a person: what it was, which question came before it, and the messages that answer it."""

    question: str
    last: str
    messages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """The last question by chat and person, the question behind a message of the bot, and the answered messages."""

    last: Recent[tuple[int, int], str] = field(default_factory=Recent)
    behind: Recent[tuple[int, int], str] = field(default_factory=Recent)
    answered: Recent[tuple[int, int], AnsweredQuestion] = field(default_factory=Recent)

    def forget(self, person: int) -> None:
        """Remembers no longer what a person asked; a private chat has the number of its person."""
        self.last.forget_all(lambda key: person in key)
        self.behind.forget_all(lambda key: key[0] == person)
        self.answered.forget_all(lambda key: key[0] == person)
