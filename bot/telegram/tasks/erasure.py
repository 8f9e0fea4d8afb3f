"""Erasing, at the start and then daily, what is older than it may be; and soon what was only needed for an answer."""

from __future__ import annotations

import asyncio
import logging

from bot.concurrency import in_thread
from bot.errors import StateError, explain
from bot.state import State

DAY = 86_400.0  # seconds
SCRUB = 2.0  # seconds

log = logging.getLogger(__name__)


async def keep_erasing(state: State, pause: float = DAY) -> None:
    """Erases expired questions, old reminders and what nobody has confirmed until the task is cancelled; a failure is
    tried again the next day."""
    while True:
        try:
            if erased := await in_thread(state.questions.erase_expired):
                log.info("已删除过期提问 %d 条（expired questions erased）", erased)
            await in_thread(state.pending.erase_expired)
            await in_thread(state.dialogues.erase_expired)
            await in_thread(state.outbox.erase_expired)
            await in_thread(state.scheduled.erase_expired)
            await in_thread(state.watches.erase_expired)
            await in_thread(state.inbox.erase_expired)
            await in_thread(state.unsure.erase_expired)
            await in_thread(state.conversations.erase_expired)
        except StateError as error:
            log.warning("%s", explain(error))
        await asyncio.sleep(pause)


async def keep_scrubbing(state: State, pause: float = SCRUB) -> None:
    """Leaves nothing of messages that were answered in the journal beside the file, until the task is cancelled."""
    while True:
        await asyncio.sleep(pause)
        try:
            await in_thread(state.scrub)
        except StateError as error:
            log.warning("%s", explain(error))
