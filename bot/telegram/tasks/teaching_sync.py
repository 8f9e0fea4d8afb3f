"""A running bot hears of what another program has written: the command line, or another replica."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from bot.concurrency import in_thread
from bot.errors import StateError, explain
from bot.state import State
from bot.state.editing.lessons import Live
from knowledge.teaching.lessons import Teaching

INTERVAL = 1.0  # seconds between two looks

log = logging.getLogger(__name__)


async def keep_hearing(
    state: State, live: Live, held: Callable[[], Teaching], interval: float = INTERVAL
) -> None:
    """Lets the memory follow whenever another program has written to the state, and tells `live` of the teaching where
    it is another than what is `held`."""
    last_version = None
    while True:
        try:
            version = await in_thread(state.lessons.version)
            if version != last_version:
                await in_thread(_follow, state, live, held)
                last_version = version
        except StateError as error:
            log.warning("%s", explain(error))
        await asyncio.sleep(interval)


def _follow(state: State, live: Live, held: Callable[[], Teaching]) -> None:
    """Lets the memory follow. What is held may have come from here, so nothing told before is compared with."""
    state.read_again()
    if state.lessons.all() != held():
        state.lessons.tell(live)
