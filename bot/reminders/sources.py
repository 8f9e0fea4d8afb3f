"""What reminders are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from bot.access.access import Access
from bot.chat.scope import scoped
from bot.marks.selection import select
from bot.marks.status import Due, Standings, as_marked, standings, still_open
from bot.state import State
from bot.state.chats.subscriptions import Subscription
from knowledge.knowledge_base import KnowledgeBase

IsQuiet = Callable[[int, dt.datetime], bool]
"""Whether a chat wants no reminders at a moment of the office's time zone."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The deadlines as they are at one moment, and what was said of them."""

    every: list[Due]
    known: Standings

    def present(self) -> dict[str, Due]:
        """All of them by id, the postponed ones with their new day."""
        return {located.item.id: located for located in as_marked(self.every, self.known)}

    def still_open(self) -> list[Due]:
        """Those of which something is left to do."""
        return still_open(self.every, self.known)


@dataclass(frozen=True, slots=True)
class Sources:
    """What reminders are made of: the deadlines, the state, who may use the bot, quiet hours, the zone of times."""

    knowledge: KnowledgeBase
    state: State
    access: Access
    is_quiet: IsQuiet
    zone: dt.tzinfo

    def deadlines(self) -> Deadlines:
        """The deadlines as they are now. Raises KnowledgeError."""
        every = self.knowledge.deadlines()
        return Deadlines(every, standings(every, self.state.marks.current))

    def wanted(self, subscription: Subscription, deadlines: Deadlines, now: dt.datetime) -> list[Due]:
        """The open deadlines that a subscription is about, of the documents that its chat is narrowed to."""
        scope = scoped(self.knowledge, self.state.scopes.of(subscription.chat))
        today = now.astimezone(self.zone).date()
        chosen = select(deadlines.every, deadlines.known, subscription.words, today, scope)
        return still_open(chosen, deadlines.known)

    def quiet(self, subscription: Subscription, moment: dt.datetime) -> bool:
        """Whether its chat wants no reminders at a moment."""
        return self.is_quiet(subscription.chat, moment.astimezone(self.zone))
