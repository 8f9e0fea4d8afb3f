"""/ddl: deadlines under their dates, narrowed by words, told by how far off they are."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.messages import CHINESE
from bot.rendering.dates import days_left, first_open
from knowledge.filters.filters import Located
from knowledge.ids import make_id
from tests.bot.sample import ANSWER, ANSWERED, DEADLINE, DOCUMENT, LONELY, OTHER, PLAN, SECTION
from tests.clock import TODAY


def due(end, task="出台实施细则", document=DOCUMENT, passage=ANSWER, **more):
    item = replace(DEADLINE, end=end, task=task, sentence=task, id=make_id(task, end), **more)
    return Located(item, document, SECTION, "医药卫生体制改革", passage.passage_id)


PAST = due(dt.date(2026, 6, 30))
SOON = due(dt.date(2026, 11, 25), "印发清单")
ALSO = due(dt.date(2026, 11, 25), "公布名单", bodies=("县民政局",))
LATER = due(dt.date(2027, 12, 31), "村卫生室达标", PLAN, LONELY, bodies=("县卫健局",))
UNKNOWN = due(None, "适时启动", phrase="XX月底前")
ALL = [UNKNOWN, LATER, PAST, SOON, ALSO]


def test_the_first_open_one_is_found():
    assert first_open([PAST, SOON, LATER, UNKNOWN], TODAY) == 1
    assert first_open([PAST], TODAY) == 0


DAYS = [
    (dt.date(2024, 11, 21), "已过期 2 年多"),
    (dt.date(2026, 11, 20), "已过期 2 天"),
    (dt.date(2026, 11, 22), "今天到期"),
    (dt.date(2026, 11, 29), "快到了，还有 7 天"),
    (dt.date(2026, 11, 30), "还有 8 天"),
    (dt.date(2030, 12, 31), "还有 4 年多"),
    (None, ""),
]


@pytest.mark.parametrize(("end", "told"), DAYS)
def test_how_far_off_is_told_in_words(end, told):
    assert days_left(replace(DEADLINE, end=end), TODAY, CHINESE) == told


def test_one_without_an_end_has_begun_or_begins():
    begins = replace(DEADLINE, start=dt.date(2026, 11, 24), end=None)
    assert days_left(begins, TODAY, CHINESE) == "2 天后开始"
    assert days_left(replace(begins, start=TODAY), TODAY, CHINESE) == "已经开始"


@pytest.fixture
def dialogue(office):
    office.knowledge.due = ALL
    return office.dialogue()


def labels(message):
    return [label for row in message.labels for label in row]


@pytest.mark.parametrize("typed", ["/ddl", "期限", "时限", "截止", "／ddl", "/期限"])
async def test_the_list_tells_date_days_left_task_and_document(dialogue, typed):
    (reply,) = await dialogue.says(typed)
    heading, *rows = reply.text.split("\n")
    assert heading == "时限（共 5 项，已过期 1 项；点数字看原文）（第 2/2 页）"
    assert rows == [
        "2026年11月25日 快到了，还有 3 天",
        "2. 印发清单 《在全市卫生健康工作会议上的讲话》（2026）",
        "3. 公布名单 《在全市卫生健康工作会议上的讲话》（2026）",
        "2027年12月31日 还有 404 天",
        "4. 村卫生室达标 《青汀县2027年卫生健康工作要点》（2027）",
        "日期未定",
        "5. XX月底前——适时启动 《在全市卫生健康工作会议上的讲话》（2026）",
    ]
    assert reply.labels[0] == ["2", "3", "4", "5"]
    (over,) = await dialogue.presses("上一页")
    assert "2026年6月30日 已过期 145 天\n1. 出台实施细则" in over.text


async def test_the_whole_list_has_shortcuts_that_give_something(dialogue):
    (reply,) = await dialogue.says("/ddl")
    assert reply.labels[2:-1] == [["已过期（1 项）", "快到期（2 项）"], ["本月（2 项）"]]
    (late,) = await dialogue.presses("已过期")
    assert late.message_id == reply.message_id
    assert late.text.startswith("时限（共 1 项，已过期 1 项；点数字看原文）\n筛选：已过期\n")
    (whole,) = await dialogue.presses("全部时限")
    assert whole.html == reply.html


FILTERS = [
    ("/ddl 村卫生室", "筛选：“村卫生室”", ["1. 村卫生室达标"]),
    ("/ddl 民政局", "筛选：责任单位 民政局", ["1. 公布名单"]),
    ("/ddl 民政局本月", "筛选：责任单位 民政局，本月（2026年11月）", ["1. 公布名单"]),
    ("/ddl 明年", "筛选：明年（2027年）", ["1. 村卫生室达标"]),
    ("/ddl 年底前", "筛选：年底前（2026年11月22日至2026年12月31日）", ["1. 印发清单", "2. 公布名单"]),
    ("/ddl 从明天起 印发", "筛选：“印发”，从明天起（2026年11月23日起）", ["1. 印发清单"]),
    ("/ddl 2027年的文件", "筛选：2027年的文件", ["1. 村卫生室达标"]),
    ("/ddl overdue", "筛选：已过期", ["1. 出台实施细则"]),
    ("时限 快到期", "筛选：30 天内到期", ["1. 印发清单", "2. 公布名单"]),
]


@pytest.mark.parametrize(("typed", "told", "tasks"), FILTERS)
async def test_words_narrow_the_list_and_are_told_back(dialogue, typed, told, tasks):
    (reply,) = await dialogue.says(typed)
    rows = reply.text.split("\n")
    assert rows[1] == told
    assert [row.split(" 《")[0] for row in rows if row[0].isdigit() and ". " in row] == tasks


async def test_an_english_reader_is_told_in_english(office, api):
    office.knowledge.due = ALL
    dialogue = office.dialogue(api.user(language_code="en"))
    (reply,) = await dialogue.says("/ddl this month")
    assert reply.text.startswith(
        "Deadlines (2 in all; tap a number for the text)\nFilter: 2026-11 (本月)\n2026-11-25 soon"
    )
    (reply,) = await dialogue.says("/ddl 民政局 overdue")
    assert reply.text.startswith("I found no deadlines.\nFilter: body 民政局, overdue\nAsking for less")


async def test_a_number_opens_the_passage_and_the_way_back_keeps_words_and_page(dialogue):
    (due_list,) = await dialogue.says("/ddl 村卫生室 2027年")
    (passage,) = await dialogue.presses("1")
    assert LONELY.passage in passage.text and passage.message_id == due_list.message_id
    assert "《青汀县2027年卫生健康工作要点》" in passage.text
    (back,) = await dialogue.presses("返回时限")
    assert back.html == due_list.html and "筛选：“村卫生室”，2027年" in back.text


async def test_the_deadline_that_was_chosen_stands_out_in_its_passage(office, dialogue):
    start = ANSWER.span[0]
    chosen = replace(DEADLINE, sentence_span=(start, start + 34))
    office.knowledge.passages[ANSWER.passage_id] = replace(ANSWER, deadlines=(chosen,))
    office.knowledge.due = [Located(chosen, DOCUMENT, SECTION, "医改", ANSWER.passage_id)]
    await dialogue.says("/ddl")
    (passage,) = await dialogue.presses("1")
    assert passage.html.startswith("时限：今年6月底前（2026年6月30日前）")
    assert f"<blockquote><b>{ANSWER.passage[:34]}</b>" in passage.html


async def test_a_passage_that_has_changed_is_said_to_have(office, dialogue):
    await dialogue.says("/ddl")
    office.knowledge.passages.clear()
    (said,) = await dialogue.presses("2")
    assert said.text == CHINESE.text_changed


async def test_the_page_with_the_first_open_one_comes_first_and_others_can_be_turned_to(office, dialogue):
    office.knowledge.due = [due(dt.date(2026, 11, 22) + dt.timedelta(days)) for days in range(-20, 10)]
    (page,) = await dialogue.says("/ddl")
    assert page.text.split("\n")[1:3] == [
        "2026年11月22日 今天到期",
        "21. 出台实施细则 《在全市卫生健康工作会议上的讲话》（2026）",
    ]
    (before,) = await dialogue.presses("上一页")
    assert before.message_id == page.message_id and before.text.split("\n")[2].startswith("17. ")
    (again,) = await dialogue.presses("下一页")
    assert again.html == page.html


async def test_nothing_found_tells_what_was_understood_and_what_would_give_more(dialogue):
    (reply,) = await dialogue.says("/ddl 民政局 下月")
    told = [
        "没有找到时限。",
        "筛选：责任单位 民政局，下月（2026年12月）",
        "其中没有一项符合：下月（2026年12月）。",
        "放宽一点就能找到：",
    ]
    assert reply.text.split("\n") == told
    assert reply.labels == [["责任单位 民政局（1 项）"], ["全部时限（5 项）"]]
    (found,) = await dialogue.presses("责任单位 民政局")
    assert "1. 公布名单" in found.text and found.message_id == reply.message_id


async def test_a_part_of_this_year_with_nothing_is_looked_for_in_every_year(dialogue):
    (reply,) = await dialogue.says("/ddl 10月到12月 村卫生室")
    assert "10月到12月（2026年10月1日至2026年12月31日）没有找到，下面是各年同一时间的：" in reply.text
    assert "1. 村卫生室达标" in reply.text
    await dialogue.presses("1")
    (back,) = await dialogue.presses("返回时限")
    assert "筛选：“村卫生室”，历年10月到12月" in back.text and "1. 村卫生室达标" in back.text


async def test_every_year_is_not_looked_into_where_no_button_could_carry_it(dialogue):
    (reply,) = await dialogue.says("/ddl 10月到12月 村卫生室达标评")
    assert reply.text.startswith("没有找到时限。")
    (reply,) = await dialogue.says("/ddl 10月到12月村卫生室达标")
    assert reply.text.startswith("没有找到时限。")


async def test_no_deadlines_at_all_are_said_plainly(office, dialogue):
    office.knowledge.due = []
    (reply,) = await dialogue.says("/ddl 本月")
    assert reply.text == "没有找到时限。\n筛选：本月（2026年11月）" and reply.labels == []


async def test_words_too_long_are_said_to_be_and_odd_ones_do_no_harm(dialogue):
    (reply,) = await dialogue.says("/ddl " + "医" * 13)
    assert reply.text == CHINESE.filter_too_long
    (reply,) = await dialogue.says("/ddl <b>&:1:2")
    assert "“<b>&:1:2”" in reply.text


async def test_a_group_asks_by_the_command(office, api):
    office.knowledge.due = [*ALL, due(dt.date(2027, 1, 1), passage=OTHER)]
    dialogue = office.dialogue(chat=api.group())
    (reply,) = await dialogue.says("/ddl@jianda_bot 2027年1月")
    assert reply.reply_to and "共 1 项" in reply.text
    (passage,) = await dialogue.presses("1")
    assert OTHER.passage in passage.text and "返回时限" in labels(passage)[-1]


async def test_in_a_scope_only_its_deadlines_are_listed(office, dialogue):
    office.state.scopes.set(dialogue.chat.id, [PLAN.id])
    (reply,) = await dialogue.says("/ddl")
    assert "共 1 项" in reply.text and "只查了选中的《青汀县" in reply.text


# Questions.


async def test_a_question_for_a_list_gets_it_in_one_message(office, dialogue):
    (reply,) = await dialogue.says("哪些任务快到期了？")
    assert reply.text.startswith("时限（共 2 项；点数字看原文）\n筛选：30 天内到期\n2026年11月25日")
    assert office.knowledge.asked == []
    await dialogue.presses("2")
    (back,) = await dialogue.presses("返回时限")
    assert back.html == reply.html


@pytest.mark.parametrize("question", ["已经过期的有哪些", "下个月有什么任务", "民政局本月要干啥"])
async def test_questions_for_lists(dialogue, question):
    (reply,) = await dialogue.says(question)
    assert "筛选：" in reply.text


async def test_a_list_of_a_body_or_word_that_no_deadline_knows_is_left_to_the_passages(office, dialogue):
    await dialogue.says("教育局今年要干啥")
    assert office.knowledge.asked == ["教育局今年要干啥"]


async def test_any_other_question_is_answered_as_ever(office, dialogue):
    (reply,) = await dialogue.says(ANSWERED.question)
    assert ANSWER.passage in reply.text and reply.text.startswith("时限：今年6月底前")


async def test_a_group_gets_the_list_as_a_reply(office, api):
    office.knowledge.due = ALL
    dialogue = office.dialogue(chat=api.group())
    (reply,) = await dialogue.says("/ask 已经过期的有哪些")
    assert reply.reply_to and "1. 出台实施细则" in reply.text


async def test_a_question_for_a_list_can_be_asked_again(office, dialogue):
    await dialogue.says("已经过期的有哪些")
    (recent,) = await dialogue.says("/recent")
    (again,) = await dialogue.presses("已经过期的有哪些")
    assert "1. 出台实施细则" in again.text and again.message_id != recent.message_id
