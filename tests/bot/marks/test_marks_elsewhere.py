"""Marks where deadlines are shown or told of otherwise: filters, pictures, calendars, the audit, the command line."""

import datetime as dt
import json

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from bot.cli.main import main
from bot.marks.selection import read
from bot.messages import CHINESE
from bot.state import State
from bot.state.chats.marks import Mark
from bot.state.chats.preferences import Preference
from tests.bot.marks.test_marks import FIRST, PAST, SECOND, mark
from tests.bot.reminders.due import due
from tests.clock import seconds
from tests.knowledge.plans import plans

NEW_DAY = dt.date(2027, 3, 31)
LAST_DAY = dt.date(2028, 1, 31)


@pytest.fixture
async def desk(closed_office, api):
    """An editor in private, with three deadlines; the first is done, the second postponed."""
    editor = api.user("张三")
    office = await closed_office.open(owners=(api.user("所有者").id,), editors=(editor.id,))
    office.knowledge.due = [FIRST, SECOND, PAST]
    office.state.marks.add(mark(FIRST, person=7, name="李四"))
    office.state.marks.add(mark(SECOND, "postponed", until=NEW_DAY, person=7, name="李四"))
    return office.dialogue(editor)


@pytest.mark.parametrize(
    ("typed", "how", "rest"),
    [
        ("未完成 医共体", "未完成", "医共体"),
        ("医共体，已延期 2027年", "已延期", "医共体 2027年"),
        ("标记", "", "标记"),
        ("DONE", "done", ""),
    ],
)
def test_what_was_said_is_asked_for_beside_other_words(typed, how, rest):
    asked = read(typed)
    assert (asked.how, str(asked.rest)) == (how, rest)
    assert read(f"{asked.how} {asked.rest}") == asked


async def test_a_postponed_one_is_found_by_its_new_day(desk):
    (listing,) = await desk.says("/ddl 2027年")
    assert "印发清单" in listing.text and "2027年3月31日" in listing.text and "已延期至" in listing.text
    (listing,) = await desk.says("/ddl 2026年")
    assert "印发清单" not in listing.text


async def test_the_words_of_marks_are_kept_by_the_buttons(desk, closed_office):
    closed_office.knowledge.due = [due(days, f"办理第{days}件事") for days in range(1, 21)]
    for one in closed_office.knowledge.due[:10]:
        closed_office.state.marks.add(mark(one))
    (listing,) = await desk.says("/ddl 已完成")
    assert "共 10 项" in listing.text and "已完成" in listing.text.split("\n")[1]
    (listing,) = await desk.presses("下一页")
    assert "办理第10件事" in listing.text and "办理第11件事" not in listing.text
    await desk.presses("10", under=listing)
    (listing,) = await desk.presses("返回时限")
    assert "共 10 项" in listing.text


async def test_nothing_found_offers_less_with_the_marks_kept(desk):
    (listing,) = await desk.says("/ddl 已完成 2029年")
    labels = [label for row in listing.labels for label in row]
    assert "没有找到" in listing.text
    (listing,) = await desk.presses(labels[0], under=listing)
    assert "出台" in listing.text and "印发" not in listing.text
    (listing,) = await desk.says("/ddl 不适用")
    (listing,) = await desk.presses("全部时限", under=listing)
    assert "出台" in listing.text and "印发" in listing.text


async def test_what_is_done_is_not_due_soon_and_tells_no_days(desk):
    (listing,) = await desk.says("/ddl 快到期")
    assert "出台" not in listing.text
    (listing,) = await desk.says("/ddl")
    assert "2026年11月29日\n" in listing.text and "✅ 已完成（李四，" in listing.text


async def test_timeline_leaves_out_what_is_done_and_the_calendar_its_alarms(desk):
    (picture,) = await desk.says("/timeline")
    assert "印发清单" in picture.text and "2027年3月31日" in picture.text and "出台" not in picture.text
    (note,) = await desk.says("/timeline 已完成")
    assert "没有找到" in note.text
    (sent,) = await desk.says("/calendar")
    events = {str(event["summary"]): event for event in Calendar.from_ical(sent.file).walk("VEVENT")}
    assert events["印发清单"].decoded("dtstart") == NEW_DAY
    assert "⏳ 已延期至2027年3月31日" in str(events["印发清单"]["description"])
    (done,) = (event for summary, event in events.items() if "出台" in summary)
    assert events["印发清单"].walk("VALARM") and not done.walk("VALARM")


async def test_an_editor_marks_and_the_audit_tells_it(desk, closed_office, api):
    (listing,) = await desk.says("/ddl 未完成 印发")
    await desk.presses("1", under=listing)
    await desk.presses("✅ 完成")
    (entry,) = closed_office.state.audit.entries(1)
    assert (entry.change.person, entry.change.name) == (desk.user.id, "张三")
    assert (entry.change.subject, entry.change.before, entry.change.after) == (
        "印发清单",
        "postponed 2027-03-31",
        "done",
    )
    owner = closed_office.dialogue(api.world.users[closed_office.rules["owners"][0]])
    (page,) = await owner.says("/audit")
    assert f"张三（{desk.user.id}）" in page.text
    assert "时限标记 印发清单" in page.text and "已延期至 2027-03-31 → 已完成" in page.text


