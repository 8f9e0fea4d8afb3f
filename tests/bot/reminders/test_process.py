"""The process: a reminder that was set before a stop comes, late and marked so, after the next start, and once."""

import signal

import pytest

from knowledge.indexing.indexer import load
from tests.bot.cli.test_command_line import PLAN
from tests.bot.telegram.test_process import SECONDS, answers, folder, log_of, pressed, running  # noqa: F401
from tests.bot_api import serve

pytestmark = pytest.mark.process


def stop(process):
    process.send_signal(signal.SIGTERM)
    assert process.wait(SECONDS) == 0


def test_a_reminder_outlives_the_process_and_comes_once(api, folder):  # noqa: F811
    (folder / "corpus" / "county-2027.txt").write_text(PLAN, encoding="utf-8")
    load(folder / "corpus", folder / "jianda.db")
    staff = api.user()
    room = api.private(staff)
    with serve(api) as base_url:
        with running(folder, base_url, api.token, JIANDA_TODAY="2027-12-23") as process:
            (made,) = answers(api, room, staff, "/remind 中医馆 提前7天 00:00")
            assert "中医馆 · 提前 7 天 · 00:00" in made.text and "2027年12月24日 00:00，1 项" in made.text
            stop(process)
        for day in ("2027-12-24", "2027-12-24"):
            with running(
                folder, base_url, api.token, JIANDA_TODAY=day, JIANDA_REMINDER_TIME="08:00"
            ) as process:
                api.wait_for(lambda: any("时限提醒" in one.text for one in api.sent(room)), SECONDS)
                answers(api, room, staff, "/help")
                stop(process)
        (reminder,) = [one for one in api.sent(room) if one.text.startswith("⏰")]
        assert "2027年12月31日 快到了，还有 7 天" in reminder.text
        with running(folder, base_url, api.token, JIANDA_TODAY="2027-12-24"):
            api.press(staff, reminder, "1")
            api.wait_for(lambda: "2027年底前" in api.sent(room)[-1].text, SECONDS)
    assert api.violations == [] and "Traceback" not in log_of(folder)
