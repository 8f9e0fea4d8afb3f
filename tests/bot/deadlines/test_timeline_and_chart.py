"""/timeline and /chart: pictures with their words beside them, in pages, and words alone where none can be drawn."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from bot.chat.attachments import LONGEST_CAPTION, fitted_caption
from bot.errors import FontMissing
from bot.messages import CHINESE
from knowledge.filters.filters import Located
from tests.bot.pictures.ink import ink, picture
from tests.bot.sample import ANSWER, DEADLINE, DOCUMENT, SECTION
from tests.knowledge.plans import plans


def due(number: int, task: str = "出台实施细则") -> Located:
    day = dt.date(2026, 12, 1) + dt.timedelta(days=20 * number)
    item = replace(DEADLINE, end=day, task=f"{task}之{number}")
    return Located(item, DOCUMENT, SECTION, "医药卫生体制改革", ANSWER.passage_id)


@pytest.fixture
def dialogue(office):
    office.knowledge.due = [due(number) for number in range(9)]
    return office.dialogue()


@pytest.fixture
async def planning(closed_office, tmp_path: Path):
    closed_office.knowledge = plans(tmp_path)
    return (await closed_office.open()).dialogue()


def is_seen(sent) -> bool:
    width, height = picture(sent.file).size
    return width == 1080 and ink(sent.file, (0, height // 2, width, height)) > 0.005


@pytest.mark.parametrize("typed", ["/timeline", "时间表", "/TIMELINE"])
async def test_many_begin_with_an_overview_and_go_on_by_a_button(dialogue, typed):
    (overview,) = await dialogue.says(typed)
    assert overview.text.startswith("时限时间表\n2026年12月1日至2027年5月10日，共 9 项\n2026年12月：2 项\n")
    assert overview.labels == [["下一张 ›（第 2/3 页）"]] and is_seen(overview)
    (first,) = await dialogue.presses("下一张", under=overview)
    assert "2026年12月1日  还有 9 天 出台实施细则之0" in first.text and is_seen(first)
    (last,) = await dialogue.presses("下一张", under=first)
    assert last.text.endswith("出台实施细则之8") and last.labels == [] and last.file != first.file


async def test_words_narrow_a_picture_and_their_buttons(dialogue):
    (sent,) = await dialogue.says("/timeline 2027年 无此")
    assert sent.text.startswith(CHINESE.no_deadlines) and "“无此”" in sent.text and sent.file is None
    (sent,) = await dialogue.says("/timeline 2027年5月")
    assert (
        sent.text.startswith("时限时间表：2027年5月\n2027年5月10日，共 1 项\n")
        and "之8" in sent.text
        and sent.labels == []
    )
    (sent,) = await dialogue.says("/timeline " + "长" * 20)
    assert sent.text == CHINESE.filter_too_long


async def test_the_list_has_a_button_for_its_picture(dialogue):
    await dialogue.says("/ddl 2027年1月")
    (sent,) = await dialogue.presses("看时间表")
    assert sent.text.startswith("时限时间表：2027年1月\n") and is_seen(sent)


async def test_in_a_group_a_picture_answers_who_asked(office):
    office.knowledge.due = [due(1)]
    dialogue = office.dialogue(chat=office.api.group(forum=True))
    (sent,) = await dialogue.says("/timeline")
    assert sent.reply_to is not None and is_seen(sent)


async def test_what_is_over_is_shown_when_all_is(office):
    office.knowledge.due = [Located(DEADLINE, DOCUMENT, SECTION, "医改", ANSWER.passage_id)]
    (sent,) = await office.dialogue().says("/timeline")
    assert "（都已过期）" in sent.text and "已过期 145 天" in sent.text and is_seen(sent)
    office.knowledge.due = [
        Located(replace(DEADLINE, end=None), DOCUMENT, SECTION, "医改", ANSWER.passage_id)
    ]
    (sent,) = await office.dialogue().says("/timeline")
    assert sent.text == CHINESE.timeline.none


@pytest.mark.parametrize("command", ["/timeline", "/chart 县域内就诊率"])
async def test_without_a_font_the_words_come_alone(closed_office, tmp_path, monkeypatch, command):
    def none(svg):
        raise FontMissing

    closed_office.knowledge = plans(tmp_path)
    dialogue = (await closed_office.open()).dialogue()
    monkeypatch.setattr("bot.chat.attachments.render", none)
    (sent,) = await dialogue.says(command)
    assert sent.file is None and "[pictures]" in sent.text and "20" in sent.text.split("\n")[1]


async def test_a_chart_shows_goals_present_values_and_blanks(planning):
    (sent,) = await planning.says("/chart 县域就诊率")
    assert sent.text.split("\n") == [
        "县域内就诊率（3 份文件，4 个数）",
        "云溪  《云溪县2026年卫生健康工作要点》（2026）：目标 不低于 88%（未写明年份）",
        "云溪  《云溪县2027年卫生健康工作要点》（2027）：目标 不低于 90%（未写明年份）",
        "澜江  《在澜江市卫生健康工作会议上的讲话》（2026）：实际值 86.5%（2025）  全市县域内就诊率",
        "澜江  《在澜江市卫生健康工作会议上的讲话》（2026）：目标 不低于 92%（2028）",
    ]
    assert is_seen(sent)
    (sent,) = await planning.says("/chart 老年人健康管理率")
    assert "目标 原文未写明" in sent.text and is_seen(sent)


async def test_an_indicator_that_is_not_there_is_said(planning):
    (sent,) = await planning.says("/chart 火箭发射成功率")
    assert sent.file is None and sent.text.startswith("没有找到叫“火箭发射成功率”的指标。")
    (sent,) = await planning.says("/chart")
    assert sent.text == CHINESE.chart.usage


async def test_one_that_may_be_meant_is_a_button(planning):
    (sent,) = await planning.says("/chart 成人健康素养的水平线")
    assert sent.labels == [["📊 居民健康素养水平"]]
    (chart,) = await planning.presses("居民健康素养水平")
    assert chart.text.startswith("居民健康素养水平（2 份文件，2 个数）") and is_seen(chart)


def test_a_caption_is_cut_at_the_end_of_a_line():
    cut = fitted_caption(f"第{number}行" + "长" * 50 for number in range(40))
    assert len(cut) <= LONGEST_CAPTION and cut.endswith("长…") and fitted_caption(["短"]) == "短"
    assert len(fitted_caption(["长" * 2000])) <= LONGEST_CAPTION


async def test_pictures_and_their_words_are_in_english_too(office):
    office.knowledge.due = [due(1)]
    (sent,) = await office.dialogue(office.api.user(language_code="en")).says("/timeline")
    assert sent.text.startswith("Timeline of deadlines\n2026-12-21, 1 in all\n") and is_seen(sent)


async def test_an_indicator_of_several_documents_has_a_button_for_its_chart(planning):
    (listed,) = await planning.says("/targets 就诊率")
    (sent,) = await planning.presses("📊", under=listed)
    assert sent.text.startswith("县域内就诊率（3 份文件，4 个数）") and is_seen(sent)
