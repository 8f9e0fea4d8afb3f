"""Done, postponed, not applicable: by buttons and replies, kept over reloads, shown with who and when."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.marks.marking import day_in
from bot.marks.status import standings
from bot.messages import CHINESE
from bot.state.chats.marks import Mark
from tests.bot.reminders.due import due
from tests.bot.sample import PLAN
from tests.clock import TODAY

SAY = CHINESE.marks
FIRST, SECOND, PAST = due(7), due(20, "印发清单"), due(-5, "报送总结")


@pytest.fixture
async def desk(closed_office, api):
    """An administrator of the bot in private, with three deadlines."""
    admin = api.user("张三")
    office = await closed_office.open(admins=(admin.id,))
    office.knowledge.due = [FIRST, SECOND, PAST]
    return office.dialogue(admin)


def marks(office):
    return office.state.marks.current


def mark(found, status="done", **more):
    return Mark(
        found.item.id,
        status,
        found.document.path,
        found.document.title,
        found.item.task,
        found.item.sentence,
        **more,
    )


async def opened(desk, number="1"):
    (listing,) = await desk.says("/ddl")
    return (await desk.presses(number, under=listing))[0]


async def test_one_tap_marks_it_done_and_says_who_and_when(desk, closed_office):
    page = await opened(desk, "2")
    (page,) = await desk.presses("✅ 完成")
    assert "✅ 已完成（张三，" in page.text and "备注" in str(page.labels)
    assert marks(closed_office)[FIRST.item.id].status == "done"
    (listing,) = await desk.presses("返回时限")
    assert "✅ 已完成（张三，" in listing.text and "已过期 1 项" in listing.text


async def test_a_mark_is_taken_back(desk, closed_office):
    await opened(desk, "2")
    await desk.presses("🚫 不适用")
    (page,) = await desk.presses("撤销标记")
    assert "不适用（" not in page.text and marks(closed_office) == {}
    assert [one.status for one in closed_office.state.marks.history(FIRST.item.id)] == ["void", "open"]


async def test_it_is_postponed_by_a_button(desk, closed_office):
    await opened(desk, "2")
    (days,) = await desk.presses("⏳ 延期")
    assert "出台实施细则" in days.text
    labels = [label for row in days.labels for label in row]
    assert labels[:5] == [
        "2026年11月29日",
        "2026年11月30日",
        "2026年12月6日",
        "2026年12月20日",
        "2026年12月31日",
    ]
    (page,) = await desk.presses("2026年12月31日")
    assert "⏳ 已延期至2026年12月31日（张三，" in page.text
    assert marks(closed_office)[FIRST.item.id].until == dt.date(2026, 12, 31)
    await desk.presses("⏳ 延期")
    (page,) = await desk.presses("2026年12月6日")
    assert "⏳ 已延期至2026年12月6日（张三，" in page.text
    await desk.presses("⏳ 延期")
    await desk.presses("2026年12月31日")
    (listing,) = await desk.says("/ddl 延期")
    assert "2026年12月31日 还有 39 天" in listing.text and "共 1 项" in listing.text


async def test_the_days_lead_back(desk, closed_office):
    before = await opened(desk, "2")
    await desk.presses("⏳ 延期")
    (page,) = await desk.presses("‹ 返回")
    assert page.html == before.html and marks(closed_office) == {}


async def test_it_is_postponed_by_a_reply(desk, closed_office):
    await opened(desk, "2")
    await desk.presses("⏳ 延期")
    (asked,) = await desk.presses("写日期")
    (wrong,) = await desk.says("再说吧", reply_to=asked)
    assert wrong.text == SAY.no_day
    (past,) = await desk.says("2026年3月1日", reply_to=wrong)
    assert "2026年3月1日已经过去了" in past.text
    (noted,) = await desk.says("延到明年3月底", reply_to=past)
    assert noted.text == "已记下：⏳ 已延期至2027年3月31日"
    (page,) = await desk.presses("查看这项时限")
    assert "已延期至2027年3月31日" in page.text


async def test_a_note_is_added_by_a_reply(desk, closed_office):
    await opened(desk, "2")
    await desk.presses("✅ 完成")
    (asked,) = await desk.presses("备注")
    (noted,) = await desk.says("文号 <12>", reply_to=asked)
    assert "备注：文号 <12>" in noted.text
    assert marks(closed_office)[FIRST.item.id].note == "文号 <12>"
    assert marks(closed_office)[FIRST.item.id].status == "done"


async def test_any_other_reply_is_a_question(desk, closed_office):
    page = await opened(desk, "2")
    await desk.says("细则什么时候出台", reply_to=page)
    assert closed_office.knowledge.asked[-1] == "细则什么时候出台"


@pytest.mark.parametrize(
    ("typed", "there", "absent"),
    [
        ("未完成", ["共 2 项，已过期 1 项", "印发清单"], ["出台"]),
        ("已过期", ["报送总结"], ["出台", "印发"]),
        ("已完成", ["出台"], ["印发", "报送"]),
        ("未完成 印发", ["印发"], ["出台", "报送"]),
    ],
)
async def test_a_list_of_what_is_done_or_not(desk, closed_office, typed, there, absent):
    closed_office.state.marks.add(mark(FIRST, name="李四"))
    (listing,) = await desk.says(f"/ddl {typed}")
    assert all(task in listing.text for task in there)
    assert not any(task in listing.text for task in absent)


async def test_what_is_done_is_not_overdue(desk, closed_office):
    closed_office.state.marks.add(mark(PAST))
    (listing,) = await desk.says("/ddl 已过期")
    assert "没有找到" in listing.text


async def test_marks_outlive_a_restart(desk, closed_office):
    await opened(desk, "2")
    await desk.presses("✅ 完成")
    before = dict(marks(closed_office))
    closed_office.state.close()
    office = await closed_office.open()
    assert dict(marks(office)) == before


async def test_of_a_changed_text_the_mark_is_shown_and_confirmed(desk, closed_office):
    closed_office.state.marks.add(mark(FIRST, name="李四", note="文号12"))
    changed = replace(FIRST, item=replace(FIRST.item, id="c" * 13, sentence="要出台实施细则吗。"))
    closed_office.knowledge.due = [changed, SECOND, PAST]
    (listing,) = await desk.says("/ddl 未完成")
    assert "原文已改，请确认" in listing.text
    page = await opened(desk, "2")
    assert "⚠️ 原文已改，请确认。改动前的标记：✅ 已完成（李四，" in page.text
    (page,) = await desk.presses("确认仍然如此")
    assert "原文已改" not in page.text and "✅ 已完成（张三，" in page.text and "文号12" in page.text
    assert list(marks(closed_office)) == ["c" * 13]


def test_a_mark_is_not_carried_to_another_document_or_task():
    lost = mark(FIRST)
    elsewhere = replace(FIRST, document=PLAN, item=replace(FIRST.item, id="x"))
    other = replace(FIRST, item=replace(FIRST.item, id="y", task="建成区域胸痛中心"))
    assert standings([elsewhere, other], {lost.deadline: lost}) == {}


def test_two_changed_texts_do_not_share_a_mark():
    lost = [mark(replace(FIRST, item=replace(FIRST.item, id=name))) for name in "ab"]
    now = [replace(FIRST, item=replace(FIRST.item, id=name)) for name in "cd"]
    assert set(standings(now, {one.deadline: one for one in lost})) == {"c", "d"}


async def test_others_see_the_marks_and_cannot_make_them(desk, closed_office, api):
    await opened(desk, "2")
    await desk.presses("✅ 完成")
    page = closed_office.api.sent(desk.chat)[-1]
    other = closed_office.dialogue()
    theirs = await opened(other, "2")
    assert "✅ 已完成（张三，" in theirs.text and "撤销" not in str(theirs.labels)
    group = api.group(members=[other.user, desk.user])
    ours = closed_office.dialogue(desk.user, group)
    page = await opened(ours, "3")
    assert await closed_office.dialogue(other.user, group).presses("✅ 完成", under=page) == []
    assert len(marks(closed_office)) == 1
    await ours.presses("✅ 完成", under=page)
    assert len(marks(closed_office)) == 2


async def test_a_deadline_that_is_gone_is_said_to_be(desk, closed_office):
    page = await opened(desk, "2")
    closed_office.knowledge.due.clear()
    assert await desk.presses("✅ 完成", under=page) == [] and marks(closed_office) == {}


async def test_forgetting_a_person_leaves_the_mark_without_them(desk, closed_office):
    await opened(desk, "2")
    await desk.presses("✅ 完成")
    closed_office.state.forget(desk.user.id)
    left = marks(closed_office)[FIRST.item.id]
    assert (left.person, left.name, left.status) == (0, "", "done")
    (listing,) = await desk.says("/ddl 已完成")
    assert "张三" not in listing.text and "✅ 已完成（" in listing.text


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12月15日", dt.date(2026, 12, 15)),
        ("两周后", dt.date(2026, 12, 6)),
        ("2027-03-31", dt.date(2027, 3, 31)),
        ("尽快", None),
    ],
)
def test_days_as_people_write_them(text, day):
    assert day_in(text, TODAY) == day


def test_under_labels_that_are_all_alike_the_task_tells_which_one():
    label = "（责任单位：县卫健局牵头；完成时限：2027年3月底前）"
    changed = label.replace("3月", "6月")
    items = [
        ("推进紧密型医共体提质", label),
        ("加强基层卫生人才队伍", label),
        ("推进紧密型医共体提质增效", changed),
    ]
    lost, other, same = (
        replace(FIRST, item=replace(FIRST.item, id=str(place), task=task, sentence=sentence))
        for place, (task, sentence) in enumerate(items)
    )
    assert list(standings([other, same], {"0": mark(lost)})) == ["2"]
    assert standings([other], {"0": mark(lost)}) == {}
