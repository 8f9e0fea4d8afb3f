"""Own reminders: made in plain words, told back whole, listed, put off, called off; each comes once or says why not."""

import datetime as dt
import random

import pytest
from telegram.error import Forbidden, TimedOut

from bot.messages import CHINESE
from bot.telegram.tasks.reminder_posting import poster
from bot.telegram.tasks.scheduled.delivery import ScheduledDelivery
from bot.telegram.tasks.scheduled.kinds import kinds_of
from tests.bot.reminders.due import due

SAY = CHINESE.own


@pytest.fixture
def dialogue(office):
    return office.dialogue()


async def tick(office, **later):
    """Lets time pass, then sends what is due; on a program that was just started."""
    office.now += dt.timedelta(**later)
    services = office.application.bot_data["services"]
    delivery = ScheduledDelivery(services.sources(), kinds_of(services), poster(office.application.bot))
    await delivery.recover()
    await delivery.tick(office.now)


def steps(office):
    return [row["step"] for row in office.state._database.rows("SELECT step FROM scheduled ORDER BY id")]


async def test_it_is_told_back_in_whole_words_and_comes_at_its_time(office, dialogue):
    (made,) = await dialogue.says("明天早上八点提醒我报表")
    assert made.text == "⏰ 好的，2026年11月23日 周一 08:00 提醒您：\n报表"
    await tick(office, hours=23, minutes=59)
    assert api_texts(office, dialogue)[1:] == []
    await tick(office, minutes=1)
    await tick(office, minutes=1)
    assert api_texts(office, dialogue)[1:] == ["⏰ 提醒：报表"]


def api_texts(office, dialogue):
    return [sent.text for sent in office.api.sent(dialogue.chat)]


async def test_it_is_called_off_and_put_back(office, dialogue):
    await dialogue.says("半小时后提醒我开会")
    (gone,) = await dialogue.presses(SAY.cancel)
    assert gone.text.startswith("已取消") and steps(office) == ["cancelled"]
    (back,) = await dialogue.presses(SAY.restore)
    assert "08:30 提醒您：\n开会" in back.text
    await dialogue.presses(SAY.cancel)
    await tick(office, hours=1)
    (late,) = await dialogue.presses(SAY.restore)
    assert "已经过去了" in late.text and len(api_texts(office, dialogue)) == 1


async def test_it_is_put_off_for_an_hour_and_until_tomorrow(office, dialogue):
    await dialogue.says("半小时后提醒我开会")
    await tick(office, minutes=30)
    (put_off,) = await dialogue.presses(SAY.hour)
    assert put_off.text == "⏰ 开会\n推迟了，2026年11月22日 周日 09:30 再提醒。"
    await tick(office, hours=1)
    assert api_texts(office, dialogue)[-1] == "⏰ 提醒：开会"
    (tomorrow,) = await dialogue.presses("明天 09:00")
    assert "2026年11月23日 周一 09:00" in tomorrow.text
    (gone,) = await dialogue.presses(SAY.cancel)
    assert gone.text.startswith("已取消")
    await tick(office, days=2)
    assert len(api_texts(office, dialogue)) == 3


async def test_one_that_repeats_comes_each_time_and_once_for_what_was_missed(office, dialogue):
    (made,) = await dialogue.says("每天早上九点提醒我打卡")
    assert made.text == "⏰ 好的，每天 09:00 提醒您，第一次是 2026年11月22日 周日 09:00：\n打卡"
    await tick(office, hours=1)
    await tick(office, days=1)
    assert api_texts(office, dialogue)[1:] == ["⏰ 提醒：打卡"] * 2
    await tick(office, days=3, hours=5)
    late = api_texts(office, dialogue)[-1]
    assert late.startswith("⏰ 提醒：打卡\n（迟到的提醒：原定 2026年11月24日 周二 09:00 发出")
    await tick(office, hours=19)
    assert api_texts(office, dialogue)[4:] == ["⏰ 提醒：打卡"]
    await dialogue.presses(SAY.hour)
    await tick(office, hours=1)
    assert len(api_texts(office, dialogue)) == 6 and steps(office).count("waiting") == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("提醒我报表", "没有看懂什么时候提醒"),
        ("每季度提醒我报表", "没有看懂“每季度”"),
        ("今天早上七点提醒我报表", "2026年11月22日 周日 07:00 已经过去了"),
        ("十年后提醒我报表", "太远了"),
        ("明天提醒我", "要提醒什么"),
        (f"明天提醒我{'报' * 201}", "太长了（201 个字）"),
    ],
)
async def test_what_cannot_be_is_said_with_what_to_write(office, dialogue, typed, said):
    (reply,) = await dialogue.says(typed)
    assert said in reply.text and steps(office) == []


async def test_a_command_with_a_near_time_makes_one_too(office, dialogue):
    (made,) = await dialogue.says("/remind 明天早上八点 交报表")
    assert made.text.endswith("提醒您：\n交报表")
    (english,) = await office.dialogue(office.api.user(language_code="en")).says(
        "remind me tomorrow 8am to call"
    )
    assert english.text == "⏰ All right, you will be reminded on Monday, 2026-11-23, 08:00:\ncall"


async def test_a_long_question_with_the_words_is_asked(office, dialogue):
    (reply,) = await dialogue.says("省里的讲话提醒我们要重视基层" + "医疗卫生服务能力建设" * 4)
    assert "提醒" not in reply.text.split("\n")[0] and steps(office) == []


