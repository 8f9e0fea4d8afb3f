"""A filled-in ledger is checked row by row, previewed, confirmed, undone; a task is known over a reload."""

import datetime as dt
import io
from dataclasses import replace

import openpyxl
import pytest

from bot.ledger.columns import KEYS
from bot.ledger.rows import rows_of
from bot.ledger.workbook import workbook
from bot.messages import CHINESE
from bot.rendering.markup import LIMIT, units
from bot.state.chats.marks import Mark
from tests.bot.ledger.tasks import FAR, LATE, NEXT, SOON, task
from tests.bot.ledger.test_pages import mark
from tests.clock import TODAY

SAY = CHINESE.ledger
MARCH = dt.date(2027, 3, 31)


@pytest.fixture
async def desk(closed_office, api):
    editor = api.user("张三")
    office = await closed_office.open(editors=(editor.id,))
    office.knowledge.due = [FAR, NEXT, SOON, LATE]
    return office.dialogue(editor)


@pytest.fixture
def marks(closed_office, desk):
    return lambda: closed_office.state.marks.current


async def taken(desk, words=""):
    """The ledger as the bot sends it."""
    await desk.says(f"/ledger {words}")
    (sent,) = await desk.presses("Excel")
    return openpyxl.load_workbook(io.BytesIO(sent.file))


def fill(book, text, **cells):
    """Fills in the row of a task."""
    sheet = book.worksheets[0]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[KEYS.index("task")].value == text)
    for key, value in cells.items():
        row[KEYS.index(key)].value = value


async def sends(desk, book, name="台账.xlsx"):
    buffer = io.BytesIO()
    book.save(buffer)
    return await sends_content(desk, buffer.getvalue(), name)


async def sends_content(desk, content, name="台账.xlsx"):
    revision = desk.api.world.revision
    desk.api.document(desk.chat, desk.user, name, content)
    return await desk.settled(revision)


async def test_states_reports_and_persons_are_previewed_confirmed_and_undone(desk, marks, closed_office):
    book = await taken(desk)
    fill(book, "报送总结", state="已办结", report="已报 文号12")
    fill(book, "印发清单", state="在办", assignee="王五")
    fill(book, "建成平台", state="延期", until=MARCH)
    (asked,) = await sends(desk, book)
    assert "3 行会改，1 行不变，0 行不能用" in asked.text
    assert "· 第 2 行 报送总结：逾期 → 已办结；反馈“已报 文号12”" in asked.text
    assert "印发清单：责任人 王五" in asked.text and "延期到 2027-03-31" in asked.text
    assert marks() == {}
    (done,) = await desk.presses(SAY.back_go)
    assert "已更新 3 项" in done.text
    told = {
        found.task: (found.status, found.until, found.note, found.assignee, found.name)
        for found in marks().values()
    }
    assert told == {
        "报送总结": ("done", None, "已报 文号12", "", "张三"),
        "印发清单": ("begun", None, "", "王五", "张三"),
        "建成平台": ("postponed", MARCH, "", "", "张三"),
    }
    assert [entry.change.action for entry in closed_office.state.audit.entries(3)] == ["mark"] * 3
    (undone,) = await desk.presses(SAY.back_undo)
    assert "3 项任务恢复" in undone.text and marks() == {}


async def test_the_same_file_again_changes_nothing(desk, marks):
    book = await taken(desk)
    fill(book, "报送总结", state="已办结")
    await sends(desk, book)
    await desk.presses(SAY.back_go)
    before = dict(marks())
    (told,) = await sends(desk, await taken(desk))
    assert "0 行会改，4 行不变" in told.text and SAY.back_nothing in told.text and dict(marks()) == before


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"state": "差不多了"}, "state"),
        ({"state": "延期"}, "until_missing"),
        ({"until": "过些时候"}, "until_unread"),
        ({"until": dt.date(2026, 1, 1)}, "until_past"),
        ({"report": "长" * 201}, "report_long"),
        ({"assignee": "长" * 31}, "assignee_long"),
        ({"id": "0000000000000"}, "gone"),
        ({"version": "旧", "state": "已办结"}, "meanwhile"),
    ],
)
async def test_each_refused_row_is_named_with_its_reason(desk, marks, cells, reason):
    book = await taken(desk)
    fill(book, "报送总结", **cells)
    fill(book, "印发清单", state="已办结")
    (asked,) = await sends(desk, book)
    assert "1 行会改" in asked.text and "1 行不能用" in asked.text
    assert f"· 第 2 行 报送总结：{SAY.bad_rows[reason]}" in asked.text
    await desk.presses(SAY.back_go)
    assert [found.task for found in marks().values()] == ["印发清单"]


async def test_a_task_in_two_rows_is_refused(desk):
    book = await taken(desk)
    sheet = book.worksheets[0]
    sheet.append([cell.value for cell in sheet[2]])
    (told,) = await sends(desk, book)
    assert f"第 6 行 报送总结：{SAY.bad_rows['twice']}" in told.text


@pytest.mark.parametrize("before", ["done", "void", "postponed"])
@pytest.mark.parametrize("state", ["在办", "未开始", "逾期"])
async def test_a_task_is_reopened_only_with_its_reason(desk, marks, closed_office, before, state):
    closed_office.state.marks.add(mark(LATE, before, until=MARCH if before == "postponed" else None))
    book = await taken(desk)
    fill(book, "报送总结", state=state, until=None)
    (told,) = await sends(desk, book)
    assert SAY.bad_rows["why"] in told.text
    fill(book, "报送总结", report="验收没有通过")
    await sends(desk, book)
    await desk.presses(SAY.back_go)
    (found,) = marks().values()
    assert (found.status, found.note) == ("begun", "验收没有通过")


