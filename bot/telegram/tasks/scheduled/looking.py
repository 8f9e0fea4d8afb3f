"""Looking, every half minute, whether a load has brought something that somebody watches, of whichever program."""

from __future__ import annotations

import asyncio
import logging

from bot.concurrency import in_background
from bot.errors import StateError, explain
from bot.telegram.transport.services import Services
from bot.watches.looking import look
from knowledge.errors import KnowledgeError

INTERVAL = 30.0  # seconds between two looks

log = logging.getLogger(__name__)


async def keep_looking_for_news(services: Services, interval: float = INTERVAL) -> None:
    """Looks until the task is cancelled; a failure is a line in the log and is tried again at the next look."""
    seen: tuple[int, int] | None = None
    while True:
        try:
            version = services.knowledge.version
            if version != seen:
                await in_background(
                    lambda: look(
                        services.knowledge, services.state, services.access, services.clock.seconds()
                    )
                )
                seen = version
        except (KnowledgeError, StateError, OSError) as error:
            log.warning("%s", explain(error))
        except Exception:  # one document that cannot be told of must not end all others
            log.exception("watches")
        await asyncio.sleep(interval)
