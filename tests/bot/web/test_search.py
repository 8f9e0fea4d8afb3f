"""A question gets the answer of the chat as a page, what answers marked, and declined politely where nothing does."""

from __future__ import annotations

import pytest

from bot.chat.context import ChatContext
from bot.conversation.ask import ask
from bot.messages import CHINESE
from bot.rendering.message import Message
from bot.web.markup import marked, paragraphs
from tests.bot.web.conftest import TODAY, Room

QUESTION = "青汀县医共体双向转诊平台什么时候上线"


def test_the_answer_is_that_of_the_chat(browser, room: Room):
    said = ask(room.knowledge, QUESTION, ChatContext(CHINESE, TODAY))
    page = browser.get("/s", params={"q": QUESTION}).text
    assert said.reply and said.reply.answered
    first = said.messages[0].html.split("\n")[0]
    assert first and f"<p>{first}</p>" in page
    card = page.split('class="answer"')[1].split("</section>")[0]
    assert f'<a href="/p/{said.reply.answers[0].passage_id}">打开原文：' in card
    assert "<mark>" in page


def test_what_answers_comes_before_the_other_passages(browser, room: Room):
    reply = room.knowledge.ask(QUESTION)
    page = browser.get("/s", params={"q": QUESTION}).text
    passages = page.split("相关的原文")[1]
    assert passages.index(f"/p/{reply.answers[0].passage_id}") == passages.index("/p/")


def test_a_question_that_nothing_answers_is_declined_without_passages(browser):
    page = browser.get("/s", params={"q": "明天下雨吗"}).text
    assert CHINESE.declined in page
    assert "相关的原文" not in page
    assert 'href="/topics/' in page  # what could be asked instead


def test_without_a_question_there_is_the_form(browser):
    page = browser.get("/s")
    assert page.status_code == 200 and 'name="q"' in page.text and CHINESE.web.answer not in page.text


def test_a_question_beyond_what_is_read_is_refused(browser):
    page = browser.get("/s", params={"q": "问" * 1001})
    assert page.status_code == 413
    assert "太长" in page.text


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>医共体", '"><img src=x>', "医共体</title><b>"])
def test_what_was_typed_is_never_markup(browser, typed):
    page = browser.get("/s", params={"q": typed}).text
    assert "<script" not in page and "<img" not in page and "</title><b>" not in page


def test_messages_become_paragraphs_and_quotations():
    html = "时限：6月\n<blockquote expandable>一&lt;\n<b>二</b></blockquote>\n——《甲》"
    assert paragraphs([Message(html)]) == (
        "<p>时限：6月</p><blockquote>一&lt;\n<mark>二</mark></blockquote><p>——《甲》</p>"
    )


def test_a_highlight_is_marked_and_the_rest_escaped():
    assert marked("a<b>c", [(1, 3)]) == "a<mark>&lt;b</mark>&gt;c"
