"""A page is made once, and anew when the documents, the marks or the day are others; each person has their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.state.chats.marks import Mark
from bot.web.page_cache import MOST, PageCache
from tests.bot.web.conftest import TODAY, Room


@pytest.fixture
def counted(room: Room, monkeypatch):
    """How often the deadlines are read."""
    calls: list[int] = []
    read = type(room.knowledge).deadlines
    monkeypatch.setattr(
        type(room.knowledge), "deadlines", lambda self, *given: calls.append(1) or read(self, *given)
    )
    return calls


def test_a_page_is_made_once(browser, counted):
    assert browser.get("/ddl").content == browser.get("/ddl").content
    made = len(counted)
    browser.get("/ddl?q=本月")
    assert made and len(counted) > made


def test_a_mark_makes_it_anew(browser, room: Room):
    dated = (d for d in room.knowledge.deadlines() if d.item.end and d.item.end >= TODAY)
    located = min(dated, key=lambda d: d.item.end)
    before = browser.get("/ddl").text
    item = located.item
    mark = Mark(item.id, "done", located.document.path, located.document.title, item.task, item.sentence)
    room.state.marks.add(mark)
    assert browser.get("/ddl").text != before


def test_another_source_is_another_page():
    cache, one, other = PageCache(), object(), object()
    cache.keep("k", one, b"page")
    assert cache.find("k", one) == b"page"
    assert cache.find("k", other) is None and cache.find("j", one) is None
    cache.keep("large", one, bytes(MOST))
    assert cache.find("large", one) is None


def test_another_day_is_another_page(room: Room):
    pages = [
        replace(room, config=replace(room.config, today=day)).visitor().get("/ddl").text
        for day in (None, room.config.today)
    ]
    assert pages[0] != pages[1]
