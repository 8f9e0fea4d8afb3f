"""The daily erasing."""

import asyncio

from bot.errors import StateUnusable
from bot.state import State
from bot.state.usage.question_log import DAY, AskedQuestion
from bot.telegram.tasks.erasure import keep_erasing


async def until(true, seconds=5.0):
    """Whether something becomes true in time."""
    for _ in range(int(seconds / 0.01)):
        if true():
            return True
        await asyncio.sleep(0.01)
    return False


async def stopped(task):
    task.cancel()
    return (await asyncio.gather(task, return_exceptions=True))[0]


async def test_expired_questions_are_erased_at_the_start_and_again_and_again(tmp_path):
    now = [0.0]
    state = State(tmp_path / "state.db", retention_days=1, clock=lambda: now[0])
    task = asyncio.create_task(keep_erasing(state, pause=0.01))
    for _ in range(2):
        state.questions.add(AskedQuestion(1, 1, "问", "answer", 0.9, "d1", "p1", 1))
        assert state.questions.recent(1, 9)
        now[0] += DAY
        assert await until(lambda: state.questions.recent(1, 9) == [])
    assert isinstance(await stopped(task), asyncio.CancelledError)
    state.close()


async def test_a_failure_is_a_line_in_the_log_and_it_is_tried_again(tmp_path, caplog):
    class Broken:
        tries = 0
        questions = property(lambda self: self)

        def erase_expired(self):
            self.tries += 1
            raise StateUnusable(tmp_path / "state.db", "disk I/O error")

    state = Broken()
    task = asyncio.create_task(keep_erasing(state, pause=0.01))
    assert await until(lambda: state.tries > 2)
    await stopped(task)
    assert "state.db" in caplog.text and "Traceback" not in caplog.text
