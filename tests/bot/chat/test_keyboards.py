"""Keyboards: few buttons, each within Telegram's limits, as pure functions."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.callback_data.personal import ListFavourites
from bot.chat.keyboards import answer_rows, number_rows, reply_rows, turn_rows
from bot.chat.passage_view import opened_passage, view_around, view_of
from bot.messages import CHINESE
from bot.rendering.citations import copied
from bot.rendering.markup import units
from bot.rendering.message import Button
from bot.rendering.paging import page_from, page_of, page_with
from tests.bot.sample import ANSWER, ANSWERED, DECLINED, DOCUMENT, OTHER, SEVERAL, UNSURE, Knowledge


def shown(view=None):
    view = view or view_of(ANSWERED)
    return opened_passage(Knowledge(), view)


def labels(rows):
    return [[button.label for button in row if not button.data.startswith(("u:", "b:"))] for row in rows]


def test_an_answer_has_its_ways_on_its_section_other_sources_citation_and_file():
    rows = labels(answer_rows(shown(), CHINESE, files=True))
    assert rows[:3] == [["下文 ›"], ["本节全文", "其他出处"], ["复制引用", "原文件"]]


def test_away_from_the_answer_there_is_a_way_back_to_it():
    rows = labels(answer_rows(shown(view_of(ANSWERED).moved(1)), CHINESE, files=False))
    assert rows[0] == ["‹ 上文", "返回答案", "下文 ›"] and "原文件" not in rows[2]


def test_where_nothing_lies_ahead_no_button_says_so():
    alone = view_around(Knowledge(), view_of(replace(ANSWERED, answers=(ANSWER,))), ANSWER)
    rows = answer_rows(replace(alone, before=False, after=False, more_in_section=False), CHINESE, files=False)
    assert labels(rows)[0] == ["复制引用"]


def test_a_way_back_to_the_list_stands_last():
    back = Button("‹ 返回主题", "m:0")
    assert answer_rows(shown(), CHINESE, files=True, back=back)[-1] == (back,)


def test_a_short_passage_is_copied_whole_and_a_long_one_by_its_place():
    assert copied(ANSWER, CHINESE).startswith(ANSWER.passage + "\n——《在全市")
    long = replace(ANSWER, passage="甲" * 230)
    assert copied(long, CHINESE).startswith("《在全市") and copied(long, CHINESE).endswith("扩容下沉")


@given(st.text(max_size=400), st.text(min_size=1, max_size=400))
def test_what_is_copied_fits_its_button(passage, title):
    text = copied(replace(ANSWER, passage=passage, document=replace(DOCUMENT, title=title)), CHINESE)
    assert 0 < units(text) <= 256


def test_a_declined_reply_offers_questions_and_topics():
    reply = replace(DECLINED, suggestions=("价格怎么办", "县域医共体"))
    (question,), (topic,) = reply_rows(reply, CHINESE, None, True, ["县域医共体"])
    assert question == Button("价格怎么办", "q:1")
    assert topic.label == "县域医共体" and topic.data.startswith("n:t:")


def test_an_unsure_reply_offers_the_nearest_three():
    many = replace(UNSURE, answers=tuple(replace(OTHER, passage_id=ANSWER.passage_id) for _ in range(5)))
    assert len(reply_rows(many, CHINESE, None, True, [])) == 3


def test_of_several_questions_each_answer_can_be_opened_and_the_declined_ones_help_on():
    rows = reply_rows(SEVERAL, CHINESE, None, True, [])
    assert labels(rows) == [["第 1 问"], ["细则什么时候出台"], ["价格怎么办"]]


def test_a_crowd_of_questions_keeps_within_a_message():
    many = replace(ANSWERED, parts=(ANSWERED, UNSURE, DECLINED) * 80)
    rows = reply_rows(many, CHINESE, None, True, [])
    assert sum(map(len, rows)) <= 100


@given(st.text(min_size=1, max_size=400).filter(str.strip), st.sampled_from(["answer", "unsure", "decline"]))
def test_any_text_makes_buttons_that_telegram_takes(text, zone):
    answer = replace(ANSWER, passage=text, document=replace(DOCUMENT, title=text))
    reply = replace(ANSWERED, zone=zone, answers=(answer,) * 3, suggestions=(text,))
    view = view_around(Knowledge(), view_of(reply), answer)
    for one in (reply, replace(reply, parts=(reply,) * 8)):
        rows = reply_rows(one, CHINESE, view if zone == "answer" and not one.parts else None, True, [])
        for button in (button for row in rows for button in row):
            assert any(map(str.isalnum, button.label)) and len(button.data.encode()) <= 64


def test_pages_turn_both_ways_and_stop_at_the_ends():
    page = page_of(range(20), 1, 8)
    assert (list(page.items), page.before, page.after) == (list(range(8, 16)), 0, 2)
    assert labels(turn_rows(page, CHINESE, ListFavourites)) == [["‹ 上一页", "下一页 ›"]]
    assert turn_rows(page_of(range(3), 0, 8), CHINESE, ListFavourites) == ()


def test_a_page_that_is_gone_is_the_nearest():
    assert page_of(range(3), 9, 8).number == 0 and page_of([], 3, 8).items == []
    assert page_of(range(9), -1, 8).number == 0 and page_with(17, 8) == 2


def test_a_page_can_be_cut_where_something_new_begins():
    pages = [list(page_of(range(20), number, 8, cut=10).items) for number in range(4)]
    assert pages == [list(range(8)), [8, 9], list(range(10, 18)), [18, 19]]
    assert page_from(10, 8) == 2 and page_from(0, 8) == 0


def test_items_are_numbered_through_all_pages():
    rows = number_rows(page_of(range(20), 2, 8), [ListFavourites(number) for number in range(4)])
    assert labels(rows) == [["17", "18", "19", "20"]]
