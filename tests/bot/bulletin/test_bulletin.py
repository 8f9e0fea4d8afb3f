"""The bulletin counts what is late, due and done, by body and topic, against last week; and comes every week."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.bulletin.pages import bulletin_svg, figures
from bot.bulletin.weekly import KIND
from bot.chat.context import ChatContext
from bot.messages import CHINESE
from bot.pictures.png import render
from bot.state.chats.marks import Mark
from bot.telegram.handlers.scheduled.bulletins import MOST
from bot.telegram.tasks.reminder_posting import poster
from bot.telegram.tasks.scheduled.delivery import ScheduledDelivery
from bot.telegram.tasks.scheduled.kinds import kinds_of
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.bot.pictures.ink import ink
from tests.bot.reminders.due import due
from tests.bot.sample import DOCUMENT, PLAN, Knowledge
from tests.clock import TODAY

SAY = CHINESE.bulletin
TASKS = [
    due(-20, "清理欠账", bodies=("县财政局",)),
    due(-3, "报送方案", bodies=("县财政局",)),
    due(-1, "印发清单", bodies=("县卫健局",)),
    due(0, "召开会议", bodies=("县卫健局",)),
    due(7, "完成采购", bodies=("县医保局", "县卫健局")),
    due(8, "完成招标", bodies=("县医保局",)),
    due(-400, "旧任务", bodies=("县民政局",)),
    due(-30, "完成改造", bodies=("县卫健局",)),
    due(-2, "停办的", bodies=("县卫健局",)),
]


def mark(number, status, days_ago):
    item = TASKS[number].item
    at = dt.datetime.combine(TODAY, dt.time(8), dt.UTC) - dt.timedelta(days=days_ago)
    return Mark(item.id, status, "p", "t", item.task, item.sentence, at=int(at.timestamp()))


MARKS = {m.deadline: m for m in (mark(7, "done", 2), mark(8, "void", 1))}


def known(every=TASKS):
    knowledge = Knowledge()
    knowledge.due = every
    return knowledge


def setting(**more):
    return ChatContext(CHINESE, TODAY, marks=MARKS, zone=dt.UTC, **more)


def test_sums_bodies_and_the_trend():
    these = figures(known(), setting(), "")
    assert [these.total.now[key] for key in ("late", "due", "done", "old")] == [3, 2, 1, 1]
    # A week ago nothing was marked yet: 清理欠账 and 完成改造 were late, 报送方案, 印发清单, 召开会议 and 停办的 due.
    assert [these.total.trend(key) for key in ("late", "due", "done")] == [1, -2, 1]
    counts = {name: tuple(each.now[key] for key in ("late", "due", "done")) for name, each in these.bodies}
    assert counts == {"县财政局": (2, 0, 0), "县卫健局": (1, 2, 1), "县医保局": (0, 1, 0)}
    assert [name for name, _ in these.bodies] == ["县财政局", "县卫健局", "县医保局"]


def marked(*marks):
    """What had been said by any moment."""
    return lambda moment: {m.deadline: m for m in marks if m.at < moment.timestamp()}


def test_what_was_done_is_told_in_the_week_in_which_it_was_marked():
    marks = (mark(7, "done", 9), mark(8, "done", 6), mark(0, "done", 15))
    every = {m.deadline: m for m in marks}
    these = figures(known(), replace(setting(), marks=every, marks_at=marked(*marks)), "")
    assert (these.total.now["done"], these.total.before["done"]) == (1, 1)


def test_a_note_that_is_added_later_does_not_do_it_again():
    noted = replace(mark(7, "done", 1), note="已验收")
    setup = replace(setting(), marks={noted.deadline: noted}, marks_at=marked(mark(7, "done", 9)))
    assert figures(known(), setup, "").total.now["done"] == 0


def test_a_body_has_its_place_where_there_are_several():
    every = [due(-1, "一", bodies=("卫健局",)), due(-2, "二", document=PLAN, bodies=("卫健局",))]
    assert {name for name, _ in figures(known(every), setting(), "").bodies} == {"卫健局", "青汀 卫健局"}
    assert {name for name, _ in figures(known(every), setting(scope=(DOCUMENT.id,)), "").bodies} == {"卫健局"}


def test_who_in_the_office_was_given_a_task_is_no_body():
    nameless = due(-1, "无主任务", bodies=())
    given = replace(mark(0, "assigned", 1), deadline=nameless.item.id, assignee="张三")
    these = figures(known([nameless]), replace(setting(), marks={given.deadline: given}), "")
    assert [name for name, _ in these.bodies] == [""]


def test_the_picture_has_ink_and_its_numbers():
    these = figures(known(), setting(), "")
    svg = bulletin_svg(these, setting(), "")
    assert "县财政局" in svg and "逾期 2" in svg and ink(render(svg)) > 0.02


@pytest.fixture
async def dialogue(office):
    office.knowledge.due = TASKS
    for each in MARKS.values():
        office.state.marks.add(each)
    return office.dialogue()


async def test_it_is_told_with_ways_on(office, dialogue):
    text, *_ = await dialogue.says("/bulletin")
    assert text.text.startswith(
        "📊 任务通报（2026年11月22日）\n🔴 逾期未办结 3 项（比上周多 1）\n🟡 7 天内到期 2 项（比上周少 2）\n✅ 近 7 天办结 1 项（比上周多 1）"
    )
    assert "1. 县财政局：逾期 2 ↑1\n2. 县卫健局：逾期 1，到期 2" in text.text
    assert "（另有 1 项一年以前就到期" in text.text
    (topics,) = await dialogue.presses("下一页")
    assert "按主题（第 2/2 页）\n1. 医药卫生体制改革：逾期 3" in topics.text
    (late,) = await dialogue.presses("逾期的")
    assert "（共 4 项" in late.text and late.message_id != topics.message_id
    before = len(office.api.sent(dialogue.chat))
    await dialogue.presses("看图")
    assert len(office.api.sent(dialogue.chat)) == before + 1


async def test_words_narrow_it(office, dialogue):
    text, *_ = await dialogue.says("通报 县财政局")
    assert "任务通报：责任单位 县财政局" in text.text and "逾期未办结 2 项" in text.text
    (nothing, *_) = await dialogue.says("/bulletin 县民政局")
    assert SAY.nothing in nothing.text


async def tick(office, moment):
    office.now = moment
    services = office.application.bot_data["services"]
    await ScheduledDelivery(services.sources(), kinds_of(services), poster(office.application.bot)).tick(
        moment
    )


async def test_it_comes_every_week_is_listed_and_cancelled(office, dialogue):
    await dialogue.says("/bulletin")
    (made,) = await dialogue.presses("每周一 09:00 发到这里")
    assert made.text == "📊 好的，每周一 09:00 把任务通报发到这里，第一次是 2026年11月23日 周一 09:00。"
    for week in range(2):
        await tick(office, dt.datetime(2026, 11, 23 + 7 * week, 9, tzinfo=dt.UTC))
        sent = office.api.sent(dialogue.chat)[-1]
        assert sent.text.startswith(f"📊 任务通报（2026年11月{23 + 7 * week}日）")
    (page,) = await dialogue.says("/reminders")
    assert "1. 📊 每周一 09:00 任务通报（下一次 2026年12月7日 周一 09:00）" in page.text
    await dialogue.presses("1", under=page)
    (gone,) = await dialogue.presses(SAY.cancel)
    assert gone.text == "已取消，每周一 09:00 不再发任务通报。"
    (back,) = await dialogue.presses(SAY.restore)
    assert "下一次是 2026年12月7日" in back.text
    await dialogue.presses(SAY.cancel)
    count = len(office.api.sent(dialogue.chat))
    await tick(office, dt.datetime(2026, 12, 7, 9, tzinfo=dt.UTC))
    assert len(office.api.sent(dialogue.chat)) == count


async def test_another_time_is_written_and_takes_the_place_of_the_first(office, dialogue):
    (made,) = await dialogue.says("/bulletin 每周五下午4点 县财政局")
    assert "每周五 16:00 把任务通报 县财政局发到这里" in made.text
    await dialogue.says("/bulletin 每周四 16:00 县财政局")
    assert len(office.state.scheduled.coming(dialogue.chat.id, "bulletin")) == 1
    (refused,) = await dialogue.says("/bulletin 每两周 县财政局")
    assert "没有看懂“每两周”" in refused.text


async def test_the_time_of_one_can_be_changed_when_no_more_can_be_added(dialogue):
    for number in range(MOST):
        await dialogue.says(f"/bulletin 每周一 9:00 词{number}")
    (refused,) = await dialogue.says("/bulletin 每周一 9:00 再一个")
    assert refused.text == SAY.too_many.format(count=MOST)
    (changed,) = await dialogue.says("/bulletin 每周五 9:00 词0")
    assert "每周五 09:00" in changed.text


async def test_words_that_no_button_can_carry_make_none(office, dialogue):
    (refused,) = await dialogue.says("/bulletin 每周一 9:00 " + "很长的词" * 8)
    assert refused.text == CHINESE.filter_too_long
    assert office.state.scheduled.coming(dialogue.chat.id, KIND) == []


async def test_in_a_group_administrators_alone_subscribe(office, api, dialogue):
    admin, member = api.user(), api.user()
    group = api.group(admins=[admin], members=[member])
    await office.dialogue(member, group).says("/bulletin")
    assert await office.dialogue(member, group).presses("每周一 09:00 发到这里") == []
    (made,) = await office.dialogue(admin, group).presses("每周一 09:00 发到这里")
    assert "好的" in made.text


async def test_a_chat_is_told_nothing_of_what_it_may_not_see(closed_office, tmp_path):
    (tmp_path / "corpus").mkdir()
    secret = "岚川县2026年工作安排\n一、任务\n由县财政局在2026年11月20日前完成整改任务。\n"
    (tmp_path / "corpus" / "a.txt").write_text(secret, encoding="utf-8")
    rule = '[[document]]\nfile = "a.txt"\nreaders = [7]\n'
    (tmp_path / "corpus" / "corpus.toml").write_text(rule, encoding="utf-8")
    load(tmp_path / "corpus", tmp_path / "jianda.db")
    closed_office.knowledge = KnowledgeBase(tmp_path / "jianda.db")
    office = await closed_office.open()
    dialogue = office.dialogue()
    (text, *_) = await dialogue.says("/bulletin")
    assert SAY.nothing in text.text and "财政局" not in text.text
    await dialogue.says("/bulletin 每周一 9:00")
    await tick(office, dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC))
    assert "财政局" not in office.api.sent(dialogue.chat)[-1].text
