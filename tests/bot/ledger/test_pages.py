"""/ledger: the tasks of a body with how each stands, as a list that turns on a phone."""

import pytest

from bot.rendering.markup import LIMIT, units
from bot.state.chats.marks import Mark
from tests.bot.ledger.tasks import FAR, LATE, NEXT, SOON, task


def mark(found, status, **more):
    document, item = found.document, found.item
    return Mark(item.id, status, document.path, document.title, item.task, item.sentence, **more)


@pytest.fixture
async def desk(closed_office, api):
    """An editor of the bot in private, with four tasks."""
    editor = api.user("张三")
    office = await closed_office.open(editors=(editor.id,))
    office.knowledge.due = [FAR, NEXT, SOON, LATE]
    return office.dialogue(editor)


async def test_the_tasks_of_a_body_with_what_needs_somebody_first(desk, closed_office):
    closed_office.state.marks.add(mark(NEXT, "begun", name="李四", note="已进场", assignee="王五"))
    (page,) = await desk.says("/ledger 民政局")
    assert "台账，共 3 项" in page.text and "🔴 逾期 1 · 🟡 临期 1 · 🟢 在办 1" in page.text
    lines = page.text.splitlines()
    at = lines.index("1. 🔴 逾期 2026年11月17日 已过期 5 天")
    assert lines[at + 1 : at + 3] == ["报送总结", "牵头：县民政局；配合：县财政局"]
    assert "牵头：县民政局；责任人：副局长周明远" in lines
    assert "反馈：已进场（李四，2026年11月22日）" in lines and "牵头：县民政局；责任人：王五" in lines
    assert "建成平台" not in page.text


@pytest.mark.parametrize("typed", ["台账 民政局", "/台账 民政局", "／督办 民政局", "/ledger 周明远 民政局"])
async def test_the_chinese_word_and_a_person_ask_for_it_too(desk, typed):
    (page,) = await desk.says(typed)
    assert "台账，共" in page.text and "印发清单" in page.text


async def test_who_was_given_a_task_is_asked_for_by_name(desk, closed_office):
    closed_office.state.marks.add(mark(FAR, "begun", assignee="王五"))
    (page,) = await desk.says("/ledger 王五")
    assert "共 1 项" in page.text and "建成平台" in page.text


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("逾期", ["报送总结"]),
        ("临期", ["印发清单"]),
        ("未开始", ["印发", "报送", "完成改造"]),
        ("在办", ["建成平台"]),
    ],
)
async def test_it_is_narrowed_by_how_tasks_stand(desk, closed_office, typed, there):
    closed_office.state.marks.add(mark(FAR, "begun"))
    (page,) = await desk.says(f"/ledger {typed}")
    assert f"共 {len(there)} 项" in page.text and all(text in page.text for text in there)


async def test_a_button_narrows_the_whole_ledger(desk):
    await desk.says("/ledger")
    (page,) = await desk.presses("逾期（1 项）")
    assert "共 1 项" in page.text and "报送总结" in page.text
    (page,) = await desk.presses("全部任务")
    assert "共 4 项" in page.text


async def test_a_task_is_opened_marked_and_left_for_the_ledger(desk):
    await desk.says("/ledger 民政局")
    await desk.presses("1")
    (page,) = await desk.presses("✅ 完成")
    assert "✅ 已完成（张三，" in page.text
    (page,) = await desk.presses("返回台账")
    assert "✅ 已办结 1" in page.text and "3. ✅ 已办结" in page.text


async def test_long_tasks_fit_a_message_and_the_list_turns(desk, closed_office):
    long = "落实" * 150
    closed_office.knowledge.due = [
        task(number, f"{number}{long}", ("县" + "民政" * 40 + "局", "lead")) for number in range(20)
    ]
    for found in closed_office.knowledge.due:
        closed_office.state.marks.add(mark(found, "begun", note="很长" * 100, name="李四"))
    (page,) = await desk.says("/ledger")
    assert "第 1/4 页" in page.text and units(page.text) < LIMIT // 2
    (page,) = await desk.presses("下一页")
    assert "第 2/4 页" in page.text and "7. 🟡 临期" in page.text


async def test_nothing_offers_what_there_is(desk):
    (page,) = await desk.says("/ledger 民政局 已办结")
    assert "没有找到" in page.text
    (page,) = await desk.presses("全部")
    assert "台账，共 4 项" in page.text


async def test_a_filter_that_no_button_can_carry_is_refused(desk):
    (page,) = await desk.says("/ledger " + "医共体" * 5)
    assert "太长" in page.text
