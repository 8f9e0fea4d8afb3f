"""A running bot hears of what the command line has taught meanwhile."""

from __future__ import annotations

import asyncio
import logging

from bot.concurrency import in_thread
from bot.errors import StateError, explain
from bot.state import State
from bot.state.editing.lessons import Live

INTERVAL = 5.0  # seconds between two looks

log = logging.getLogger(__name__)


async def keep_hearing(state: State, live: Live, interval: float = INTERVAL) -> None:
    """Tells `live` of the teaching whenever another program has written to the state."""
    last_version = await in_thread(state.lessons.version)
    while True:
        await asyncio.sleep(interval)
        try:
            version = await in_thread(state.lessons.version)
            if version != last_version:
                await in_thread(state.lessons.tell, live)
                last_version = version
        except StateError as error:
            log.warning("%s", explain(error))
