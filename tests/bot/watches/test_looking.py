"""The running bot looks at the start and after each load; a base that is missing is told of once."""

import asyncio
import logging
import time

from bot.telegram.tasks.scheduled import looking
from bot.telegram.tasks.scheduled.looking import keep_looking_for_news
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
