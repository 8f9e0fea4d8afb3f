"""Replies: what answers, quoted, with its source; declined and unsure ones said plainly."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import CHINESE, ENGLISH
from bot.rendering.answers import passage_messages, reply_messages
from bot.rendering.citations import source
from bot.rendering.markup import units
from bot.rendering.message import Button, say
from bot.rendering.plain_text import plain
from knowledge.deadlines.responsible_bodies import Responsible
from knowledge.query.corrections import Correction
from tests.bot.sample import ANSWER, ANSWERED, DEADLINE, DECLINED, DOCUMENT, OTHER, SEVERAL, TARGET, UNSURE


def only(messages):
    (message,) = messages
    return message


def test_an_answer_is_a_quotation_with_what_answers_in_bold_and_the_source_below():
    message = only(reply_messages(replace(ANSWERED, kind="fact"), CHINESE))
    quote, due, cited = message.html.split("\n")
    assert quote.startswith("<blockquote><b>今年6月底前，由市医保局牵头出台实施细则</b>")
    assert due == "时限：今年6月底前（2026年6月30日前）——出台实施细则"
    assert cited == (
        "——《在全市卫生健康工作会议上的讲话》（2026） › 三、抓重点 › （二）加快优质医疗资源扩容下沉"
    )
    assert message.buttons == ()


def test_a_when_is_answered_with_the_date_first():
    assert only(reply_messages(ANSWERED, CHINESE)).html.startswith("时限：今年6月底前（2026年6月30日前）")


def test_a_how_many_is_answered_with_the_figure_first():
    message = only(reply_messages(replace(ANSWERED, kind="target"), CHINESE))
    assert message.html.startswith("指标：基层诊疗量占比：不低于 55%（2030年12月31日前）\n<blockquote>")


def test_a_who_is_answered_with_the_bodies_and_no_date():
    roles = (Responsible("市医保局", "lead"), Responsible("市财政局", "support"))
    of_bodies = replace(ANSWER, deadlines=(replace(DEADLINE, roles=roles),))
    message = only(reply_messages(replace(ANSWERED, kind="who", answers=(of_bodies,)), CHINESE))
    assert "负责：市医保局；配合：市财政局\n——" in message.html and "时限：" not in message.html


def test_english_words_stand_around_the_chinese_passage():
    message = only(reply_messages(ANSWERED, ENGLISH))
    assert message.html.startswith("Due: 今年6月底前 (by 2026-06-30) — 出台实施细则")


def test_a_date_that_was_not_resolved_is_told_as_printed():
    open_end = replace(ANSWER, deadlines=(replace(DEADLINE, end=None, precision="unresolved"),))
    message = only(passage_messages(open_end, CHINESE))
    assert "时限：今年6月底前——出台实施细则" in message.html


TIMES = [
    (dt.date(2026, 1, 1), dt.date(2026, 12, 31), "（2026年）"),
    (dt.date(2026, 12, 1), dt.date(2026, 12, 31), "（2026年12月）"),
    (dt.date(2026, 1, 1), dt.date(2027, 12, 31), "（2026年1月1日至2027年12月31日）"),
    (dt.date(2026, 7, 1), dt.date(2026, 12, 31), "（2026年7月1日至2026年12月31日）"),
    (dt.date(2026, 10, 1), dt.date(2026, 10, 1), "（2026年10月1日）"),
    (dt.date(2027, 1, 1), None, "（2027年1月1日起）"),
]


@pytest.mark.parametrize(("start", "end", "told"), TIMES)
def test_a_period_a_day_and_a_beginning_are_told_as_such(start, end, told):
    answer = replace(ANSWER, deadlines=(replace(DEADLINE, start=start, end=end),))
    assert f"今年6月底前{told}" in only(passage_messages(answer, CHINESE)).html


def test_only_dates_in_what_answers_are_told_if_there_are_any():
    elsewhere = replace(DEADLINE, phrase="年底前", sentence_span=(140, 150))
    lit = replace(DEADLINE, sentence_span=(100, 134))
    reply = replace(ANSWERED, answers=(replace(ANSWER, deadlines=(elsewhere, lit)),))
    html = only(reply_messages(reply, CHINESE)).html
    assert "时限：今年6月底前" in html and "时限：年底前" not in html


def test_only_figures_in_what_answers_are_told_if_there_are_any():
    passage = "引进博士280名；补助提高到500元。"
    other = replace(TARGET, indicator="引进博士", value="280名", sentence_span=(100, 118))
    asked = replace(TARGET, indicator="补助", value="500元", sentence_span=(100, 118))
    answer = replace(ANSWER, passage=passage, highlights=((9, 18),), targets=(other, asked))
    html = only(reply_messages(replace(ANSWERED, kind="target", answers=(answer,)), CHINESE)).html
    assert "指标：补助：" in html and "指标：引进博士" not in html


def test_a_short_heading_is_not_offered_alone():
    listed = replace(OTHER, passage="主要目标如下：基层诊疗量占比达到55%，人均预期寿命达到80岁。")
    assert "人均预期寿命" in only(reply_messages(replace(UNSURE, answers=(listed,)), CHINESE)).html


def test_a_heading_stands_above_in_bold_and_notes_below():
    message = only(passage_messages(OTHER, CHINESE, notes=["（其他出处 1/2）"], heading="问：价格"))
    first, *_, last = message.html.split("\n")
    assert (first, last) == ("<b>问：价格</b>", "（其他出处 1/2）")


def test_a_blank_figure_is_said_to_be_blank():
    blank = replace(TARGET, value=None, by=None)
    reply = replace(ANSWERED, kind="target", answers=(replace(ANSWER, targets=(blank,)),))
    assert only(reply_messages(reply, CHINESE)).html.startswith("指标：基层诊疗量占比：原文未写明\n")


BLANKED = [
    ("建成XX个中心。", "（写作“XX”）"),
    ("20xx年底前完成。", "（写作“20xx”）"),
    ("由某单位负责。", "名称。"),
]


@pytest.mark.parametrize(("passage", "said"), BLANKED)
def test_a_blanked_source_is_said_to_be_blank(passage, said):
    blanked = replace(ANSWER, passage=passage, highlights=(), redacted=True, deadlines=())
    assert "原文此处未写明具体数字" in (text := only(passage_messages(blanked, CHINESE)).html)
    assert said in text


def test_a_sentence_of_a_deadline_outside_the_passage_is_quoted_too():
    elsewhere = replace(DEADLINE, sentence="以上工作6月底前完成。")
    message = only(passage_messages(replace(ANSWER, deadlines=(elsewhere,)), CHINESE))
    assert "<blockquote>以上工作6月底前完成。</blockquote>" in message.html


def test_an_unsure_reply_offers_the_nearest_with_their_sources():
    message = only(reply_messages(UNSURE, CHINESE))
    assert "最接近的内容是" in message.html
    assert "1. 今年6月底前" in message.html and "2. 要理顺价格。" in message.html
    assert message.html.count("——《在全市") == 2


def test_at_most_three_are_offered():
    many = replace(UNSURE, answers=(OTHER,) * 5)
    assert only(reply_messages(many, CHINESE)).html.count("——") == 3


def test_a_declined_reply_says_so_and_suggests():
    message = only(reply_messages(DECLINED, CHINESE))
    assert "没有找到" in message.html and OTHER.passage not in message.html


def test_without_suggestions_nothing_is_announced():
    message = only(reply_messages(replace(DECLINED, suggestions=()), CHINESE))
    assert CHINESE.suggestions not in message.html and not message.buttons


def test_several_questions_are_answered_one_by_one_with_numbers():
    message = only(reply_messages(SEVERAL, CHINESE))
    assert "<b>1. 细则什么时候出台</b>" in message.html
    assert "<b>2. 食堂几点开饭</b>" in message.html


def test_a_source_without_year_or_with_marks_of_its_own():
    unknown = replace(DOCUMENT, title="《行动计划》", date=None)
    assert source(unknown, (), CHINESE) == "《行动计划》"


def test_a_long_reply_keeps_its_buttons_under_the_last_message():
    parts = tuple(replace(DECLINED, question=f"{number}问" + "甲" * 900) for number in range(6))
    rows = ((Button("价格怎么办", "q:1"),),)
    messages = reply_messages(replace(DECLINED, parts=parts), CHINESE, rows)
    assert len(messages) > 1
    assert not messages[0].buttons and messages[-1].buttons == rows


def test_plain_words_are_escaped():
    assert only(say("1 < 2\n\n& 3")).html == "1 &lt; 2\n\n&amp; 3"


ANY_TEXT = st.text(min_size=1, max_size=400).filter(str.strip)


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, st.sampled_from(["answer", "unsure", "decline"]))
def test_any_text_makes_messages_that_telegram_takes(passage, title, question, zone):
    answer = replace(
        ANSWER, passage=passage, document=replace(DOCUMENT, title=title), section=(title,), redacted=True
    )
    reply = replace(ANSWERED, zone=zone, question=question, answers=(answer,) * 3, suggestions=(question,))
    for message in reply_messages(replace(reply, parts=(reply,) * 8), CHINESE):
        assert 0 < units(plain(message.html)) <= 4096 + message.html.count("\n") * 4


def test_what_a_mistyped_word_was_taken_for_is_told_first() -> None:
    reply = replace(ANSWERED, understood=(Correction("细泽", "细则"), Correction("姆表", "目标")))
    (message,) = reply_messages(reply, CHINESE)
    assert message.html.startswith("“细泽”按“细则”理解。 “姆表”按“目标”理解。\n")


def test_the_same_indicator_in_another_document_is_told_apart():
    elsewhere = replace(
        OTHER,
        document=replace(DOCUMENT, id="other", title="去年的讲话"),
        targets=(replace(TARGET, value="50%"), replace(TARGET, indicator="千人口床位数")),
    )
    reply = replace(ANSWERED, kind="target", answers=(ANSWER, elsewhere))
    (message,) = reply_messages(reply, CHINESE)
    assert message.html.endswith(
        "另见《去年的讲话》（2026）：指标：基层诊疗量占比：不低于 50%（2030年12月31日前）"
    )
    same = replace(reply, answers=(ANSWER, replace(elsewhere, document=ANSWER.document)))
    assert "另见" not in reply_messages(same, CHINESE)[0].html


def test_no_bare_label_is_offered():
    label = replace(OTHER, passage="（责任单位：县卫健局；完成时限：2027年8月底前）", highlights=((1, 5),))
    torn = replace(
        ANSWER, passage="改造卫生室46所。（责任单位：县卫健局；完成时限：8月底前）", highlights=((17, 25),)
    )
    message = only(reply_messages(replace(UNSURE, answers=(label, torn)), CHINESE))
    assert "1. 改造卫生室46所。（责任单位：县卫健局；完成时限：8月底前）" in message.html
    assert message.html.count("——《") == 1
