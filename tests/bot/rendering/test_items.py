"""A list is shown item by item: whose each is, its values, the words that say it, a button that opens it alone."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.chat.keyboards import reply_rows
from bot.messages import CHINESE, ENGLISH
from bot.rendering.answers import reply_messages
from bot.rendering.items import MOST
from knowledge.answers import Item
from knowledge.ids import make_id
from tests.bot.sample import ANSWER, ANSWERED, DOCUMENT


def of(place, value, number=0, **more):
    document = replace(DOCUMENT, id=make_id(place), place=place)
    answer = replace(ANSWER, document=document, passage_id=make_id(f"{place}{number}"), deadlines=())
    return Item(answer, "基层诊疗量占比", value, ">=", dt.date(2030, 12, 31), **more)


HIGH, LOW = of("青汀", "55%"), of("岚川", "50%")


def shown(kind, items, words=CHINESE):
    reply = replace(ANSWERED, items=tuple(items), items_kind=kind)
    return "\n".join(message.html for message in reply_messages(reply, words))


def test_a_choice_says_that_the_question_does_not_choose():
    html = shown("choice", (HIGH, LOW))
    assert "哪个县（区）？问题没有说明，2 处有说法" in html
    assert "<b>1. 青汀（2026）</b>\n· 基层诊疗量占比：不低于 55%（2030年12月31日前）" in html
    assert "<b>2. 岚川（2026）</b>" in html
    assert "问题没有说明是哪一个，文件里有" in shown("choice", (HIGH, of("青汀", "60%", 1)))


def test_a_comparison_is_told_in_the_order_of_the_figures():
    assert "按数值从大到小：青汀（2026） 55%；岚川（2026） 50%" in shown("compare", (LOW, HIGH))


@pytest.mark.parametrize("other", [of("岚川", "50家"), of("岚川", None), of("岚川", "50%", reported=True)])
def test_figures_that_cannot_be_compared_are_not(other):
    assert "从大到小" not in shown("compare", (HIGH, other))


def test_what_was_reached_is_told_from_what_is_to_be():
    html = shown("each", (HIGH, replace(of("岚川", "50%", reported=True), op="=", by=None)))
    assert "· 基层诊疗量占比：50%（现状）" in html


def test_values_of_one_passage_stand_over_one_quotation():
    second = replace(HIGH, indicator="首批调整项目", value="120项")
    html = shown("each", (HIGH, second, LOW))
    assert html.count("<blockquote>") == 2


def test_what_is_beyond_the_bound_is_counted():
    items = [of("青汀", "55%", number) for number in range(MOST + 3)]
    assert "还有 3 处没有列出" in shown("bound", items)


def test_a_button_for_each_opens_it_alone():
    reply = replace(ANSWERED, items=(HIGH, LOW), items_kind="choice")
    rows = reply_rows(reply, CHINESE, None, files=True, topics=())
    assert [button.label for button in rows[0]] == ["青汀（2026）", "岚川（2026）"]
    assert all(len(button.data.encode()) <= 64 for row in rows for button in row)


def test_english_words_stand_around_the_items():
    assert "Which county? The question does not say" in shown("choice", (HIGH, LOW), ENGLISH)
    assert "The question does not say which one" in shown("choice", (HIGH, of("青汀", "60%", 1)), ENGLISH)


def test_points_of_a_list_are_one_quotation_over_one_source():
    html = shown("points", (HIGH, of("青汀", "60%", 1)))
    assert html.count("<blockquote") == 1 and html.count("——") == 1


def test_what_stands_in_one_passage_is_no_choice():
    html = shown("choice", (HIGH, replace(HIGH, indicator="首批调整项目", value="120项")))
    assert "处说法" not in html and "<blockquote>" in html
