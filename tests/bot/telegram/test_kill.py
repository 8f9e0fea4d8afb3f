"""The program is killed, or stopped, with questions under way: each is answered once, or its asker is told."""

import signal

import pytest

from bot.telegram.application import AT_ONCE
from knowledge.indexing.indexer import load
from tests.bot.telegram.crowd import SPEECH, Crowd, Tally, program, when_called
from tests.bot_api import serve

pytestmark = [pytest.mark.fault, pytest.mark.process]

CROWD = 12
SECONDS = 240.0  # a busy machine is no failure


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "city-2026.txt").write_text(SPEECH, encoding="utf-8")
    load(tmp_path / "corpus", tmp_path / "jianda.db")
    return tmp_path


def test_killed_at_every_step_of_sending_and_stopped_under_load(api, folder):
    crowd = Crowd(api)
    with serve(api) as base_url:
        for stage in ("arrived", "done", "replied"):
            with program(folder, base_url, api.token) as process:
                when_called(api, CROWD // 2, process.kill, stage)
                crowd.ask(CROWD)
                assert process.wait(SECONDS) == -signal.SIGKILL
        with program(folder, base_url, api.token) as process:
            when_called(api, CROWD // 2, process.terminate, "done")
            crowd.ask(CROWD)
            assert process.wait(SECONDS) == 0
        polls = len(api.calls_of("getUpdates"))
        with program(folder, base_url, api.token) as process:
            crowd.settle(folder / "jianda-state.db", SECONDS)
            tally = crowd.tally(SECONDS)
            # Where nothing was left to be done, it may still be starting.
            api.wait_for(lambda: len(api.calls_of("getUpdates")) > polls, SECONDS)
            process.terminate()
            assert process.wait(SECONDS) == 0
    assert (tally.tries, tally.doubled, tally.lost) == (4 * CROWD, 0, 0)
    assert (
        tally.answered + tally.unsure == tally.tries and tally.unsure <= 3 * AT_ONCE
    )  # what each kill may cut
    log = (folder / "log").read_text(encoding="utf-8")
    assert "Traceback" not in log and "基层诊疗量" not in log
    assert Tally() + tally == tally
