"""/remind and /reminders: by one tap, by words, by every button; in groups by administrators alone."""

import datetime as dt

import pytest

from bot.messages import CHINESE
from bot.state.chats.subscriptions import Subscription
from bot.telegram.tasks.reminder_delivery import Delivery
from bot.telegram.tasks.reminder_posting import poster
from tests.bot.reminders.due import due

SAY = CHINESE.reminders


@pytest.fixture
def dialogue(office):
    office.knowledge.due = [due(7), due(20, "印发清单"), due(200, "村卫生室达标")]
    return office.dialogue()


def stored(office, chat) -> list[Subscription]:
    return office.state.subscriptions.of_chat(chat.id)


def labels(message):
    return [label for row in message.labels for label in row]


async def tick(office, **later):
    """Lets time pass, then sends what is due."""
    office.now += dt.timedelta(**later)
    delivery = Delivery(office.application.bot_data["services"].sources(), poster(office.application.bot))
    await delivery.tick(office.now)


@pytest.mark.parametrize("typed", ["/remind", "提醒", "／提醒"])
async def test_one_tap_ends_it(office, dialogue, typed):
    (form,) = await dialogue.says(typed)
    assert form.text.startswith(SAY.ask) and "全部时限 · 提前 30、7、1 天 · 09:00" in form.text
    assert "未完成 3 项" in form.text and "下一次提醒：2026年11月22日 09:00，2 项" in form.text
    assert stored(office, dialogue.chat) == []
    (made,) = await dialogue.presses("保存")
    assert made.message_id == form.message_id and made.text.startswith(SAY.made)
    (subscription,) = stored(office, dialogue.chat)
    assert subscription.standing == "running" and subscription.schedule.days == (30, 7, 1)


async def test_every_choice_of_the_form(office, dialogue):
    (form,) = await dialogue.says("/remind 出台")
    assert "出台 · " in form.text and "✓ 30天" in labels(form) and "14天" in labels(form)
    await dialogue.presses("14天")
    await dialogue.presses("✓ 30天")
    (form,) = await dialogue.presses("当天")
    assert "提前 14、7、1 天、当天" in form.text
    (form,) = await dialogue.presses("17:00")
    assert "✓ 17:00" in labels(form)
    (form,) = await dialogue.presses("改为每周固定几天")
    assert "每周一 · 17:00" in form.text and "30天" not in labels(form)
    (form,) = await dialogue.presses("周五")
    assert "每周一、周五 · 17:00" in form.text and "✓ 周五" in labels(form)
    (form,) = await dialogue.presses("✓ 周一")
    assert "每周五 · 17:00" in form.text
    assert await dialogue.presses("✓ 周五") == []  # one day stays
    (topics,) = await dialogue.presses("选主题")
    assert labels(topics) == ["医药卫生体制改革", "县域医共体", "全部时限"]
    (form,) = await dialogue.presses("医药卫生体制改革")
    assert "医药卫生体制改革 · 每周五" in form.text
    await dialogue.presses("选主题")
    (form,) = await dialogue.presses("全部时限")
    assert "全部时限 · " in form.text
    (form,) = await dialogue.presses("改为按天数提前")
    assert "提前 14、7、1 天、当天" in form.text
    await dialogue.presses("保存")
    (subscription,) = stored(office, dialogue.chat)
    assert subscription.schedule.days == (14, 7, 1, 0) and subscription.schedule.at == dt.time(17)


async def test_the_last_day_before_stays(office, dialogue):
    await dialogue.says("/remind")
    for label in ("30天", "✓ 7天", "✓ 1天"):
        await dialogue.presses(label)
    (made,) = await dialogue.presses("保存")
    assert "提前 1 天" in made.text


async def test_a_draft_is_cancelled_or_given_up_for_the_next(office, dialogue):
    (first,) = await dialogue.says("/remind")
    (gone,) = await dialogue.presses("取消")
    assert gone.text == SAY.cancelled
    (first,) = await dialogue.says("/remind")
    await dialogue.says("/remind 出台")
    (gone,) = await dialogue.presses("保存", under=first)
    assert gone.text == SAY.gone and stored(office, dialogue.chat) == []


