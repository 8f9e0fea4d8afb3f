"""Going on with what another replica had in hand when it ended."""

from __future__ import annotations

import asyncio
import logging

from telegram import Bot

from bot.state import State
from bot.telegram.delivery.durable_queue import DurableQueue

INTERVAL = 2.0  # seconds between two looks

log = logging.getLogger(__name__)


async def keep_taking_over(queue: DurableQueue, bot: Bot, state: State, interval: float = INTERVAL) -> None:
    """Looks until the task is cancelled; a state that one program alone works on has nothing to be taken over."""
    while state.is_shared:
        await asyncio.sleep(interval)
        try:
            if count := await queue.restore(bot, state):
                log.info(
                    "接着答别的副本没有答完的 %d 条（messages of another replica are answered now）", count
                )
        except Exception:  # one update that cannot be read must not end all others
            log.exception("taking over")
