"""What reminders are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.access.access import Access
from bot.chat.scope import scoped
from bot.chat.site_links import SiteLinks
from bot.config.config import REMINDER_TIME
from bot.marks.selection import select
from bot.marks.status import Due, Standings, as_marked, standings, still_open
from bot.state import State
from bot.state.chats.subscriptions import Subscription
from knowledge.knowledge_base import KnowledgeBase

IsQuiet = Callable[[int, dt.datetime], bool]
"""Whether a chat wants no reminders at a moment of the office's time zone."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The deadlines as they are at one moment, what was said of them, and the present ids of those that were worded
    otherwise before, by the ids that they had then."""

    every: list[Due]
    known: Standings
    renamed: Mapping[str, str]

    def present(self) -> dict[str, Due]:
        """All of them by their ids, the postponed ones with their new day."""
        return {located.item.id: located for located in as_marked(self.every, self.known)}

    def open_ids(self) -> frozenset[str]:
        """The ids of those of which something is left to do."""
        return frozenset(located.item.id for located in still_open(self.every, self.known))

    def present_id(self, number: str) -> str:
        """The id that a deadline has now."""
        return self.renamed.get(number, number)

    def present_key(self, key: str) -> str:
        """The key of an occasion under the id that its deadline has now."""
        number, mark, occasion = key.partition(":")
        return f"{self.present_id(number)}{mark}{occasion}"


@dataclass(frozen=True, slots=True)
class Sources:
    """What reminders are made of: the deadlines, the state, who may use the bot, quiet hours, the zone of times, the
    time of day at which reminders come if nobody says otherwise; the way into the reading room, if there is one."""

    knowledge: KnowledgeBase
    state: State
    access: Access
    is_quiet: IsQuiet
    zone: dt.tzinfo
    usual: dt.time = REMINDER_TIME
    site: SiteLinks | None = None

    def deadlines(self) -> Deadlines:
        """The deadlines as they are now. Raises KnowledgeError."""
        every = self.knowledge.deadlines()
        marks, lasting_ids = self.state.marks.current, self.state.lasting_ids
        return Deadlines(every, standings(every, marks), lasting_ids.successors(every))

    def wanted(self, subscription: Subscription, deadlines: Deadlines, now: dt.datetime) -> list[Due]:
        """The open deadlines that a subscription is about, of the documents that its chat is narrowed to."""
        scope = scoped(self.knowledge, self.state.scopes.of(subscription.chat))
        today = now.astimezone(self.zone).date()
        chosen = select(deadlines.every, deadlines.known, subscription.words, today, scope)
        return still_open(self._readable(chosen, subscription.chat), deadlines.known)

    def _readable(self, chosen: list[Due], chat: int) -> list[Due]:
        """Those of the documents that may be read in a chat."""
        open_to = self.access.readable_in(chat, self.knowledge) if chosen else frozenset()
        return [located for located in chosen if located.document.id in open_to]

    def quiet(self, subscription: Subscription, moment: dt.datetime) -> bool:
        """Whether its chat wants no reminders at a moment."""
        return self.is_quiet(subscription.chat, moment.astimezone(self.zone))
