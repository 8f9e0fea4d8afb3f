"""Who is responsible reports by a reply; an editor confirms, turns down, undoes; every step is in the audit."""

import datetime as dt

import pytest

from bot.chat.context import ChatContext
from bot.messages import CHINESE
from bot.reminders.contents import reminder_message
from bot.reminders.sources import Deadlines
from bot.state.chats.outbox import Reminder
from bot.state.chats.schedule import Schedule
from bot.state.chats.subscriptions import Subscription
from bot.telegram.transport.sending import post
from tests.bot.ledger.tasks import FAR, LATE, NEXT, SOON
from tests.bot.ledger.test_pages import mark
from tests.clock import TODAY

SAY = CHINESE.reports
MARCH = dt.date(2027, 3, 31)


@pytest.fixture
def people(api):
    return {name: api.user(name) for name in ("张三", "李四", "王五")}


@pytest.fixture
async def office(closed_office, people):
    office = await closed_office.open(editors=(people["张三"].id,))
    office.knowledge.due = [FAR, NEXT, SOON, LATE]
    return office


@pytest.fixture
def group(api, people):
    return api.group(members=people.values())


@pytest.fixture
def editor(office, people, group):
    return office.dialogue(people["张三"], group)


@pytest.fixture
def member(office, people, group):
    return office.dialogue(people["李四"], group)


@pytest.fixture
def marks(office):
    return lambda: {
        found.task: (found.status, found.until, found.note, found.name)
        for found in office.state.marks.current.values()
    }


def audit(office):
    return [(entry.change.name, entry.change.action) for entry in reversed(office.state.audit.entries(10))]


async def listed(member, words="民政局"):
    (page,) = await member.says(f"/ledger {words}")
    return page


async def test_done_is_confirmed_by_an_editor_and_not_by_the_reporter(office, member, editor, marks):
    page = await listed(member, "报送")
    (asked,) = await member.says("已完成，文号12", reply_to=page)
    assert (
        "✅ 报告完成（李四）" in asked.text
        and "任务：报送总结" in asked.text
        and SAY.to_confirm in asked.text
    )
    assert await member.presses(SAY.buttons["done"], under=asked) == [] and marks() == {}
    (done,) = await editor.presses(SAY.buttons["done"], under=asked)
    assert "✅ 已办结（张三确认）" in done.text
    assert marks() == {"报送总结": ("done", None, "已完成，文号12", "张三")}
    assert audit(office) == [("李四", "report"), ("张三", "mark")]


async def test_a_confirmed_report_is_taken_back(office, member, editor, marks):
    office.state.marks.add(mark(LATE, "begun", note="在写", name="李四"))
    (asked,) = await member.says("已完成", reply_to=await listed(member, "报送"))
    await editor.presses(SAY.buttons["done"], under=asked)
    assert await member.presses(SAY.buttons["undo"], under=asked) == []
    (undone,) = await editor.presses(SAY.buttons["undo"], under=asked)
    assert "已撤销（张三）" in undone.text and marks()["报送总结"][:3] == ("begun", None, "在写")


async def test_of_several_tasks_the_number_or_a_button_says_which(member, editor, marks):
    page = await listed(member)
    (asked,) = await member.says("2 进展：已起草", reply_to=page)
    assert "任务：印发清单" in asked.text and "原话：已起草" in asked.text
    (which,) = await member.says("进展：已进场", reply_to=page)
    assert "不止一项" in which.text
    assert await editor.presses("完成改造", under=which) == []
    (asked,) = await member.presses("完成改造", under=which)
    assert "任务：完成改造" in asked.text
    (noted,) = await member.presses(SAY.buttons["progress"], under=asked)
    assert "已记入台账（李四）" in noted.text and marks() == {"完成改造": ("begun", None, "已进场", "李四")}


async def test_progress_keeps_the_new_day_and_is_the_last_report(office, member, marks):
    office.state.marks.add(mark(LATE, "postponed", until=MARCH, name="张三"))
    (asked,) = await member.says("进展：等批复", reply_to=await listed(member, "报送"))
    await member.presses(SAY.buttons["progress"], under=asked)
    assert marks() == {"报送总结": ("postponed", MARCH, "等批复", "李四")}
    page = await listed(member, "报送")
    assert "反馈：等批复（李四，2026年11月22日）" in page.text


async def test_more_time_is_agreed_to_by_an_editor(member, editor, marks):
    page = await listed(member, "报送")
    (wrong,) = await member.says("申请延期到再说", reply_to=page)
    assert wrong.text == CHINESE.marks.no_day
    (past,) = await member.says("申请延期到2026年1月1日", reply_to=page)
    assert "已经过去了" in past.text
    (asked,) = await member.says("申请延期到3月底，设备没到", reply_to=page)
    assert "申请延期到2027年3月31日" in asked.text
    await editor.presses(SAY.buttons["postponed"], under=asked)
    assert marks() == {"报送总结": ("postponed", MARCH, "申请延期到3月底，设备没到", "张三")}


