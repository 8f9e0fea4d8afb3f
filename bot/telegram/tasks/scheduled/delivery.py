"""One tick of the scheduled messages: what is due is sent, each step written down before the next.

What a crash leaves behind is as for the reminders of deadlines (`reminder_delivery`): before a message is begun it
comes late; while Telegram had it nobody knows whether it arrived, so it is not sent again, and a short notice without a
sound, which opens it, takes its place.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.chat.context import ChatContext
from bot.concurrency import in_thread
from bot.messages import in_language
from bot.metrics import REMINDERS
from bot.reminders.sources import Sources
from bot.rendering.message import Message
from bot.scheduling.kinds import MessageKind
from bot.scheduling.series import moved_on
from bot.state.scheduling.messages import ScheduledMessage
from bot.telegram.tasks.chat_jobs import ChatJobs
from bot.telegram.tasks.refusals import is_final, pause_after
from bot.telegram.tasks.reminder_delivery import LATE, LONGEST_SKIP, TOPIC_GONE
from bot.telegram.tasks.reminder_posting import Post
from bot.telegram.transport.failures import surely_not_sent

LONGEST_REFUSAL = 30 * 86_400.0  # seconds for which a chat that does not take a message is tried

log = logging.getLogger(__name__)


class ScheduledDelivery:
    """Brings the scheduled messages to the chats.

    Arguments: the state, who may use the bot and when a chat wants quiet; how each kind is written; how a message is
    sent.
    """

    def __init__(self, sources: Sources, kinds: Mapping[str, MessageKind], post: Post) -> None:
        self._sources, self._kinds, self._post = sources, kinds, post
        self._store = sources.state.scheduled
        self._jobs = ChatJobs()
        self._tries: Counter[int] = Counter()
        self._skips: Counter[int] = Counter()
        self._ending = False

    def end(self) -> None:
        """Lets what is being sent arrive, and begins nothing more."""
        self._ending = True

    async def recover(self) -> None:
        """After a start: what was being sent when the program ended is unsure. Raises StateError."""
        if unsure := await in_thread(self._store.recover):
            log.warning("有 %d 条消息上次没有确认送达（messages whose arrival is unknown）", unsure)

    async def tick(self, now: dt.datetime) -> None:
        """Sends what is due by now. Raises StateError."""
        now = now.astimezone(self._sources.zone)
        chats: dict[int, list[ScheduledMessage]] = defaultdict(list)
        for message in await in_thread(self._store.due, now.timestamp()):
            if not self._held_back(message, now):
                chats[message.chat].append(message)
        free = self._jobs.free(chats)
        await self._jobs.work({chat: partial(self._to_chat, chats[chat], now) for chat in free})

    def _held_back(self, message: ScheduledMessage, now: dt.datetime) -> bool:
        """Whether it waits for the end of quiet hours, or for another tick: a notice that may have come is tried ever
        more seldom."""
        self._skips[message.id] -= 1
        quiet = self._kinds[message.kind].heeds_quiet and self._sources.is_quiet(message.chat, now)
        return quiet or self._skips[message.id] >= 0

    async def _to_chat(self, messages: Sequence[ScheduledMessage], now: dt.datetime) -> None:
        """Sends what waits for a chat, in order, as long as the chat takes it."""
        for message in messages:
            if self._ending or not await self._sent(message, now):
                return

    async def _sent(self, message: ScheduledMessage, now: dt.datetime) -> bool:
        """Sends a message, or the notice in its place; says whether the chat takes more."""
        text = await in_thread(self._begun, message, now)
        if text is None:
            return True
        notice = message.step == "unsure"
        try:
            await self._post(message, text, notice)
        except TelegramError as error:
            REMINDERS.labels("failed").inc()
            await in_thread(self._failed, message, error, now)
            return False
        REMINDERS.labels("noticed" if notice else "sent").inc()
        await in_thread(self._store.put, message.id, "noticed" if notice else "sent")
        return True

    def _begun(self, message: ScheduledMessage, now: dt.datetime) -> Message | None:
        """The message to send, None when it was called off, says nothing, or nobody may be told."""
        kind, setting = self._kinds[message.kind], self._setting(message, now)
        if message.step == "unsure":
            return kind.unsure(message, setting)
        due_at = dt.datetime.fromtimestamp(message.due_at, self._sources.zone)
        quiet = kind.heeds_quiet and self._sources.is_quiet(message.chat, due_at)
        late = (now - due_at).total_seconds() > LATE and not quiet
        alone, following = moved_on(replace(message, late=late), now)
        if not self._store.begin(alone, late, following):
            return None
        text = (
            kind.write(alone, setting) if self._sources.access.may_ask(message.person, message.chat) else None
        )
        if text is None:
            self._store.put(message.id, "void")
        return text

    def _setting(self, message: ScheduledMessage, now: dt.datetime) -> ChatContext:
        words, zone = in_language(message.language), self._sources.zone
        sources, marks = self._sources, self._sources.state.marks.current
        return ChatContext(words, now.date(), marks=marks, zone=zone, usual=sources.usual, site=sources.site)

    def _failed(self, message: ScheduledMessage, error: TelegramError, now: dt.datetime) -> None:
        """Writes down what a failure means: try again, do not dare to, or write to this chat no more."""
        log.log(
            logging.DEBUG if self._tries[message.id] else logging.WARNING,
            "消息没有发出（a scheduled message was not sent）：%s",
            error,
        )
        self._tries[message.id] += 1
        if not surely_not_sent(error):
            self._skips[message.id] = min(2 ** self._tries[message.id] - 2, LONGEST_SKIP)
            self._store.put(message.id, "unsure")
        elif isinstance(error, ChatMigrated):
            self._store.put(message.id, message.step)
            self._sources.state.migrate_chat(message.chat, error.new_chat_id)
        elif isinstance(error, BadRequest) and message.topic and TOPIC_GONE.search(str(error)):
            self._store.without_topic(message.id)
        elif isinstance(error, BadRequest | Forbidden):
            self._refused(message, error, now)
        else:
            self._store.put(message.id, message.step)

    def _refused(self, message: ScheduledMessage, error: TelegramError, now: dt.datetime) -> None:
        """Tries ever more seldom what a chat does not take, and gives up what it never will."""
        refused_for = now.timestamp() - (message.refused_at or now.timestamp())
        blocked = (
            isinstance(error, Forbidden) and refused_for < LONGEST_REFUSAL
        )  # who blocked it may let it in again
        if blocked or not is_final(error, refused_for):
            self._store.refused(message.id, pause_after(message.refusals + 1))
        else:
            self._store.put(message.id, "void")
