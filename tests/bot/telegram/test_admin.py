"""What administrators do in the chat: /reload with its progress, /status, and the menus of commands."""

import asyncio
import threading
from functools import partial
from importlib.metadata import version

import pytest
from telegram import BotCommandScopeChat

from bot.access.roles import Role
from bot.chat.commands import COMMANDS
from bot.messages import CHINESE, ENGLISH
from bot.telegram.admin import load_progress as following
from bot.telegram.transport.menus import announce
from knowledge.errors import DatabaseMissing
from knowledge.indexing.load_report import FileOutcome, LoadReport
from loaders.notes import Note
from tests.bot.sample import ANSWER, ANSWERED, REPORT


class Load:
    """A load of three files that stands before the second until it may go on."""

    def __init__(self):
        self.go_on = threading.Event()
        self.finished = False

    def __call__(self, progress):
        progress(0, 3)
        progress(1, 3)
        assert self.go_on.wait(5)
        progress(2, 3)
        self.finished = True
        return REPORT


@pytest.fixture
def admin(api):
    return api.user()


@pytest.fixture
async def office(closed_office, admin, monkeypatch):
    """An office with an administrator, whose messages follow a load closely."""
    monkeypatch.setattr(following, "PAUSE", 0.01)
    monkeypatch.setattr(following, "GROUP_PAUSE", 0.01)
    return await closed_office.open(admins=(admin.id,))


@pytest.fixture
async def loading(office, admin):
    """A load that the administrator has started and that has come to its second file."""
    office.load = load = Load()
    await begin(office, admin)
    yield load
    load.go_on.set()


async def begin(office, admin, chat=None):
    dialogue = office.dialogue(admin, chat)
    office.api.message(dialogue.chat, admin, "/reload")
    await office.process_updates()
    assert await until(lambda: "1/3" in last(office, dialogue.chat))


async def until(true, seconds=5.0):
    """Whether something becomes true in time."""
    for _ in range(int(seconds / 0.01)):
        if true():
            return True
        await asyncio.sleep(0.01)
    return False


def last(office, chat):
    sent = office.api.sent(chat)
    return sent[-1].text if sent else ""


async def press(office, user, chat):
    """Presses the button of the load, and gives what was answered to that."""
    query = office.api.press(user, office.api.sent(chat)[-1], CHINESE.loading.cancel)
    await office.process_updates()
    return office.api.callback_answer(query)


@pytest.mark.parametrize("command", ["/reload", "/status", "/状态"])
async def test_the_commands_are_refused_to_others(office, command):
    (reply,) = await office.dialogue().says(command)
    assert reply.text == CHINESE.not_admin


async def test_one_message_tells_the_progress_and_then_the_report(office, admin, api, loading):
    chat = api.private(admin)
    assert api.sent(chat)[0].labels == [[CHINESE.loading.cancel]]
    loading.go_on.set()
    assert await until(lambda: last(office, chat).startswith("载入完成"))
    (report,) = api.sent(chat)
    assert report.edited and report.labels == []
    assert report.text.startswith("载入完成：新增 1，更改 0，未变 0，移除 0，跳过 0，失败 1；用时 1.2 秒。")
    assert "new.txt" in report.text and "bad.txt  读不懂" in report.text


async def test_it_is_edited_no_more_often_than_it_should(office, admin, api, monkeypatch):
    monkeypatch.setattr(following, "PAUSE", 60)
    office.load = lambda progress: [progress(done, 500) for done in range(500)] and REPORT
    await office.dialogue(admin).says("/reload")
    assert len(api.calls_of("editMessageText")) == 1


async def test_an_administrator_cancels(office, admin, api, loading):
    chat = api.private(admin)
    assert (await press(office, admin, chat))["text"] == CHINESE.loading.cancelling
    loading.go_on.set()
    assert await until(lambda: last(office, chat) == CHINESE.loading.cancelled)
    assert not loading.finished and api.sent(chat)[0].labels == []
    assert await until(lambda: office.reloader._task.done())
    office.load = lambda progress: REPORT
    (report,) = await office.dialogue(admin).says("/reload")
    assert report.text.startswith("载入完成")


async def test_another_may_not_cancel(office, admin, api):
    group, office.load = api.group(), Load()
    await begin(office, admin, group)
    answer = await press(office, api.user(), group)
    assert answer["text"] == CHINESE.not_admin and answer["show_alert"]
    office.load.go_on.set()
    assert await until(lambda: office.load.finished and last(office, group).startswith("载入完成"))


