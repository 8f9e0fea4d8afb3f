"""Who may ask, and who may administer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.access.roles import Role, Roles
from bot.config.config import Telegram
from knowledge.knowledge_base import KnowledgeBase
from knowledge.readers import STRANGER, Reader

REMEMBERED = 10_000  # people already refused; beyond that the oldest may be told once more


@dataclass(slots=True)
class Access:
    """The rules of the configuration and the roles given in the chat; a person who may not ask is told so once.

    `moved` holds the id that a group had before it became a supergroup, by its present one: it stays listed.
    """

    rules: Telegram
    appointed: Mapping[int, Role] = field(default_factory=dict)
    moved: Mapping[int, int] = field(default_factory=dict)
    _refused: dict[int, None] = field(default_factory=dict)

    def may_ask(self, user: int | None, chat: int | None) -> bool:
        """Whether this person may ask in this chat: everyone, a listed person or chat, whoever has a role."""
        return (
            self.rules.open_to_everyone
            or user in self.rules.allowed_users
            or chat in self.rules.allowed_chats
            or (chat is not None and self.moved.get(chat) in self.rules.allowed_chats)
            or self.roles.of(user) is not None
        )

    @property
    def roles(self) -> Roles:
        """Who is what."""
        return Roles(self.rules, self.appointed)

    def may(self, user: int | None, needed: Role) -> bool:
        """Whether this person has at least this role."""
        return (self.roles.of(user) or 0) >= needed

    def is_admin(self, user: int | None) -> bool:
        """Whether this person may administer."""
        return self.may(user, Role.ADMIN)

    def reads_as(self, person: int | None, chat: int | None) -> Reader | None:
        """As whom a person reads in a chat; None: everything, for those who look after the documents, alone.

        What is said in a group all of it see, so there the group alone counts, under the id that it had before too. A
        `chat` of None, or with the number of the person, has nobody else in it.
        """
        if chat is not None and chat != person:
            return frozenset({str(chat), str(self.moved.get(chat, chat))})
        if self.may(person, Role.EDITOR):
            return None
        return STRANGER if person is None else frozenset({str(person)})

    def reads_in(self, chat: int) -> Reader | None:
        """As whom is read what comes to a chat of its own accord; a private chat has the number of its person."""
        return self.reads_as(chat if chat > 0 else None, chat)

    def readable_in(self, chat: int, knowledge: KnowledgeBase) -> frozenset[str]:
        """The ids of the documents of which may be told in a chat of the bot's own accord. Raises KnowledgeError."""
        return frozenset(document.id for document in knowledge.read_by(self.reads_in(chat)).documents())

    def first_refusal(self, user: int) -> bool:
        """Whether this person has not been refused before; from now on they have."""
        if user in self._refused:
            return False
        if len(self._refused) >= REMEMBERED:
            del self._refused[next(iter(self._refused))]
        self._refused[user] = None
        return True