async def test_by_words_alone(office, dialogue):
    (made,) = await dialogue.says("/remind 出台 提前30,7,1天 8:30")
    assert made.text.startswith(SAY.made) and "出台 · 提前 30、7、1 天 · 08:30" in made.text
    (made,) = await dialogue.says("提醒")
    (form,) = await dialogue.says("/提醒 每周一 8:30 民政局")
    assert "民政局 · 每周一 · 08:30" in form.text and SAY.nothing_next in form.text
    assert "没有一项符合：责任单位 民政局" in form.text and stored(office, dialogue.chat)[1:] == []
    await dialogue.presses("保存")
    assert [one.words for one in stored(office, dialogue.chat)] == ["出台", "民政局"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/remind 25:00", "没有看懂“25:00”"),
        (f"/remind {'词' * 41}", "太长"),
        ("/remind 每月 提前1天", "没有看懂"),
    ],
)
async def test_what_cannot_be_a_reminder_is_told(office, dialogue, typed, said):
    (reply,) = await dialogue.says(typed)
    assert said in reply.text and stored(office, dialogue.chat) == []


async def test_there_is_an_end_to_reminders(office, dialogue):
    for _ in range(20):
        await dialogue.says("/remind 出台 9:00")
    (reply,) = await dialogue.says("/remind")
    assert "已经有 20 个" in reply.text
    (page,) = await dialogue.says("/reminders")
    assert "（第 1/3 页）" in page.text
    (page,) = await dialogue.presses("下一页")
    assert "9. " in page.text


@pytest.mark.parametrize("typed", ["/reminders", "我的提醒"])
async def test_the_list_leads_to_pause_resume_change_and_removal(office, dialogue, typed):
    await dialogue.says("/remind 出台 9:00")
    (page,) = await dialogue.says(typed)
    assert "1. 出台 · 提前 30、7、1 天 · 09:00" in page.text
    await dialogue.presses("1", under=page)
    (paused,) = await dialogue.presses("暂停")
    assert "⏸ 已暂停" in paused.text and stored(office, dialogue.chat)[0].standing == "paused"
    (page,) = await dialogue.presses("返回提醒")
    assert "⏸ 已暂停" in page.text
    await dialogue.presses("1", under=page)
    (running,) = await dialogue.presses("恢复")
    assert running.text.startswith(SAY.resumed) and stored(office, dialogue.chat)[0].standing == "running"
    await dialogue.presses("修改")
    await dialogue.presses("14:00")
    (kept,) = await dialogue.presses("保存")
    assert kept.text.startswith(SAY.kept) and "14:00" in kept.text
    await dialogue.presses("删除")
    await dialogue.presses("不删除")
    assert len(stored(office, dialogue.chat)) == 1
    await dialogue.presses("🗑 删除")
    (gone,) = await dialogue.presses("删除")
    assert gone.text.startswith(SAY.removed) and stored(office, dialogue.chat) == []
    assert (await dialogue.says("/reminders"))[0].text == SAY.none


async def test_the_reminder_opens_its_deadlines_and_its_settings(office, dialogue):
    await dialogue.says("/remind 9:00")
    await tick(office, hours=1)
    reminder = office.api.sent(dialogue.chat)[-1]
    assert reminder.text.startswith("⏰ 时限提醒：全部时限") and "还有 7 天" in reminder.text
    (passage,) = await dialogue.presses("1", under=reminder)
    assert "出台实施细则" in passage.text and passage.message_id != reminder.message_id
    (every,) = await dialogue.presses("相关时限", under=reminder)
    assert every.text.startswith("时限（共 3 项")
    (settings,) = await dialogue.presses("提醒设置", under=reminder)
    assert "暂停" in str(settings.labels)


async def test_a_long_reminder_turns_its_pages_also_when_the_text_has_changed(office, dialogue):
    office.knowledge.due = [due(7, f"任务{number}") for number in range(20)]
    await dialogue.says("/remind 9:00")
    await tick(office, hours=1)
    reminder = office.api.sent(dialogue.chat)[-1]
    office.knowledge.due = office.knowledge.due[:10]
    (second,) = await dialogue.presses("下一页", under=reminder)
    assert second.message_id == reminder.message_id and "（第 2/3 页）" in second.text
    assert SAY.text_gone in second.text and "任务9" in second.text
    office.state.subscriptions.remove(stored(office, dialogue.chat)[0].id)
    (old,) = await dialogue.presses("上一页")
    assert old.text == SAY.too_old


async def test_a_notice_opens_the_reminder(office, dialogue):
    await dialogue.says("/remind 9:00")
    office.api.stall("sendMessage")
    await tick(office, hours=1)
    await tick(office, minutes=1)
    notice = office.api.sent(dialogue.chat)[-1]
    assert "不能确定您是否收到" in notice.text
    (reminder,) = await dialogue.presses(SAY.show)
    assert "出台实施细则" in reminder.text and reminder.message_id != notice.message_id