async def test_the_button_of_an_earlier_load_cancels_no_later_one(office, admin, api, loading):
    chat = api.private(admin)
    office.reloader._run.key = "another"
    answer = await press(office, admin, chat)
    assert answer["text"] == CHINESE.loading.ended and answer["show_alert"]
    loading.go_on.set()
    assert await until(lambda: loading.finished)


async def test_a_second_administrator_is_told_that_one_is_running(closed_office, api):
    one, other = api.user(), api.user(language_code="en")
    office = await closed_office.open(admins=(one.id, other.id))
    office.load = Load()
    api.message(office.dialogue(one).chat, one, "/reload")
    await office.process_updates()
    api.message(office.dialogue(other).chat, other, "/reload")
    await office.process_updates()
    assert last(office, api.private(other)) == ENGLISH.loading.running
    office.load.go_on.set()
    assert await until(lambda: last(office, api.private(one)).startswith("载入完成"))


async def test_questions_are_answered_meanwhile(office, loading):
    (answer,) = await office.dialogue().says(ANSWERED.question)
    assert ANSWER.passage in answer.text


async def test_a_long_report_is_a_file(office, admin):
    files = tuple(FileOutcome(f"第{number}个文件.txt", "added") for number in range(500))
    office.load = lambda progress: LoadReport(files, (Note.of("empty_folder", folder="空"),), 0.1)
    short, file = await office.dialogue(admin).says("/reload")
    assert short.text.endswith(CHINESE.loading.more.format(number=501)) and "第0个" not in short.text
    text = file.file.decode()
    assert file.file_name == "reload.txt" and "第499个文件.txt" in text and "空 是空文件夹" in text


async def test_a_load_that_fails_is_reported(office, admin):
    def fail(progress):
        raise OSError(28, "No space left on device")

    office.load = fail
    (report,) = await office.dialogue(admin).says("/reload")
    assert report.text.startswith("载入没有成功，知识库保持不变：磁盘已满")


async def test_a_load_that_breaks_is_a_number_in_the_log(office, admin, caplog):
    office.load = lambda progress: 1 / 0
    (report,) = await office.dialogue(admin).says("/reload")
    assert "编号" in report.text and "division" not in report.text
    assert "ZeroDivisionError" in caplog.text


async def test_the_report_comes_also_when_the_message_is_gone(office, admin, api, loading):
    chat = api.private(admin)
    api.delete(api.sent(chat)[0])
    loading.go_on.set()
    assert await until(lambda: last(office, chat).startswith("载入完成"))


async def test_stopping_does_not_wait_for_a_load(office, loading):
    await asyncio.wait_for(office.reloader.stop(), 1)


async def test_status(office, admin):
    (told,) = await office.dialogue(admin).says("状态")
    assert "文件：7\n段落：420\n问答：900\n时限：63（/ddl 列出 55 项；其余是" in told.text
    assert "\n上次载入：2026-11-22 01:30\n" in told.text
    assert f"健答 {version('jianda')}" in told.text and told.text.endswith("问题：少了一个文件")


async def test_status_in_english(closed_office, api):
    admin = api.user(language_code="en")
    office = await closed_office.open(admins=(admin.id,))
    (told,) = await office.dialogue(admin).says("/status")
    assert told.text.startswith("Documents: 7\n")


async def test_status_of_a_missing_knowledge_base(office, admin, tmp_path):
    office.knowledge.trouble = DatabaseMissing(tmp_path / "jianda.db")
    (told,) = await office.dialogue(admin).says("/status")
    assert "jianda load" in told.text


async def menu(office, language, user=None):
    scope = BotCommandScopeChat(user.id) if user else None
    commands = await office.application.bot.get_my_commands(scope, language)
    return {command.command: command.description for command in commands}


@pytest.mark.parametrize(("language", "words"), [(None, CHINESE), ("en", ENGLISH)])
async def test_everyone_sees_the_commands_they_may_use(office, admin, api, language, words):
    api.private(admin)
    await announce(office.application.bot, {404: Role.OWNER, admin.id: Role.ADMIN})
    shown = partial(menu, office, language)
    assert await shown(admin) == words.commands
    assert words.commands.items() - (await shown()).items() == {
        (command.name, words.commands[command.name]) for command in COMMANDS if command.needs
    }


async def test_an_administrator_who_was_unknown_gets_the_menu_with_start(office, admin, api):
    await announce(office.application.bot, {admin.id: Role.ADMIN})
    assert await menu(office, None, admin) == {}
    await office.dialogue(admin).says("/start")
    assert "reload" in await menu(office, None, admin)
    other = office.dialogue()
    await other.says("/start")
    assert await menu(office, None, other.user) == {}
