"""Looking, every half minute, whether a load or a new day has brought something to be told of one's own accord."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging

from bot.concurrency import in_background, in_thread
from bot.errors import StateError, explain
from bot.telegram.transport.services import Services
from bot.watches.looking import look
from bot.watches.validity import tell_validity
from knowledge.errors import KnowledgeError

INTERVAL = 30.0  # seconds between two looks

Seen = tuple[tuple[int, int], dt.date]
"""The version of the knowledge base and the day that were looked at."""

log = logging.getLogger(__name__)


async def keep_looking_for_news(services: Services, interval: float = INTERVAL) -> None:
    """Looks, one replica alone, until the task is cancelled; a failure is a line in the log and is tried again at the
    next look."""
    seen: Seen | None = None
    trouble = ""
    while True:
        now: Seen | None = None
        try:
            now = await in_thread(_present, services)  # which may ask a server
            if now != seen and await in_thread(services.state.term) is not None:
                await in_background(lambda: look_for_news(services))
                seen, trouble = now, ""
        except (
            KnowledgeError
        ) as error:  # of a base that is not there, whose version may change once more, is told once
            if explain(error) != trouble:
                log.warning("%s", explain(error))
            seen, trouble = now, explain(error)
        except (StateError, OSError) as error:
            log.warning("%s", explain(error))
        except Exception:  # one document that cannot be told of must not end all others
            log.exception("watches")
        await asyncio.sleep(interval)


def look_for_news(services: Services) -> None:
    """Writes down what is to be told. Raises KnowledgeError or StateError."""
    look(services.knowledge, services.state, services.access, services.clock.seconds())
    tell_validity(services.knowledge, services.state, services.access, services.clock.now())


def _present(services: Services) -> Seen:
    """What is looked at; a day begins at the hour at which reminders come."""
    now, usual = services.clock.now(), services.usual.at
    early = dt.timedelta(days=int(now.time() < usual))
    return services.knowledge.version, now.date() - early
