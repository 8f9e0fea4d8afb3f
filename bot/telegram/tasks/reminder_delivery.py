"""One tick of the reminders: claim what is due, send what is claimed, each step written down before the next.

What a crash leaves behind, by the step that it fell into:
- before the claim: nothing happened; the next tick plans it again, and it comes late.
- after the claim: the next tick sends it, late.
- while Telegram had it: nobody can know whether it arrived, since Telegram neither takes a key by which it would drop
  the second of two equal messages nor shows a bot what it has sent. The reminder is not sent again; a short notice
  without a sound, which opens it, takes its place. So none comes twice, and none is lost without a word.
- after the notice, before that is written down: the notice comes twice, which harms nobody.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import partial

from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.chat.context import ChatContext
from bot.concurrency import in_thread
from bot.messages import in_language
from bot.metrics import REMINDERS
from bot.reminders.claiming import claim_due
from bot.reminders.contents import refused_message, reminder_message, unsure_message, worth_telling
from bot.reminders.sources import Deadlines, Sources
from bot.rendering.message import Message
from bot.state.chats.outbox import Reminder, Step
from bot.state.chats.subscriptions import Subscription
from bot.telegram.tasks.chat_jobs import ChatJobs
from bot.telegram.tasks.refusals import is_final, may_pass, pause_after
from bot.telegram.tasks.reminder_posting import Post
from bot.telegram.transport.failures import surely_not_sent

LATE = 600.0  # seconds after which a reminder is said to be late
TOPIC_GONE = re.compile(r"thread not found|topic[_ ]deleted", re.IGNORECASE)
LONGEST_SKIP = 2880  # ticks, a day, until a notice is tried again; it may have come each time

log = logging.getLogger(__name__)

Waiting = tuple[Subscription, Reminder]


class Delivery:
    """Brings the reminders to the chats. Arguments: what they are made of, and how a message is sent."""

    def __init__(self, sources: Sources, post: Post) -> None:
        self._sources, self._post = sources, post
        self._state = sources.state
        self._tries: Counter[int] = Counter()
        self._failing: set[int] = set()
        self._skips: Counter[int] = Counter()
        self._jobs = ChatJobs()
        self._ending = False

    def end(self) -> None:
        """Lets what is being sent arrive, and begins nothing more."""
        self._ending = True

    async def tick(self, now: dt.datetime) -> None:
        """Claims what has become due by now and sends what is claimed. Raises KnowledgeError or StateError."""
        now = now.astimezone(dt.UTC)
        await in_thread(claim_due, self._sources, now)
        chats: dict[int, list[Waiting]] = defaultdict(list)
        for subscription, reminder in await in_thread(self._waiting, now):
            chats[subscription.chat].append((subscription, reminder))
        free = self._jobs.free(chats)
        deadlines = await in_thread(self._sources.deadlines) if free else None
        await self._jobs.work(
            {chat: partial(self._to_chat, chats[chat], deadlines, now) for chat in free} if deadlines else {}
        )

    async def recover(self) -> None:
        """After a start: what was being sent when the program ended is unsure. Raises StateError."""
        if unsure := await in_thread(self._state.outbox.recover):
            log.warning("有 %d 条提醒上次没有确认送达（reminders whose arrival is unknown）", unsure)

    def _waiting(self, now: dt.datetime) -> list[Waiting]:
        running = {subscription.id: subscription for subscription in self._state.subscriptions.running()}
        found = [(running[posting.subscription], posting) for posting in self._state.outbox.waiting()]
        return [
            (subscription, reminder)
            for subscription, reminder in found
            if (subscription.retry_at or 0) <= now.timestamp()
            and not self._sources.quiet(subscription, now)
            and not self._skipped(reminder)
        ]

    def _skipped(self, reminder: Reminder) -> bool:
        """Whether this tick passes over it: what may have arrived before is tried ever more seldom."""
        self._skips[reminder.id] -= 1
        return self._skips[reminder.id] >= 0

    async def _to_chat(self, some: list[Waiting], deadlines: Deadlines, now: dt.datetime) -> None:
        """Sends what waits for a chat, in order, as long as the chat takes it."""
        for subscription, reminder in some:
            if self._ending or not await self._sent(subscription, reminder, deadlines, now):
                return

    async def _sent(
        self, subscription: Subscription, reminder: Reminder, deadlines: Deadlines, now: dt.datetime
    ) -> bool:
        """Sends a reminder, or the notice in its place; says whether the chat takes more."""
        message = await in_thread(self._begun, subscription, reminder, deadlines, now)
        if message is None:
            return True
        notice = reminder.step == "unsure"
        try:
            await self._post(subscription, message, notice)
        except TelegramError as error:
            REMINDERS.labels("failed").inc()
            await in_thread(self._failed, subscription, reminder, error, now)
            await self._tell_owner(subscription, error, now)
            return False
        REMINDERS.labels("noticed" if notice else "sent").inc()
        await in_thread(self._arrived, subscription, reminder, "noticed" if notice else "sent")
        return True

    def _arrived(self, subscription: Subscription, reminder: Reminder, step: Step) -> None:
        self._state.outbox.put(reminder.id, step)
        if subscription.refusals:
            self._state.subscriptions.accepted(subscription.id)

    async def _tell_owner(self, subscription: Subscription, error: TelegramError, now: dt.datetime) -> None:
        """Tells who set a reminder, once, that the group does not take it; they may never have spoken with the bot."""
        if subscription.refusals or subscription.person in (0, subscription.chat) or not may_pass(error):
            return
        message = refused_message(self._setting(subscription, now), subscription)
        try:
            await self._post(replace(subscription, chat=subscription.person, topic=None), message, False)
        except TelegramError as failure:
            log.debug("who set a reminder was not told: %s", failure)

    def _begun(
        self, subscription: Subscription, reminder: Reminder, deadlines: Deadlines, now: dt.datetime
    ) -> Message | None:
        """The message to send, None when nothing is left to tell or it was called off."""
        setting = self._setting(subscription, now)
        if reminder.step == "unsure":
            return unsure_message(setting, subscription, reminder)
        telling = worth_telling(reminder, deadlines)
        due_at = dt.datetime.fromtimestamp(reminder.due_at, dt.UTC)
        late = (now - due_at).total_seconds() > LATE and not self._sources.quiet(subscription, due_at)
        if not self._state.outbox.begin(reminder.id, late, telling):
            return None
        told = replace(reminder, deadlines=telling, late=late)
        return reminder_message(setting, subscription, told, deadlines)

    def _setting(self, subscription: Subscription, now: dt.datetime) -> ChatContext:
        words, zone = in_language(subscription.language), self._sources.zone
        marks, site = self._state.marks.current, self._sources.site
        return ChatContext(words, now.astimezone(zone).date(), marks=marks, zone=zone, site=site)

    def _failed(
        self, subscription: Subscription, reminder: Reminder, error: TelegramError, now: dt.datetime
    ) -> None:
        """Writes down what a failure means: try again, do not dare to, or write to this chat no more."""
        level = (
            logging.DEBUG if reminder.id in self._failing else logging.WARNING
        )  # a lost network is one line
        self._failing.add(reminder.id)
        log.log(level, "提醒没有发出（a reminder was not sent）：%s", error)
        outbox = self._state.outbox
        if not surely_not_sent(error):
            self._tries[reminder.id] += 1
            self._skips[reminder.id] = min(2 ** self._tries[reminder.id] - 2, LONGEST_SKIP)
            outbox.put(reminder.id, "unsure")
            return
        outbox.put(reminder.id, "unsure" if reminder.step == "unsure" else "claimed")
        self._follow(subscription, error, now)

    def _follow(self, subscription: Subscription, error: TelegramError, now: dt.datetime) -> None:
        """Follows a chat that has moved, leaves a topic that is gone, tries ever more seldom what is refused for a
        while, and stops where the bot may not write."""
        subscriptions = self._state.subscriptions
        refused_at = subscription.refused_at or now.timestamp()
        if isinstance(error, ChatMigrated):
            self._state.migrate_chat(subscription.chat, error.new_chat_id)
        elif not is_final(error, now.timestamp() - refused_at):
            subscriptions.refused(subscription.id, pause_after(subscription.refusals + 1))
        elif isinstance(error, Forbidden):
            subscriptions.left(subscription.chat)
        elif isinstance(error, BadRequest) and subscription.topic and TOPIC_GONE.search(str(error)):
            subscriptions.change(replace(subscription, topic=None))
        elif isinstance(error, BadRequest):
            subscriptions.put(subscription.id, "refused")