async def test_a_blocked_bot_rests_until_it_is_let_in(office, api, dialogue):
    await dialogue.says("/remind 9:00")
    api.blocked(dialogue.user)
    await tick(office, hours=1)  # before it has heard of it
    assert stored(office, dialogue.chat)[0].standing == "removed"
    api.unblocked(dialogue.user)
    await dialogue.settled(0)
    assert stored(office, dialogue.chat)[0].standing == "running"
    before = len(api.sent(dialogue.chat))
    await tick(office, days=1)
    assert len(api.sent(dialogue.chat)) == before + 1


async def test_in_a_group_only_its_administrators_set_and_change(office, api, dialogue):
    admin, member = api.user(), api.user()
    group = api.group(admins=[admin], members=[member])
    other = office.dialogue(member, group)
    (refused,) = await other.says("/remind 9:00")
    assert refused.text == SAY.admins_only and stored(office, group) == []
    ours = office.dialogue(admin, group)
    (made,) = await ours.says("/remind 9:00")
    assert await other.presses("暂停", under=made) == []
    assert stored(office, group)[0].standing == "running"
    (page,) = await other.says("/reminders")
    assert "1. 全部时限" in page.text
    await ours.presses("暂停", under=made)
    assert stored(office, group)[0].standing == "paused"


async def test_an_administrator_who_stays_anonymous_sets_one(office, api, dialogue):
    owner = api.user()
    group = api.group(owner=owner)
    api.anonymous(group, "/remind 出台 9:00")
    (made,) = await office.dialogue(owner, group).settled(0)
    assert made.text.startswith(SAY.made)
    (paused,) = await office.dialogue(owner, group).presses("暂停")
    assert paused.text.startswith(SAY.paused)


async def test_a_topic_gets_its_own_reminders(office, api, dialogue):
    admin = api.user()
    group = api.group(forum=True, admins=[admin])
    topic = api.topic(group, "时限")
    await office.dialogue(admin, group).says("/remind 9:00", thread=topic)
    await tick(office, hours=1)
    assert api.sent(group)[-1].thread == topic and "时限提醒" in api.sent(group)[-1].text


async def test_a_group_that_becomes_a_supergroup_is_reminded_there(office, api, dialogue):
    admin = api.user()
    old = api.group(type="group", admins=[admin])
    await office.dialogue(admin, old).says("/remind 9:00")
    new = api.migrate(old, admin)
    await tick(office, hours=1)  # before it has heard of it
    await tick(office, minutes=1)
    assert "时限提醒" in api.sent(new)[-1].text


async def test_a_group_that_adds_the_bot_again_has_its_reminders_back(office, api, dialogue):
    admin = api.user()
    group = api.group(admins=[admin])
    ours = office.dialogue(admin, group)
    await ours.says("/remind 9:00")
    api.removed(group, admin)
    await ours.settled(0)
    assert stored(office, group)[0].standing == "removed"
    api.joined(group, admin)
    await ours.settled(0)
    greeting = api.sent(group)[-1]
    assert "之前设的 1 个提醒已恢复" in greeting.text and stored(office, group)[0].standing == "running"


async def test_another_chats_reminder_cannot_be_touched(office, api, dialogue):
    await dialogue.says("/remind 9:00")
    (subscription,) = stored(office, dialogue.chat)
    other = office.dialogue()
    key = {"text": "删除", "callback_data": f"ly{subscription.id}"}
    api.call(
        "sendMessage", {"chat_id": other.chat.id, "text": "x", "reply_markup": {"inline_keyboard": [[key]]}}
    )
    (gone,) = await other.presses("删除")
    assert gone.text == SAY.gone and len(stored(office, dialogue.chat)) == 1


async def test_it_outlives_a_restart(office, dialogue):
    await dialogue.says("/remind 9:00")
    await office.restart()
    await tick(office, hours=1)
    assert "时限提醒" in office.api.sent(dialogue.chat)[-1].text


async def test_in_english(office, api, dialogue):
    person = api.user(language_code="en")
    ours = office.dialogue(person)
    (form,) = await ours.says("/remind")
    assert "all deadlines · 30, 7, 1 days before · 09:00" in form.text
    await ours.presses("Save")
    await tick(office, hours=1)
    assert api.sent(ours.chat)[-1].text.startswith("⏰ Deadlines: all deadlines")


async def test_what_a_person_leaves_behind_is_forgotten(office, api, dialogue):
    await dialogue.says("/remind 9:00")
    await tick(office, hours=1)
    await dialogue.says("/forget")
    (told,) = await dialogue.presses("全部删除")
    assert "设置 1 项" in told.text and stored(office, dialogue.chat) == []
    assert office.state._database.rows("SELECT * FROM reminded") == []
