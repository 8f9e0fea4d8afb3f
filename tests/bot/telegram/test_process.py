"""The process: `python -m bot run` against a strict Bot API server on loopback."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
from tests.bot.cli.test_command_line import PLAN, SPEECH
from tests.bot_api import BotApi, User, file_url, serve

pytestmark = pytest.mark.process
ROOT = Path(__file__).parents[3]
SECONDS = 60


@pytest.fixture
def folder(tmp_path):
    return founded(tmp_path)


def founded(folder):
    """A folder with a corpus of one speech, loaded."""
    (folder / "corpus").mkdir()
    (folder / "corpus" / "city-2026.txt").write_text(SPEECH, encoding="utf-8")
    load(folder / "corpus", folder / "jianda.db")
    return folder


@dataclass
class Bot:
    """One process for all tests that need no settings of their own: its Telegram, its folder, its administrators."""

    api: BotApi
    folder: Path
    admins: tuple[User, User]


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    api, folder = BotApi(), founded(tmp_path_factory.mktemp("bot"))
    admins = api.user("管理员甲"), api.user("管理员乙")
    for admin in admins:
        api.private(admin)
    settings = {"JIANDA_TELEGRAM_ADMINS": ",".join(str(admin.id) for admin in admins)}
    with serve(api) as base_url, running(folder, base_url, api.token, **settings) as process:
        yield Bot(api, folder, admins)
        process.send_signal(signal.SIGTERM)
        assert process.wait(SECONDS) == 0
    assert api.violations == [] and "Traceback" not in log_of(folder)
    assert api.token.partition(":")[2] not in log_of(folder)


@contextmanager
def running(folder, base_url, token, **settings):
    """The bot as a process of its own; its log is in `log`."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("JIANDA_")},
        "PYTHONPATH": str(ROOT),
        "JIANDA_CORPUS": "corpus",
        "JIANDA_TELEGRAM_TOKEN": token,
        "JIANDA_TELEGRAM_BASE_URL": base_url,
        "JIANDA_TELEGRAM_BASE_FILE_URL": file_url(base_url),
        "JIANDA_WEB_LISTEN": "127.0.0.1:0",
        "NO_PROXY": "127.0.0.1",
        **settings,
    }
    with (folder / "log").open("w", encoding="utf-8") as log:
        command = [sys.executable, "-m", "bot", "run"]
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        print(log_of(folder))


def log_of(folder):
    return (folder / "log").read_text(encoding="utf-8")


def answers(api, chat, user, text):
    """What the bot has newly sent to the chat after this message, the first of it."""
    revision = api.world.revision
    api.message(chat, user, text)
    return api.wait_for(lambda: api.sent_since(chat, revision + 1), SECONDS)


def test_a_conversation(bot):
    api, (admin, _), staff = bot.api, bot.admins, bot.api.user()
    office, room = api.private(admin), api.private(staff)
    assert answers(api, room, staff, "/start")[0].text.startswith("您好")
    (answer,) = answers(api, room, staff, "基层诊疗量占比要达到多少？")
    assert "到2028年，基层诊疗量占比达到55%以上。" in answer.text
    assert "《在全市卫生健康工作会议上的讲话》（2026）" in answer.text

    (bot.folder / "corpus" / "county-2027.txt").write_text(PLAN, encoding="utf-8")
    answers(api, office, admin, "/reload")
    api.wait_for(lambda: "新增 1" in api.sent(office)[-1].text, SECONDS)
    (answer,) = answers(api, room, staff, "中医馆什么时候设置？")
    assert "2027年底前，所有乡镇卫生院设置中医馆。" in answer.text
    assert "管理员" in answers(api, room, staff, "/reload")[0].text

    assert "telegram.allowed_users" in log_of(bot.folder)
    languages = {call.parameters.get("language_code") for call in api.calls_of("setMyCommands")}
    assert languages == {None, "en"}
    assert "reload" not in menu(api) and "reload" in menu(api, admin)


def menu(api, admin=None):
    """The commands that everybody sees, or an administrator."""
    scope = {"scope": {"type": "chat", "chat_id": admin.id}} if admin else {}
    return [one["command"] for one in api.call("getMyCommands", scope)["result"]]


ODD = [
    "<b>粗</b>&amp;</i>",
    "\"引号' OR 1=1 --",
    "问" * 4096,
    "*_`[]()~>#+-=|{}.!",
    "a\tb\u200b\u202e",
    "😀" * 9,
]


def test_odd_questions_are_answered_within_the_rules(bot):
    staff = bot.api.user()
    room = bot.api.private(staff)
    for question in ODD:
        assert answers(bot.api, room, staff, question)
    assert bot.api.violations == []


def test_a_wrong_token_is_one_line(api, folder):
    with serve(api) as base_url, running(folder, base_url, "123:wrong") as process:
        assert process.wait(SECONDS) == 1
    last = log_of(folder).splitlines()[-1]
    assert "telegram.token" in last
    assert "Traceback" not in log_of(folder) and "123:wrong" not in log_of(folder)


def test_an_unreachable_network_is_one_line(folder):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        base_url = f"http://127.0.0.1:{taken.getsockname()[1]}/bot"
        with running(folder, base_url, "123:right") as process:
            assert process.wait(SECONDS) == 1
    assert "telegram.proxy" in log_of(folder).splitlines()[-1]
    assert "Traceback" not in log_of(folder) and "123:right" not in log_of(folder)


