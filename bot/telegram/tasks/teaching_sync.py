"""A running bot hears of what another program has written: the command line, or another replica."""

from __future__ import annotations

import asyncio
import logging

from bot.concurrency import in_thread
from bot.errors import StateError, explain
from bot.state import State
from bot.state.editing.lessons import Live
from knowledge.teaching.lessons import Teaching

INTERVAL = 1.0  # seconds between two looks

log = logging.getLogger(__name__)


async def keep_hearing(state: State, live: Live, interval: float = INTERVAL) -> None:
    """Lets the memory follow whenever another program has written to the state, and tells `live` of other teaching."""
    last_version, told = None, await in_thread(state.lessons.all)
    while True:
        try:
            version = await in_thread(state.lessons.version)
            if version != last_version:
                told = await in_thread(_followed, state, live, told)
                last_version = version
        except StateError as error:
            log.warning("%s", explain(error))
        await asyncio.sleep(interval)


def _followed(state: State, live: Live, told: Teaching) -> Teaching:
    """Lets the memory follow; gives the teaching as it stands."""
    state.read_again()
    teaching = state.lessons.all()
    if teaching != told:
        state.lessons.tell(live)
    return teaching
