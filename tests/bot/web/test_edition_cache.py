"""What was made from an edition is shown again to all who may read the same, and to nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.chat.context import ChatContext
from bot.messages import CHINESE
from bot.state.chats.marks import Mark
from bot.web.edition_cache import PAGE_BYTES, Edition, Identity, page_cache
from bot.web.visit import FEW, NotAtOnce, Visit
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
    assert len(counted) == 1


def test_a_mark_makes_it_anew(browser, room: Room):
    dated = (d for d in room.knowledge.deadlines() if d.item.end and d.item.end >= TODAY)
    located = min(dated, key=lambda d: d.item.end)
    before = browser.get("/ddl").text
    item = located.item
    mark = Mark(item.id, "done", located.document.path, located.document.title, item.task, item.sentence)
    room.state.marks.add(mark)
    assert browser.get("/ddl").text != before


def edition(documents: object = 1, marks: object = None) -> Edition:
    return Edition(documents, "zh-CN", TODAY, Identity(marks))


def test_another_edition_is_another_page():
    cache, marks, other = page_cache(), {"a": 1}, {"a": 1}
    cache.keep(("/", edition(1, marks)), b"page")
    assert cache.find(("/", edition(1, marks))) == b"page"
    assert cache.find(("/", edition(2, marks))) is None
    assert cache.find(("/", edition(1, other))) is None, "equal marks may have been others in between"
    assert cache.find(("/ddl", edition(1, marks))) is None


def test_what_is_larger_than_all_the_room_is_not_kept():
    cache = page_cache()
    cache.keep("large", bytes(PAGE_BYTES))
    assert cache.find("large") is None
    for number in range(40):
        cache.keep(number, bytes(PAGE_BYTES // 32))
    assert cache.find(0) is None and cache.find(39) is not None


def test_what_was_made_while_a_load_came_between_is_not_kept(room: Room):
    visit = Visit(room.knowledge, ChatContext(CHINESE, TODAY), edition=edition(room.knowledge.edition))
    assert visit.prepared("a", lambda: [1], len) == [1] == visit.prepared("a", lambda: [2], len)
    before = replace(visit, edition=edition("the version before"))
    assert before.prepared("a", lambda: [3], len) == [3]
    assert before.prepared("a", lambda: [4], len) == [4]


def test_at_once_nothing_is_read_and_nothing_long_is_rendered(room: Room):
    visit = Visit(room.knowledge, ChatContext(CHINESE, TODAY), edition=edition(room.knowledge.edition))
    quick = replace(visit, at_once=True)
    with pytest.raises(NotAtOnce):
        quick.prepared("a", lambda: [1], len)
    visit.prepared("a", lambda: [1], len)
    visit.prepared("long", lambda: [1] * (FEW + 1), len)
    assert quick.prepared("a", lambda: [2], len) == [1]
    with pytest.raises(NotAtOnce):
        quick.prepared("long", lambda: [2], len)


def test_lists_of_other_words_read_the_deadlines_once(browser, counted):
    for words in ("", "本月", "医共体", "年底前"):
        browser.get(f"/ddl?q={words}")
    assert len(counted) == 1


def test_another_day_is_another_page(room: Room):
    pages = [
        replace(room, config=replace(room.config, today=day)).visitor().get("/ddl").text
        for day in (None, room.config.today)
    ]
    assert pages[0] != pages[1]
