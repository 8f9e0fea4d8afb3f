"""The running bot looks at the start and after each load; a base that is missing is told of once."""

import asyncio
import logging
import threading
import time
from dataclasses import replace
from pathlib import Path

from bot.telegram.tasks.scheduled import looking
from bot.telegram.tasks.scheduled.looking import keep_looking_for_news
from knowledge.errors import DatabaseTooNew
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.bot.watches.test_watches import OTHER, PLAN, write


async def until(true, seconds=20.0):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it does not become true"
        await asyncio.sleep(0.01)


async def test_it_looks_again_after_a_load_by_whichever_program(closed_office, tmp_path, caplog):
    caplog.set_level(logging.WARNING)
    (tmp_path / "corpus").mkdir()
    write(tmp_path / "corpus", "plan.txt", PLAN)
    load(tmp_path / "corpus", tmp_path / "jianda.db")
    closed_office.knowledge = KnowledgeBase(tmp_path / "jianda.db")
    office = await closed_office.open()
    dialogue = office.dialogue()
    await dialogue.says("/watch 医共体")
    services = office.application.bot_data["services"]
    task = asyncio.create_task(keep_looking_for_news(services, interval=0.01))
    await until(lambda: office.state.validity.told())
    write(tmp_path / "corpus", "other.txt", OTHER)
    load(tmp_path / "corpus", tmp_path / "jianda.db")
    await until(lambda: office.state.scheduled.coming(dialogue.chat.id, "news"))
    (tmp_path / "jianda.db").unlink()
    await until(lambda: any(record.name == looking.__name__ for record in caplog.records))
    await asyncio.sleep(0.2)
    task.cancel()
    told = [record for record in caplog.records if record.name == looking.__name__]
    assert len(told) == 1 and "Traceback" not in caplog.text


async def test_a_base_that_cannot_be_looked_at_does_not_end_the_looking(closed_office, caplog):
    office = await closed_office.open()
    services, looks = office.application.bot_data["services"], []

    class Unreadable:
        @property
        def version(self):
            looks.append(threading.current_thread() is threading.main_thread())
            raise DatabaseTooNew(Path("k.db"), 99, 1)

    unreadable = replace(services, knowledge=Unreadable())
    task = asyncio.create_task(keep_looking_for_news(unreadable, interval=0.01))
    await until(lambda: len(looks) > 3)
    assert not task.done() and not any(looks)  # nor does the event loop wait for a server
    task.cancel()