async def test_a_report_is_turned_down_or_withdrawn(office, member, editor, marks):
    page = await listed(member, "报送")
    (asked,) = await member.says("已完成", reply_to=page)
    (told,) = await editor.presses(SAY.buttons["no"], under=asked)
    assert "没有采纳（张三）" in told.text and marks() == {}
    (asked,) = await member.says("已完成", reply_to=page)
    await member.presses(SAY.buttons["no"], under=asked)
    assert audit(office) == [
        ("李四", "report"),
        ("张三", "report:returned"),
        ("李四", "report"),
        ("李四", "report:returned"),
    ]


async def test_it_is_decided_once(member, editor, marks):
    (asked,) = await member.says("已完成", reply_to=await listed(member, "报送"))
    await editor.presses(SAY.buttons["done"], under=asked)
    before = marks()
    query = editor.api.press(editor.user, asked, "撤销")
    await editor.settled(editor.api.world.revision)
    assert editor.api.callback_answer(query) is not None and before != marks() == {}


async def test_in_private_the_editors_are_asked_and_the_answer_comes_back(office, people, marks):
    editor, member = office.dialogue(people["张三"]), office.dialogue(people["李四"])
    await editor.says("/start")
    page = await listed(member, "报送")
    (asked,) = await member.says("已完成", reply_to=page)
    assert "已送 1 位编辑确认" in asked.text and SAY.buttons["done"] not in str(asked.labels)
    theirs = office.api.sent(editor.chat)[-1]
    assert "✅ 报告完成（李四）" in theirs.text
    await editor.presses(SAY.buttons["done"], under=theirs)
    assert marks()["报送总结"][0] == "done"
    assert "✅ 已办结（张三确认）" in office.api.sent(member.chat)[-1].text


async def test_where_no_editor_can_be_reached_that_is_said(office, people):
    member = office.dialogue(people["李四"])
    (asked,) = await member.says("已完成", reply_to=await listed(member, "报送"))
    assert SAY.sent_nobody in asked.text


async def test_what_is_closed_already_is_not_reported_again(office, member):
    office.state.marks.add(mark(LATE, "done"))
    (told,) = await member.says("进展：补充材料", reply_to=await listed(member, "报送"))
    assert told.text == SAY.settled


async def test_a_reopened_task_says_why(office, people, marks):
    editor = office.dialogue(people["张三"])
    office.state.marks.add(mark(LATE, "done", note="文号12"))
    await editor.says("/ledger 报送")
    await editor.presses("1")
    (asked,) = await editor.presses("重新打开")
    assert "写明为什么" in asked.text and marks()["报送总结"][0] == "done"
    (noted,) = await editor.says("验收没有通过", reply_to=asked)
    assert "🟢 在办" in noted.text and "重新打开：验收没有通过" in noted.text
    assert marks()["报送总结"][:3] == ("begun", None, "重新打开：验收没有通过")
    (entry,) = office.state.audit.entries(1)
    assert entry.change.before.startswith("done") and "验收没有通过" in entry.change.after


async def test_the_reply_to_a_reminder_is_a_report(office, member, editor, marks):
    setting = ChatContext(CHINESE, TODAY)
    subscription = Subscription(7, member.chat.id, None, 1, "zh", "", Schedule(), "running", 0.0)
    reminder = Reminder(5, 7, 0.0, False, "sent", (SOON.item.id, LATE.item.id))
    message = reminder_message(setting, subscription, reminder, Deadlines(office.knowledge.due, {}, {}))
    await post(office.application.bot, member.chat.id, message)
    (asked,) = await member.says("2 已完成", reply_to=office.api.sent(member.chat)[-1])
    assert "任务：报送总结" in asked.text
    await editor.presses(SAY.buttons["done"], under=asked)
    assert marks()["报送总结"][0] == "done"


async def test_a_question_to_the_list_stays_a_question(office, member):
    page = await listed(member)
    await member.says("完成了吗", reply_to=page)
    assert office.knowledge.asked[-1] == "完成了吗"


async def test_a_report_without_a_task_is_a_question(office, member):
    (answer,) = await member.says("/ask 细则")
    await member.says("已完成", reply_to=answer)
    assert office.knowledge.asked[-1] == "已完成"


async def test_a_report_waits_over_a_restart(office, member, people, group, marks):
    (asked,) = await member.says("已完成", reply_to=await listed(member, "报送"))
    due = office.knowledge.due
    office = await office.restart()
    office.knowledge.due = due
    await office.dialogue(people["张三"], group).presses(SAY.buttons["done"], under=asked)
    assert [found.status for found in office.state.marks.current.values()] == ["done"]


async def test_what_a_group_may_not_see_is_not_reported_of_there(office, member, editor, marks):
    (asked,) = await member.says("已完成", reply_to=await listed(member, "报送"))
    office.knowledge.due = [SOON]
    assert await editor.presses(SAY.buttons["done"], under=asked) == [] and marks() == {}
