"""Who may ask and who may administer."""

import asyncio
import threading

from bot.access import REMEMBERED, Access
from bot.config import Telegram
from bot.messages import CHINESE
from knowledge.indexer import LoadReport
from tests.bot.sample import ANSWER, ANSWERED, REPORT, UNSURE

WHEN = ANSWERED.question


async def test_a_listed_person_may_ask_anywhere(closed_office, api):
    user = api.user()
    office = await closed_office.open(allowed_users=(user.id,))
    assert await office.dialogue(user).says(WHEN)
    assert await office.dialogue(user, api.group()).says(f"/ask {WHEN}")


async def test_everyone_of_a_listed_group_may_ask_there_alone(closed_office, api):
    group, user = api.group(), api.user()
    office = await closed_office.open(allowed_chats=(group.id,))
    (reply,) = await office.dialogue(user, group).says(f"/ask {WHEN}")
    assert ANSWER.passage in reply.text
    (reply,) = await office.dialogue(user).says(WHEN)
    assert ANSWER.passage not in reply.text


async def test_another_is_refused_once_in_private_with_their_id(closed_office):
    office = await closed_office.open(allowed_users=(1,))
    dialogue = office.dialogue()
    (reply,) = await dialogue.says("/start")
    assert reply.text == CHINESE.not_allowed.format(user=dialogue.user.id)
    assert await dialogue.says(WHEN) == []
    assert office.knowledge.asked == []


async def test_another_is_refused_in_silence_in_a_group(closed_office, api):
    office = await closed_office.open(allowed_users=(1,))
    assert await office.dialogue(chat=api.group()).says(f"/ask {WHEN}") == []


async def test_a_button_pressed_by_another_is_acknowledged_and_brings_nothing(closed_office, api):
    user, group = api.user(), api.group()
    office = await closed_office.open(allowed_users=(user.id,))
    await office.dialogue(user, group).says(f"/ask {UNSURE.question}")
    assert await office.dialogue(chat=group).presses("要理顺价格") == []


async def test_an_administrator_may_ask_without_being_listed(closed_office, api):
    admin = api.user()
    office = await closed_office.open(allowed_users=(1,), admins=(admin.id,))
    assert await office.dialogue(admin).says(WHEN)


async def test_reload_is_refused_to_others(office):
    (reply,) = await office.dialogue().says("/reload")
    assert reply.text == CHINESE.not_admin


async def test_reload_by_an_administrator_ends_with_the_report(closed_office, api):
    admin = api.user()
    office = await closed_office.open(admins=(admin.id,))
    started, report = await office.dialogue(admin).says("/reload")
    assert started.text == CHINESE.reload_started
    assert report.text.startswith("载入完成：新增 1，更改 0，未变 0，移除 0，跳过 0，失败 1；用时 1.2 秒。")
    assert "failed" in report.text and "bad.txt  读不懂" in report.text


async def test_a_load_that_fails_is_reported(closed_office, api):
    def fail():
        raise OSError(28, "No space left on device")

    admin = api.user()
    office = await closed_office.open(admins=(admin.id,))
    office.load = fail
    _, report = await office.dialogue(admin).says("/reload")
    assert report.text.startswith("载入没有成功，知识库保持不变：No space left")


async def test_a_load_that_breaks_is_a_number_in_the_log(closed_office, api, caplog):
    admin = api.user()
    office = await closed_office.open(admins=(admin.id,))
    office.load = lambda: 1 / 0
    _, report = await office.dialogue(admin).says("/reload")
    assert "编号" in report.text and "division" not in report.text
    assert "ZeroDivisionError" in caplog.text


async def test_a_long_report_is_cut(closed_office, api):
    admin = api.user()
    office = await closed_office.open(admins=(admin.id,))
    office.load = lambda: LoadReport((), tuple(f"第{number}条" for number in range(100)), 0.1)
    _, report = await office.dialogue(admin).says("/reload")
    assert "第39条" in report.text and "第40条" not in report.text and "另有 60 行" in report.text


async def test_while_a_load_runs_questions_are_answered_and_a_second_load_is_not_started(closed_office, api):
    admin, done = api.user(), threading.Event()
    office = await closed_office.open(admins=(admin.id,))
    office.load = lambda: REPORT if done.wait(5) else None
    dialogue = office.dialogue(admin)
    api.message(dialogue.chat, admin, "/reload")
    await office.process_updates()
    (answer,) = await office.dialogue().says(WHEN)
    assert ANSWER.passage in answer.text
    (busy,) = await dialogue.says("/reload")
    assert busy.text == CHINESE.reload_running
    done.set()
    assert await until(lambda: api.sent(dialogue.chat)[-1].text.startswith("载入完成"))


async def test_stopping_does_not_wait_for_a_load(closed_office, api):
    admin, done = api.user(), threading.Event()
    office = await closed_office.open(admins=(admin.id,))
    office.load = lambda: done.wait(5)
    api.message(office.dialogue(admin).chat, admin, "/reload")
    await office.process_updates()
    await asyncio.wait_for(office.reloader.stop(), 1)
    done.set()


async def test_help_tells_administrators_of_reload(closed_office, api):
    admin = api.user()
    office = await closed_office.open(admins=(admin.id,))
    (reply,) = await office.dialogue(admin).says("/help")
    assert "/reload" in reply.text


async def until(true, seconds=5.0):
    """Whether something becomes true in time."""
    for _ in range(int(seconds / 0.01)):
        if true():
            return True
        await asyncio.sleep(0.01)
    return False


def test_a_crowd_of_refused_people_is_not_remembered_for_ever():
    access = Access(Telegram(allowed_users=(1,)))
    assert all(access.first_refusal(user) for user in range(REMEMBERED + 1))
    assert access.first_refusal(0) and not access.first_refusal(REMEMBERED)