async def test_what_somebody_changed_meanwhile_is_not_overwritten(desk, marks, closed_office):
    book = await taken(desk)
    closed_office.state.marks.add(mark(LATE, "begun", note="在写了", name="李四"))
    fill(book, "报送总结", state="不适用")
    fill(book, "印发清单", state="已办结")
    (asked,) = await sends(desk, book)
    assert SAY.bad_rows["meanwhile"] in asked.text
    closed_office.state.marks.add(mark(SOON, "void", name="李四"))
    (done,) = await desk.presses(SAY.back_go)
    assert "已更新 0 项" in done.text and "1 项刚才有别人改过" in done.text
    assert {found.task: found.status for found in marks().values()} == {
        "报送总结": "begun",
        "印发清单": "void",
    }


async def test_the_undo_leaves_what_was_changed_since(desk, marks, closed_office):
    closed_office.state.marks.add(mark(SOON, "begun", note="一稿", name="李四"))
    book = await taken(desk)
    fill(book, "报送总结", state="已办结")
    fill(book, "印发清单", report="二稿")
    await sends(desk, book)
    await desk.presses(SAY.back_go)
    closed_office.state.marks.add(mark(LATE, "done", note="归档", name="李四"))
    (undone,) = await desk.presses(SAY.back_undo)
    assert "1 项任务恢复" in undone.text and "1 项刚才有别人改过" in undone.text
    assert {found.task: found.note for found in marks().values()} == {"报送总结": "归档", "印发清单": "一稿"}


async def test_a_row_is_known_over_a_reload_that_changes_its_text(desk, marks, closed_office):
    book = await taken(desk)
    item = replace(LATE.item, id="c" * 13, task="报送工作总结", sentence="要报送工作总结。")
    closed_office.knowledge.due = [FAR, NEXT, SOON, replace(LATE, item=item)]
    closed_office.state.lasting_ids.of([FAR, NEXT, SOON, LATE])
    fill(book, "报送总结", state="已办结")
    (asked,) = await sends(desk, book)
    assert "1 行会改" in asked.text and "报送工作总结：" in asked.text
    await desk.presses(SAY.back_go)
    assert list(marks()) == ["c" * 13]


async def test_a_mark_of_before_a_change_goes_back_where_it_was(desk, marks, closed_office):
    closed_office.state.marks.add(mark(LATE, "done", note="旧", name="李四"))
    item = replace(LATE.item, id="c" * 13, task="报送工作总结", sentence="要报送工作总结。")
    closed_office.knowledge.due = [replace(LATE, item=item)]
    book = await taken(desk)
    fill(book, "报送工作总结", report="新")
    await sends(desk, book)
    await desk.presses(SAY.back_go)
    assert {found.deadline: (found.status, found.note) for found in marks().values()} == {
        "c" * 13: ("begun", "新")
    }
    await desk.presses(SAY.back_undo)
    assert {found.deadline: (found.status, found.note) for found in marks().values()} == {
        LATE.item.id: ("done", "旧")
    }


async def test_rows_may_be_sorted_deleted_and_stand_under_a_title(desk, marks):
    book = await taken(desk)
    sheet = book.worksheets[0]
    fill(book, "建成平台", state="已办结")
    sheet.delete_rows(2)
    sheet.insert_rows(1)
    sheet["A1"] = "民政局台账"
    sheet.delete_cols(KEYS.index("support") + 1)
    (asked,) = await sends(desk, book)
    assert "1 行会改，2 行不变，0 行不能用" in asked.text
    await desk.presses(SAY.back_go)
    assert [found.task for found in marks().values()] == ["建成平台"]


async def test_a_day_may_be_written_as_people_write_it(desk, marks):
    book = await taken(desk)
    fill(book, "报送总结", until="明年3月底")
    await sends(desk, book)
    await desk.presses(SAY.back_go)
    assert [found.until for found in marks().values()] == [MARCH]


async def test_others_cannot_send_one(desk, marks, closed_office):
    book = await taken(desk)
    fill(book, "报送总结", state="已办结")
    told = await sends(closed_office.dialogue(), book)
    assert told[0].text == CHINESE.not_editor and marks() == {}


async def test_a_workbook_that_is_no_ledger_and_one_that_is_damaged_are_told(desk):
    book = openpyxl.Workbook()
    (told,) = await sends(desk, book)
    assert "CSV" in told.text
    (told,) = await sends_content(desk, b"PK\x03\x04 nothing")
    assert "另存为 .xlsx" in told.text


async def test_many_changes_fit_one_message(desk, closed_office):
    closed_office.knowledge.due = [task(number, f"第{number}件" + "很长" * 100) for number in range(60)]
    rows = rows_of(closed_office.knowledge.due, {}, TODAY)
    book = openpyxl.load_workbook(io.BytesIO(workbook(rows, "台账", CHINESE, TODAY, dt.UTC)))
    for row in book.worksheets[0].iter_rows(min_row=2):
        row[KEYS.index("report")].value = "进展" * (60 if row[0].row % 2 else 120)
    (asked,) = await sends(desk, book)
    assert "30 行会改" in asked.text and "……还有 18 行" in asked.text and units(asked.text) < LIMIT


def test_a_mark_is_plain_data_and_back():
    from bot.state.chats.marks import mark_of_row, mark_row

    one = Mark("d", "postponed", "p", "t", "k", "s", MARCH, "n", 1, "李四", 5, "王五")
    assert mark_of_row(mark_row(one)) == one
