"""/ddl: deadlines in order, narrowed by words, told by how far off they are."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.due import days_left, first_open, in_order, matching
from bot.messages import CHINESE
from knowledge.filters import Found
from tests.bot.sample import ANSWER, DEADLINE, DOCUMENT, LONELY, OTHER, PLAN, SECTION, TODAY


def due(end, task="出台实施细则", document=DOCUMENT, passage=ANSWER, **more):
    item = replace(DEADLINE, end=end, task=task, sentence=task, **more)
    return Found(item, document, SECTION, "医药卫生体制改革", passage.passage_id)


PAST = due(dt.date(2026, 6, 30))
SOON = due(dt.date(2026, 11, 25), "印发清单")
LATER = due(dt.date(2027, 12, 31), "村卫生室达标", PLAN, LONELY, bodies=("县卫健局",))
UNKNOWN = due(None, "适时启动")
ALL = [UNKNOWN, LATER, PAST, SOON]


def test_dated_ones_come_first_by_date():
    assert in_order(ALL) == [PAST, SOON, LATER, UNKNOWN]
    assert first_open(in_order(ALL), TODAY) == 1
    assert first_open([PAST], TODAY) == 0


DAYS = [
    (dt.date(2026, 11, 20), "已过期 2 天"),
    (dt.date(2026, 11, 22), "今天到期"),
    (dt.date(2026, 11, 29), "快到了，还有 7 天"),
    (dt.date(2026, 11, 30), "还有 8 天"),
    (None, ""),
]


@pytest.mark.parametrize(("end", "told"), DAYS)
def test_how_far_off_is_told_in_words(end, told):
    assert days_left(replace(DEADLINE, end=end), TODAY, CHINESE) == told


def test_one_without_an_end_has_begun_or_begins():
    begins = replace(DEADLINE, start=dt.date(2026, 11, 24), end=None)
    assert days_left(begins, TODAY, CHINESE) == "2 天后开始"
    assert days_left(replace(begins, start=TODAY), TODAY, CHINESE) == "已经开始"


WORDS = [
    ("", [UNKNOWN, LATER, PAST, SOON]),
    ("村卫生室", [LATER]),
    ("青汀县", [LATER]),
    ("县卫健局", [LATER]),
    ("医药卫生 清单", [SOON]),
    ("2027年", [LATER]),
    ("2027", [LATER]),
    ("明年", [LATER]),
    ("11月", [SOON]),
    ("6月底前", [PAST]),
    ("2026年11月", [SOON]),
    ("今年，印发", [SOON]),
    ("本月", [SOON]),
    ("上个月", []),
    ("逾期", [PAST]),
    ("食堂", []),
]


@pytest.mark.parametrize(("words", "found"), WORDS)
def test_words_narrow_the_list(words, found):
    assert list(filter(matching(words, TODAY), ALL)) == found


@pytest.fixture
def dialogue(office):
    office.knowledge.due = ALL
    return office.dialogue()


@pytest.mark.parametrize("typed", ["/ddl", "期限", "／ddl", "/期限"])
async def test_the_list_tells_date_days_left_task_and_document(dialogue, typed):
    (reply,) = await dialogue.says(typed)
    heading, *rows = reply.text.split("\n")
    assert heading == "时限（共 4 项，已过期 1 项；点数字看原文）（第 2/2 页）"
    assert rows[0] == "2. 2026年11月25日 快到了，还有 3 天"
    assert rows[1] == "印发清单 《在全市卫生健康工作会议上的讲话》（2026）"
    assert rows[4] == "4. 今年6月底前"
    assert reply.labels[0] == ["2", "3", "4"]
    (over,) = await dialogue.presses("上一页")
    assert "1. 2026年6月30日 已过期 145 天" in over.text


async def test_a_number_opens_the_passage_and_the_way_back_keeps_words_and_page(dialogue):
    (due_list,) = await dialogue.says("/ddl 村卫生室 2027年")
    (passage,) = await dialogue.presses("1")
    assert LONELY.passage in passage.text and passage.message_id == due_list.message_id
    (back,) = await dialogue.presses("返回时限")
    assert back.html == due_list.html and "时限：村卫生室 2027年" in back.text


async def test_the_deadline_that_was_chosen_stands_out_in_its_passage(office, dialogue):
    start = ANSWER.span[0]
    chosen = replace(DEADLINE, sentence_span=(start, start + 34))
    office.knowledge.passages[ANSWER.passage_id] = replace(ANSWER, deadlines=(chosen,))
    office.knowledge.due = [Found(chosen, DOCUMENT, SECTION, "医改", ANSWER.passage_id)]
    await dialogue.says("/ddl")
    (passage,) = await dialogue.presses("1")
    assert passage.html.startswith("时限：今年6月底前（2026年6月30日前）")
    assert f"<blockquote><b>{ANSWER.passage[:34]}</b>" in passage.html


async def test_the_page_with_the_first_open_one_comes_first_and_others_can_be_turned_to(office, dialogue):
    office.knowledge.due = [due(dt.date(2026, 11, 22) + dt.timedelta(days)) for days in range(-20, 10)]
    (page,) = await dialogue.says("/ddl")
    assert page.text.split("\n")[1] == "21. 2026年11月22日 今天到期"
    (before,) = await dialogue.presses("上一页")
    assert before.message_id == page.message_id and before.text.split("\n")[1].startswith("17. ")
    (again,) = await dialogue.presses("下一页")
    assert again.html == page.html


async def test_nothing_found_and_words_too_long_are_said_plainly(dialogue):
    (reply,) = await dialogue.says("/ddl 食堂")
    assert reply.text == CHINESE.no_deadlines_of.format(words="食堂")
    (reply,) = await dialogue.says("/ddl " + "医" * 13)
    assert reply.text == CHINESE.filter_too_long
    (reply,) = await dialogue.says("/ddl <b>&:1:2")
    assert "<b>&:1:2" in reply.text


async def test_a_group_asks_by_the_command(office, api):
    office.knowledge.due = [*ALL, due(dt.date(2027, 1, 1), passage=OTHER)]
    dialogue = office.dialogue(chat=api.group())
    (reply,) = await dialogue.says("/ddl@jianda_bot 2027年1月")
    assert reply.reply_to and "共 1 项" in reply.text


async def test_in_a_scope_only_its_deadlines_are_listed(office, dialogue):
    office.state.set_scope(dialogue.chat.id, [PLAN.id])
    (reply,) = await dialogue.says("/ddl")
    assert "共 1 项" in reply.text and "只查了选中的《青汀县" in reply.text
