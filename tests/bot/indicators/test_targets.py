"""/targets: values under their indicators, those of several documents side by side."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.messages import CHINESE
from knowledge.filters.filters import Located
from tests.bot.sample import ANSWER, DOCUMENT, LONELY, PLAN, SECTION, TARGET


def goal(indicator, value, by=None, document=DOCUMENT, passage=ANSWER, op="="):
    item = replace(TARGET, indicator=indicator, value=value, by=by, op=op)
    return Located(item, document, SECTION, "医改", passage.passage_id)


CITY = goal("每千人口托位数", "5.5个", dt.date(2028, 12, 31))
COUNTY = goal("千人口托位数", "4.8个", dt.date(2027, 9, 1), PLAN, LONELY)
RATE = goal("签约率", "85%", dt.date(2026, 6, 30), op=">=")
BLANK = goal("直免率", None, op=">=")
ALL = [RATE, BLANK, CITY, COUNTY]


@pytest.fixture
def dialogue(office):
    office.knowledge.goals = ALL
    return office.dialogue()


@pytest.mark.parametrize("typed", ["/targets", "指标", "目标", "/指标"])
async def test_the_same_indicator_of_several_documents_stands_together_and_first(dialogue, typed):
    (reply,) = await dialogue.says(typed)
    assert reply.text.split("\n") == [
        "指标（共 4 项；点数字看原文）",
        "千人口托位数",
        "1. 4.8个（2027年9月1日前） 《青汀县2027年卫生健康工作要点》（2027）",
        "2. 每千人口托位数：5.5个（2028年12月31日前） 《在全市卫生健康工作会议上的讲话》（2026）",
        "签约率",
        "3. 不低于 85%（2026年6月30日前） 《在全市卫生健康工作会议上的讲话》（2026）",
        "直免率",
        "4. 原文未写明 《在全市卫生健康工作会议上的讲话》（2026）",
    ]


@pytest.mark.parametrize(
    ("typed", "told", "count"),
    [
        ("/targets 托位数", "“托位数”", 2),
        ("/targets 托位数 2027年", "“托位数”，2027年", 1),
        ("/targets 已过期", "已过期", 1),
        ("指标 签约率", "“签约率”", 1),
    ],
)
async def test_the_same_words_narrow_it(dialogue, typed, told, count):
    (reply,) = await dialogue.says(typed)
    assert reply.text.startswith(f"指标（共 {count} 项；点数字看原文）\n筛选：{told}\n")


async def test_a_number_opens_the_passage_with_the_value_first_and_leads_back(office, dialogue):
    start = ANSWER.span[0]
    chosen = replace(TARGET, sentence_span=(start + 34, start + 50))
    office.knowledge.passages[ANSWER.passage_id] = replace(ANSWER, targets=(chosen,))
    office.knowledge.goals = [Located(chosen, DOCUMENT, SECTION, "医改", ANSWER.passage_id)]
    (listed,) = await dialogue.says("/targets 诊疗量占比")
    (passage,) = await dialogue.presses("1")
    assert passage.html.startswith("指标：基层诊疗量占比：不低于 55%（2030年12月31日前）")
    assert f"<b>{ANSWER.passage[34:50]}</b>" in passage.html and passage.message_id == listed.message_id
    await dialogue.presses("下文")
    (back,) = await dialogue.presses("返回指标")
    assert back.html == listed.html


async def test_pages_are_turned_in_place(office, dialogue):
    office.knowledge.goals = [goal(f"第{number}率", "1%") for number in range(20)]
    (first,) = await dialogue.says("/targets")
    (second,) = await dialogue.presses("下一页")
    assert "9. 1%" in second.text and second.message_id == first.message_id
    (again,) = await dialogue.presses("上一页")
    assert again.html == first.html


async def test_nothing_found_tells_what_would_give_more(office, dialogue):
    (reply,) = await dialogue.says("/targets 签约率 2030年")
    assert reply.text.split("\n") == [
        "没有找到指标。",
        "筛选：“签约率”，2030年",
        "其中没有一项符合：2030年。",
        "放宽一点就能找到：",
    ]
    assert reply.labels == [["“签约率”（1 项）"], ["全部指标（4 项）"]]
    (found,) = await dialogue.presses("签约率")
    assert "1. 不低于 85%" in found.text
    (reply,) = await dialogue.says("/targets " + "签" * 13)
    assert reply.text == CHINESE.filter_too_long
    office.knowledge.goals = []
    (reply,) = await dialogue.says("/targets")
    assert reply.text == "没有找到指标。"


async def test_groups_and_scopes(office, api):
    office.knowledge.goals = ALL
    group = api.group()
    office.state.scopes.set(group.id, [PLAN.id])
    (reply,) = await office.dialogue(chat=group).says("/targets 托位数")
    assert reply.reply_to and "共 1 项" in reply.text and "只查了选中的" in reply.text


async def test_an_english_reader_is_told_in_english(office, api):
    office.knowledge.goals = ALL
    (reply,) = await office.dialogue(api.user(language_code="en")).says("/targets 签约率")
    assert reply.text.split("\n")[2:] == [
        "签约率",
        "1. at least 85% (by 2026-06-30) 《在全市卫生健康工作会议上的讲话》（2026）",
    ]