async def test_the_list_holds_both_kinds_and_turns(office, dialogue):
    office.knowledge.due = [due(7)]
    await dialogue.says("/remind 出台 9:00")
    for number in range(1, 10):
        await dialogue.says(f"{number}小时后提醒我任务{number}")
    await dialogue.says("每月25日提醒我报表")
    (page,) = await dialogue.says("/reminders")
    assert "（共 11 个）" in page.text and "2. ⏰ 2026年11月22日 周日 09:00 任务1" in page.text
    (page,) = await dialogue.presses("下一页")
    assert "11. ⏰ 每月 25 日 09:00 报表（下一次 2026年11月25日 周三 09:00）" in page.text
    (one,) = await dialogue.presses("11")
    assert "每月 25 日 09:00 提醒您" in one.text
    (page,) = await dialogue.presses(CHINESE.reminders.back)
    await dialogue.presses("2", under=page)
    await dialogue.presses(SAY.cancel)
    (page,) = await dialogue.says("/reminders")
    assert "（共 10 个）" in page.text


async def test_there_is_an_end_to_them(closed_office):
    office = await closed_office.open(limit_per_minute=0)
    dialogue = office.dialogue()
    for _ in range(50):
        await dialogue.says("明天提醒我报表")
    (reply,) = await dialogue.says("明天提醒我报表")
    assert "已经有 50 个" in reply.text and len(steps(office)) == 50


async def test_in_a_group_administrators_alone_make_and_call_off(office, api):
    admin, member = api.user(), api.user()
    group = api.group(admins=[admin], members=[member])
    api.role(group, api.bot, "administrator")  # it hears who mentions it
    (refused,) = await office.dialogue(member, group).says("@jianda_bot 明天早上八点提醒我们报表")
    assert refused.text == SAY.admins_only
    (made,) = await office.dialogue(admin, group).says("@jianda_bot 明天早上八点提醒我们报表")
    assert "2026年11月23日 周一 08:00" in made.text
    assert await office.dialogue(member, group).presses(SAY.cancel, under=made) == []
    await tick(office, days=1)
    assert api.sent(group)[-1].text == "⏰ 提醒：报表"


async def test_what_may_have_arrived_is_not_sent_again_but_opened(office, api, dialogue):
    await dialogue.says("半小时后提醒我开会")
    api.stall("sendMessage")
    await tick(office, minutes=30)
    await tick(office, minutes=1)
    notice = api.sent(dialogue.chat)[-1]
    assert "原定 2026年11月22日 周日 08:30 的提醒（开会）" in notice.text and steps(office) == ["noticed"]
    (shown,) = await dialogue.presses(CHINESE.reminders.show)
    assert shown.text == "⏰ 提醒：开会"


async def test_who_may_not_ask_any_more_gets_none(closed_office, api):
    user = api.user()
    office = await closed_office.open(allowed_users=frozenset({user.id}))
    dialogue = office.dialogue(user)
    await dialogue.says("半小时后提醒我开会")
    office.rules = {"allowed_users": frozenset({1})}
    await office.restart()
    await tick(office, hours=1)
    assert steps(office) == ["void"]


async def test_forgetting_erases_them(office, dialogue):
    await dialogue.says("半小时后提醒我开会")
    assert office.state.forget(dialogue.user.id).settings == 1 and steps(office) == []


class Crash(BaseException):
    """The program ends here."""


@pytest.mark.parametrize("seed", range(6))
async def test_over_lost_lines_blocks_and_crashes_none_comes_twice_and_none_is_lost_in_silence(
    office, dialogue, seed
):
    draw = random.Random(seed)
    for number in range(12):
        await dialogue.says(f"{number + 1}小时后提醒我任务{number:02}")
    services = office.application.bot_data["services"]
    arrived, noticed = [], []

    async def post(place, message, silent):
        fate = draw.random()
        if fate < 0.15:
            raise Forbidden("Forbidden: bot was blocked by the user")
        if fate < 0.3:
            raise Crash
        text = message.html
        (noticed if silent else arrived).append(text[text.index("任务") :][:4])
        if fate < 0.45:
            raise TimedOut
        if fate < 0.6:
            raise Crash

    delivery = None
    for _ in range(400):
        if delivery is None:
            delivery = ScheduledDelivery(services.sources(), kinds_of(services), post)
            await delivery.recover()
        office.now += dt.timedelta(hours=1)
        try:
            await delivery.tick(office.now)
        except Crash:
            delivery = None
    every = {f"任务{number:02}" for number in range(12)}
    assert len(arrived) == len(set(arrived)) and set(arrived) | set(noticed) == every
    assert set(steps(office)) <= {"sent", "noticed"}


async def test_who_blocked_the_bot_gets_it_late_once_it_is_let_in(office, api, dialogue):
    await dialogue.says("半小时后提醒我开会")
    api.blocked(dialogue.user)
    await tick(office, minutes=30)
    await tick(office, minutes=30)
    assert steps(office) == ["waiting"]
    api.unblocked(dialogue.user)
    await dialogue.settled(0)
    await tick(office, minutes=1)
    assert api_texts(office, dialogue)[-1].startswith("⏰ 提醒：开会\n（迟到的提醒")