async def test_a_question_for_a_day_outlives_a_restart(desk, closed_office):
    (listing,) = await desk.says("/ddl 未完成 印发")
    await desk.presses("1", under=listing)
    await desk.presses("备注")
    asked = closed_office.api.sent(desk.chat)[-1]
    office = await closed_office.restart()
    (noted,) = await office.dialogue(desk.user).says("等上级文件", reply_to=asked)
    assert "备注：等上级文件" in noted.text
    assert office.state.marks.current[SECOND.item.id].note == "等上级文件"


async def test_who_is_no_editor_any_more_only_asks(desk, closed_office):
    (listing,) = await desk.says("/ddl 未完成 印发")
    await desk.presses("1", under=listing)
    (asked,) = await desk.presses("备注")
    closed_office.rules |= {"editors": ()}
    office = await closed_office.restart()
    await office.dialogue(desk.user).says("等上级文件", reply_to=asked)
    assert office.knowledge.asked[-1] == "等上级文件"
    assert office.state.marks.current[SECOND.item.id].note == ""


async def test_the_quiet_hours_of_a_chat_hold_reminders(desk, closed_office):
    sources = closed_office.application.bot_data["services"].sources()
    await desk.says("/remind 印发 9:00")
    (subscription,) = closed_office.state.subscriptions.of_chat(desk.chat.id)
    night = dt.datetime(2026, 11, 22, 23, tzinfo=dt.UTC)
    assert not sources.quiet(subscription, night)
    closed_office.state.preferences.set(desk.chat.id, Preference(quiet="22-7"))
    assert sources.quiet(subscription, night) and not sources.quiet(subscription, night.replace(hour=12))


@pytest.fixture
def marked(tmp_path):
    """A knowledge base on file and the options that lead to it; its first deadline is done, its second postponed."""
    knowledge = plans(tmp_path)
    first, second, *_ = sorted(
        (deadline for deadline in knowledge.deadlines() if deadline.item.end), key=lambda one: one.item.end
    )
    knowledge.close()
    state = State(tmp_path / "jianda-state.db", clock=seconds)
    state.marks.add(mark(first, name="张三", note="文号12"))
    state.marks.add(mark(second, "postponed", until=LAST_DAY, name="张三"))
    state.close()
    return first, second, tmp_path


def run(folder, *words):
    settings = {"JIANDA_STATE": str(folder / "jianda-state.db"), "JIANDA_TODAY": "2026-11-22"}
    found = CliRunner().invoke(
        main, ["deadlines", "--database", str(folder / "plans.db"), *words], env=settings
    )
    assert found.exit_code == 0, found.output
    return found.stdout


def test_the_command_line_tells_the_marks(marked):
    first, second, folder = marked
    found = {one["id"]: one for one in map(json.loads, run(folder, "--json").splitlines())}
    assert (
        found[first.item.id]["mark"]["status"] == "done" and found[first.item.id]["mark"]["note"] == "文号12"
    )
    assert found[second.item.id]["mark"]["until"] == LAST_DAY.isoformat()
    assert found[second.item.id]["end"] == second.item.end.isoformat()
    assert second.item.task in run(folder, "2028年")
    assert sum("mark" in one for one in found.values()) == 2
    heading, *rows = run(folder, "--csv").splitlines()
    assert "标记" in heading.split(",") and any("✅ 已完成（张三，" in row for row in rows)
    (row,) = run(folder, "已完成").splitlines()
    assert first.item.task in row and "已过期" not in row


def test_files_of_the_command_line_ring_no_alarm_for_what_is_done(marked):
    first, second, folder = marked
    run(folder, "--ics", str(folder / "c.ics"))
    events = Calendar.from_ical((folder / "c.ics").read_bytes()).walk("VEVENT")
    alarms = {str(event["uid"]): len(event.walk("VALARM")) for event in events}
    days = {str(event["uid"]): event.decoded("dtstart") for event in events}
    assert alarms[f"{first.item.id}@jianda"] == 0 and alarms[f"{second.item.id}@jianda"] > 0
    assert days[f"{second.item.id}@jianda"] == LAST_DAY


def test_without_marks_nothing_is_added(tmp_path):
    plans(tmp_path).close()
    assert "标记" not in run(tmp_path, "--csv").splitlines()[0]
    assert not (tmp_path / "jianda-state.db").exists()
    assert all("mark" not in json.loads(line) for line in run(tmp_path, "--json").splitlines())


def test_the_words_of_a_mark_are_the_same_in_the_audit():
    marks = {status: Mark("x", status, "p", "t", "task", "s") for status in CHINESE.marks.said}
    assert all(one.said in CHINESE.audit.values for one in marks.values())
