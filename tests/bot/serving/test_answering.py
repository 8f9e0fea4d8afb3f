"""Processes that answer beside the bot end with it and in its time, whatever state they are in, and no question is lost."""

import os
import signal
import time
from pathlib import Path

import pytest

from tests.bot.telegram.test_process import SECONDS, answers, founded, log_of, running
from tests.bot_api import BotApi, serve

pytestmark = [pytest.mark.fault, pytest.mark.process]
QUESTION = "基层诊疗量占比要达到多少？"
SETTINGS = {"JIANDA_ANSWERING_PROCESSES": "1", "JIANDA_WEB_SERVE": "false"}


def children(process):
    return [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="tells children by Linux's /proc")
def test_the_bot_stops_though_a_process_that_answers_hangs(tmp_path):
    api, folder = BotApi(), founded(tmp_path)
    user = api.user()
    chat = api.private(user)
    with serve(api) as base_url:
        with running(folder, base_url, api.token, **SETTINGS) as bot:
            assert "55%" in answers(api, chat, user, QUESTION)[0].text
            (worker,) = children(bot)
            os.kill(worker, signal.SIGSTOP)
            revision = api.world.revision
            fetched = len(api.calls_of("getUpdates"))
            api.message(chat, user, QUESTION.rstrip("？"))  # another, as what was asked before is known
            api.wait_for(lambda: len(api.calls_of("getUpdates")) > fetched, SECONDS)
            time.sleep(0.5)  # until it is asked; one that is not yet is not lost either
            bot.terminate()
            assert bot.wait(40) == 0  # seconds; a question may take 60
            assert not Path(f"/proc/{worker}").exists() and "Traceback" not in log_of(folder)
        with running(folder, base_url, api.token, **SETTINGS):
            (answer,) = api.wait_for(lambda: api.sent_since(chat, revision + 1), SECONDS)
            assert "55%" in answer.text
