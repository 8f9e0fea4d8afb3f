"""At the start the knowledge base is brought up to date with the folder, while people are answered."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

from telegram import Bot

from bot.concurrency import in_thread
from bot.documents.load_report import failed_lines, summary
from bot.documents.reloader import Job, Run
from bot.documents.unattended import note_fault
from bot.errors import StateError, explain
from bot.messages import CHINESE
from bot.state import State
from bot.telegram.tasks.load_followers import tell_followers
from knowledge.errors import CorpusMissing, KnowledgeError, LoadCancelled
from knowledge.store.source import Source

LOOK_AGAIN, LONGEST_WAIT = 0.2, 60.0  # seconds

log = logging.getLogger(__name__)


def initial_load(bot: Bot, state: State, source: Source, is_catching_up: Callable[[], bool]) -> Job:
    """The load, once the updates that an earlier run has left are answered: a file that was confirmed then is loaded
    by its confirmation, whose editor is told of it. A machine without the folder goes on with what another publishes."""

    async def job(run: Run) -> None:
        end = asyncio.get_running_loop().time() + LONGEST_WAIT
        while is_catching_up() and asyncio.get_running_loop().time() < end:
            await asyncio.sleep(LOOK_AGAIN)
        try:
            report = await run.report()
            if any(file.outcome != "unchanged" for file in report.files):
                log.info("%s", summary(report, CHINESE))
            await tell_followers(bot, state, report)
            await in_thread(note_fault, state, failed_lines(report))
        except LoadCancelled:
            log.info("reload: cancelled")
        except StateError as error:
            log.warning("%s", explain(error))
        except (KnowledgeError, OSError) as error:
            if isinstance(error, CorpusMissing) and await in_thread(_is_published, source):
                log.info("%s", explain(error))
                return
            log.warning("%s", explain(error))
            await in_thread(note_fault, state, [explain(error)])

    return job


def _is_published(source: Source) -> bool:
    with suppress(KnowledgeError):
        return source.is_published()
    return False
