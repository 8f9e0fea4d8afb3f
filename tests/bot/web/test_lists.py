"""Topics, deadlines, targets and comparisons as pages: what the chat lists, each line leading to its passage."""

from __future__ import annotations

import pytest
from icalendar import Calendar

from bot.chat.topic_keys import topic_key
from bot.messages import CHINESE
from tests.bot.web.conftest import Room


def test_every_topic_with_questions_has_a_page_of_them(browser, room: Room):
    page = browser.get("/topics").text
    topics = [topic for topic in room.knowledge.topics() if topic.questions]
    assert topics and all(f"/topics/{topic_key(topic.name)}" in page for topic in topics)
    questions = browser.get(f"/topics/{topic_key(topics[0].name)}").text
    pair = room.knowledge.questions(topics[0].name)[0]
    assert pair.question in questions and f"/p/{pair.passage}" in questions


def test_a_topic_that_is_none_is_not_there(browser):
    assert browser.get("/topics/aaaaaaaaaaaaa").status_code == 404


def test_the_deadlines_that_some_words_ask_for(browser, room: Room):
    page = browser.get("/ddl", params={"q": "县卫健局 3月"}).text
    fitting = [d for d in room.knowledge.deadlines() if d.item.end and d.item.end.isoformat() == "2027-03-31"]
    assert any(d.item.task[:12] in page for d in fitting)
    assert "2027年12月31日" not in page.split("<tbody>")[1].split("</tbody>")[0]


def test_every_deadline_is_on_one_of_the_pages(browser, room: Room):
    first = browser.get("/ddl").text
    count = int(first.split("，共 ")[1].split(" 页")[0])
    pages = "".join(browser.get("/ddl", params={"page": str(number)}).text for number in range(1, count + 1))
    assert pages.count('<td class="day">') == len(room.knowledge.deadlines())


def test_a_filter_that_finds_nothing_offers_looser_ones(browser):
    page = browser.get("/ddl", params={"q": "医共体 火星"}).text
    assert CHINESE.looser in page and 'href="/ddl?q=' in page
    assert browser.get("/ddl", params={"q": "火" * 60}).status_code == 200


@pytest.mark.parametrize("path", ["/ddl", "/targets", "/compare", "/ddl.ics", "/ddl/timeline.svg"])
def test_a_filter_beyond_what_is_read_is_refused(browser, path):
    assert browser.get(path, params={"q": "词" * 201}).status_code == 413


def test_the_calendar_holds_the_deadlines(browser):
    sent = browser.get("/ddl.ics", params={"q": "2027年3月"})
    events = Calendar.from_ical(sent.content).walk("VEVENT")
    assert sent.headers["content-type"].startswith("text/calendar") and events
    assert {str(event["DTSTART"].dt)[:7] for event in events} == {"2027-03"}


def test_the_timeline_is_a_picture(browser):
    sent = browser.get("/ddl/timeline.svg")
    assert sent.headers["content-type"].startswith("image/svg+xml")
    assert sent.text.startswith("<svg ") and "2027" in sent.text
    assert browser.get("/ddl/timeline.svg", params={"q": "火星"}).status_code == 404


def test_the_targets_that_some_words_ask_for(browser, room: Room):
    target = room.knowledge.targets()[0]
    page = browser.get("/targets", params={"q": target.item.indicator}).text
    assert target.item.indicator in page and f"/p/{target.passage_id}" in page
    assert CHINESE.no_targets in browser.get("/targets", params={"q": "火星"}).text


def test_what_each_document_says_is_quoted_with_its_source(browser, room: Room):
    page = browser.get("/compare", params={"q": "家庭医生签约"}).text
    assert page.count("<blockquote>") >= 1 and 'href="/p/' in page
    assert (
        CHINESE.comparison.nothing.format(words="火星") in browser.get("/compare", params={"q": "火星"}).text
    )


def test_two_years_without_plans_are_said_to_have_none(browser):
    page = browser.get("/compare", params={"q": "2019 2020"}).text
    assert CHINESE.comparison.no_years.partition("{")[0] in page and "2027" in page
