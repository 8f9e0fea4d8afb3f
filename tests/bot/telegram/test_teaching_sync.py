"""A running bot hears of what another program taught."""

import asyncio
from contextlib import closing, suppress

from bot.state import State
from bot.state.storage.audit import Actor
from bot.telegram.tasks.teaching_sync import keep_hearing
from knowledge.teaching.lessons import Revision, Synonym, Teaching
from tests.clock import seconds


async def test_what_another_program_taught_is_heard_of(tmp_path):
    running, other = State(tmp_path / "s.db", clock=seconds), State(tmp_path / "s.db", clock=seconds)
    heard = asyncio.Queue()
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(
        keep_hearing(
            running, lambda teaching: loop.call_soon_threadsafe(heard.put_nowait, teaching), Teaching, 0.01
        )
    )
    await asyncio.sleep(0.05)
    assert heard.empty()
    synonym = Synonym("大白房", "中医馆")
    other.lessons.change(Actor(0, "jianda"), "synonym", Revision(synonyms=(synonym,)), lambda teaching: None)
    teaching = await asyncio.wait_for(heard.get(), 5)
    assert teaching.synonyms == (synonym,)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    running.close()
    other.close()


async def test_what_was_taught_here_and_undone_elsewhere_is_heard_of(tmp_path):
    running, other = State(tmp_path / "s.db", clock=seconds), State(tmp_path / "s.db", clock=seconds)
    with closing(running), closing(other):
        held = [Teaching()]
        task = asyncio.create_task(keep_hearing(running, held.append, lambda: held[-1], 0.01))
        await asyncio.sleep(0.05)
        actor, synonym = Actor(0, "jianda"), Synonym("大白房", "中医馆")
        running.lessons.change(actor, "synonym", Revision(synonyms=(synonym,)), held.append)
        other.lessons.change(
            actor, "synonym", Revision(synonyms=(Synonym("大白房", ""),)), lambda teaching: None
        )
        async with asyncio.timeout(5):
            while held[-1] != other.lessons.all():
                await asyncio.sleep(0.01)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_what_another_replica_has_set_is_heard_of(place):
    with closing(State(place, clock=seconds)) as running, closing(State(place, clock=seconds)) as other:
        task = asyncio.create_task(keep_hearing(running, lambda teaching: None, Teaching, 0.01))
        other.languages.set(7, "en")
        async with asyncio.timeout(5):
            while running.languages.of(7) != "en":
                await asyncio.sleep(0.01)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
