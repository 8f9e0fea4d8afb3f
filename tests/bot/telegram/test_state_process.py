"""The process and what people made: it outlives a stop, and a damaged file is one line."""

import os
import signal
import subprocess
import sys

import pytest

from tests.bot.telegram.test_process import ROOT, SECONDS, answers, folder, log_of, pressed, running  # noqa: F401
from tests.bot_api import serve

pytestmark = pytest.mark.process

QUESTION = "基层诊疗量占比要达到多少？"


def stop(process):
    process.send_signal(signal.SIGTERM)
    assert process.wait(SECONDS) == 0


def test_votes_favourites_and_questions_outlive_the_process(api, folder):  # noqa: F811
    staff = api.user()
    room = api.private(staff)
    with serve(api) as base_url:
        with running(folder, base_url, api.token, JIANDA_RETENTION_DAYS="30") as process:
            (answer,) = answers(api, room, staff, QUESTION)
            api.press(staff, answer, "收藏")
            api.wait_for(lambda: "⭐ 已收藏" in api.sent(room)[-1].labels[-1], SECONDS)
            api.press(staff, answer, "没用")
            (asking,) = api.wait_for(lambda: [m for m in api.sent(room) if "其他" in m.labels[-1]], SECONDS)
            stop(process)
        with running(folder, base_url, api.token, JIANDA_RETENTION_DAYS="30") as process:
            api.press(staff, asking, "其他")
            api.wait_for(lambda: "👎 没用 ✓" in api.sent(room)[-1].labels[-1], SECONDS)
            (recent,) = answers(api, room, staff, "最近")
            assert recent.labels == [[QUESTION]]
            (favourites,) = answers(api, room, staff, "收藏")
            assert "基层诊疗量占比" in favourites.text
            (privacy,) = answers(api, room, staff, "隐私")
            assert "保存 30 天" in privacy.text
            stop(process)
    assert api.violations == [] and "Traceback" not in log_of(folder)
    assert (folder / "jianda-state.db").is_file() and not (folder / "jianda-state.db-wal").exists()


def test_a_role_that_was_asked_for_before_a_kill_is_given_after_it_and_figures_are_a_picture(api, folder):  # noqa: F811
    owner, staff = api.user("刘洋"), api.user("王芳")
    office, room = api.private(owner), api.private(staff)
    settings = {"JIANDA_TELEGRAM_OWNERS": str(owner.id), "JIANDA_RETENTION_DAYS": "30"}
    with serve(api) as base_url:
        with running(folder, base_url, api.token, **settings) as process:
            answers(api, room, staff, QUESTION)
            answers(api, office, owner, f"/roles {staff.id}")
            asked = pressed(api, office, owner, "设为管理员")
            assert "确定吗" in asked.text
            answers(api, office, owner, "/help")  # so that the press is done with
            process.kill()
        with running(folder, base_url, api.token, **settings) as process:
            api.press(owner, asked, "确定")
            api.wait_for(lambda: any(one.text.startswith("已改好") for one in api.sent(office)), SECONDS)
            (stats,) = answers(api, room, staff, "/stats")
            assert stats.text.startswith("最近 30 天的提问\n提问 1 次") and stats.file.startswith(b"\x89PNG")
            (audit,) = answers(api, office, owner, "/audit")
            assert audit.text.endswith(f"角色 王芳（{staff.id}）：管理员")
            stop(process)
    assert api.violations == [] and "Traceback" not in log_of(folder)


def test_a_damaged_state_file_is_one_line(api, folder):  # noqa: F811
    (folder / "mine.db").write_bytes(b"this is no database" * 100)
    with (
        serve(api) as base_url,
        running(folder, base_url, api.token, JIANDA_STATE="mine.db") as process,
    ):
        assert process.wait(SECONDS) == 1
    assert "mine.db 已损坏" in log_of(folder).splitlines()[-1] and "Traceback" not in log_of(folder)


def test_a_second_run_on_the_same_state_is_one_line_and_ends_with_1(api, folder):  # noqa: F811
    staff = api.user()
    room = api.private(staff)
    with serve(api) as base_url, running(folder, base_url, api.token) as first:
        answers(api, room, staff, QUESTION)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "JIANDA_TELEGRAM_TOKEN": api.token}
        second = subprocess.run(
            [sys.executable, "-m", "bot", "run"], cwd=folder, env=environment, capture_output=True, text=True
        )
        assert second.returncode == 1 and "Traceback" not in second.stderr
        assert "jianda-state.db" in second.stderr.splitlines()[-1]
        answers(api, room, staff, QUESTION)
        stop(first)