def test_a_network_lost_for_a_while_is_one_line_and_answers_go_on(bot):
    api, staff, before = bot.api, bot.api.user(), log_of(bot.folder)
    room = api.private(staff)
    answers(api, room, staff, "/start")
    api.fail("getUpdates", 502, "Bad Gateway", times=2)
    answers(api, room, staff, "/start")  # ends the poll that waits; the next two fail
    api.wait_for(lambda: not api.faults.refusals["getUpdates"], SECONDS)
    assert answers(api, room, staff, "/help")
    assert log_of(bot.folder).removeprefix(before).count("connection lost") == 1


def test_it_stops_cleanly_while_it_connects(api, folder):
    api.stall("getMe", 60)
    with serve(api) as base_url, running(folder, base_url, api.token) as process:
        api.wait_for(lambda: not api.faults.silences["getMe"], SECONDS)
        process.send_signal(signal.SIGTERM)
        assert process.wait(SECONDS) == 0


def pressed(api, chat, user, label):
    """The message that a press under the bot's last message sends or changes."""
    revision = api.world.revision
    api.press(user, api.sent(chat)[-1], label)
    return api.wait_for(lambda: api.sent_since(chat, revision), SECONDS)[-1]


def test_a_group_asks_turns_pages_and_asks_further_also_after_a_restart(api, folder):
    (folder / "corpus" / "county-2027.txt").write_text(PLAN, encoding="utf-8")
    load(folder / "corpus", folder / "jianda.db")
    staff, group = api.user(), api.group(forum=True, bot="left")
    with serve(api) as base_url:
        with running(folder, base_url, api.token) as process:
            api.joined(group, staff)
            api.wait_for(lambda: api.sent(group), SECONDS)
            question = api.message(group, staff, "/ask 中医馆什么时候设置？")
            answer = api.wait_for(lambda: api.sent(group)[1:], SECONDS)[0]
            assert "2027年底前" in answer.text and answer.reply_to == question.message_id
            process.send_signal(signal.SIGTERM)
            assert process.wait(SECONDS) == 0
        with running(folder, base_url, api.token, JIANDA_TODAY="2027-12-30"):
            assert pressed(api, group, staff, "原文件").file == PLAN.encode()
            deadlines = answers(api, group, staff, "/ddl 中医馆")[-1]
            assert "2027年12月31日 快到了，还有 1 天" in deadlines.text
            assert "2027年底前" in pressed(api, group, staff, "1").text
            assert pressed(api, group, staff, "返回时限").html == deadlines.html
            query = api.inline(staff, "中医馆")
            assert api.wait_for(lambda: api.inline_answer(query), SECONDS)["results"]
    assert api.violations == [] and api.unanswered() == []


def test_two_admins_reload_one_load_and_others_search_inline(bot):
    api, (first, second), staff = bot.api, bot.admins, bot.api.user()
    one, two = api.private(first), api.private(second)
    api.private(staff)
    answers(api, one, first, "/start")
    for number in range(120):
        plan = bot.folder / "corpus" / f"plan-{number}.txt"
        plan.write_text(PLAN + f"第{number}份。\n", encoding="utf-8")
    answers(api, one, first, "/reload")
    (told,) = answers(api, two, second, "/reload")
    assert "正在" in told.text and "取消" not in str(told.labels)
    asked = api.inline(staff, "基层诊疗量")
    api.wait_for(lambda: api.inline_answer(asked), SECONDS)
    assert api.inline_answer(asked)["results"]
    api.wait_for(lambda: any("新增 120" in sent.text for sent in api.sent(one)), SECONDS)


def test_an_editor_adds_a_file_corrects_it_and_takes_it_back_also_after_a_restart(api, folder):
    editor, staff = api.user("编辑"), api.user()
    office, room = api.private(editor), api.private(staff)
    settings = {"JIANDA_TELEGRAM_EDITORS": str(editor.id)}
    with serve(api) as base_url:
        with running(folder, base_url, api.token, **settings) as process:
            answers(api, office, editor, "/start")
            revision = api.world.revision
            api.document(office, editor, "../county-2027.txt", PLAN.encode())
            (shown,) = api.wait_for(lambda: api.sent_since(office, revision + 1), SECONDS)
            assert "《青山县2027年卫生健康工作要点》" in shown.text
            pressed(api, office, editor, "改地点")
            assert "地点 青山" in answers(api, office, editor, "青山")[0].text
            process.send_signal(signal.SIGTERM)
            assert process.wait(SECONDS) == 0
        with running(folder, base_url, api.token, **settings) as process:
            pressed(api, office, editor, "加入")
            assert not (folder / "corpus" / "county-2027.txt").exists()
            assert "新增 1" in pressed(api, office, editor, "加入").text
            (answer,) = answers(api, room, staff, "中医馆什么时候设置？")
            assert "2027年底前，所有乡镇卫生院设置中医馆。" in answer.text
            answers(api, office, editor, "/undo")
            assert "移除 1" in pressed(api, office, editor, "撤销").text
            assert not (folder / "corpus" / "county-2027.txt").exists()
            process.send_signal(signal.SIGTERM)
            assert process.wait(SECONDS) == 0
    assert api.violations == [] and "Traceback" not in log_of(folder)
