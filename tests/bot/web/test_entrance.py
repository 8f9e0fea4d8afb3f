"""The reading room lets in whom the bot lets ask, by one-time link, Mini App or cookie, and nobody by a forged one."""

from __future__ import annotations

import hmac
import json
import re
from urllib.parse import urlencode

import pytest

from bot.access.access import Access
from bot.access.signatures import Signer
from bot.chat.site_links import SiteLinks
from bot.clock import Clock
from bot.state.editing.confirmations import WEB, WEB_LIFETIME, Pending
from bot.web.gate.init_data import person_of
from bot.web.gate.visitors import cookie_of, person_in
from tests.bot.sample import ANSWER
from tests.bot.web.conftest import Room

PUBLIC, TOKEN, NOW = "https://room.example.cn", "123:abc", 1_800_000_000.0


def init_data(person: int = 7, token: str = TOKEN, at: float = NOW, **more: str) -> str:
    """What Telegram gives a Mini App, signed as it documents."""
    fields = {"auth_date": str(int(at)), "user": json.dumps({"id": person}), **more}
    key = hmac.digest(b"WebAppData", token.encode(), "sha256")
    text = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    return urlencode(fields | {"hash": hmac.digest(key, text.encode(), "sha256").hex()})


def link(room: Room, person: int = 7) -> str:
    return "/enter/" + room.state.pending.add(Pending(person, WEB, {}), WEB_LIFETIME)


@pytest.fixture
def closed(room: Room) -> Room:
    """A public room for one person."""
    return room.under(allowed_users=(7,))


def test_a_stranger_sees_nothing_and_is_told_how_to_come_in(closed: Room):
    browser = closed.visitor(PUBLIC)
    document = closed.knowledge.documents()[0]
    for path in (
        "/",
        f"/d/{document.id}",
        f"/d/{document.id}/file",
        "/s?q=医共体",
        "/ddl",
        "/ddl.ics",
        "/targets",
    ):
        page = browser.get(path)
        assert page.status_code == 403 and "/web" in page.text and document.title not in page.text


def test_a_link_lets_its_person_in_once(closed: Room):
    browser, path = closed.visitor(PUBLIC), link(closed)
    assert (
        "只能用一次" in browser.get(path).text and browser.get(path).status_code == 200
    )  # a preview takes nothing
    entered = browser.post(path)
    assert entered.status_code == 303
    cookie = entered.headers["set-cookie"]
    assert "HttpOnly" in cookie and "Secure" in cookie
    assert browser.get("/").status_code == 200
    other = closed.visitor(PUBLIC)
    assert other.post(path).status_code == 403
    assert "/web" in other.get(path).text


def test_a_link_of_somebody_who_may_not_ask_opens_nothing(closed: Room):
    browser = closed.visitor(PUBLIC)
    browser.post(link(closed, person=8))
    assert browser.get("/").status_code == 403


def test_a_mini_app_lets_its_person_in(closed: Room):
    at = closed.config.clock.seconds()
    browser = closed.visitor(PUBLIC)
    assert browser.post("/enter", data={"init_data": init_data(at=at)}).status_code == 303
    assert browser.get("/").status_code == 200


@pytest.mark.parametrize(
    "data",
    [
        init_data(token="124:abc"),
        init_data(at=NOW - 3700),
        init_data(at=NOW + 120),
        init_data().replace("7", "8", 1),
        init_data() + "&user=%7B%22id%22%3A8%7D",
        init_data(user="nobody"),
        init_data(user='{"id": "7"}'),
        "hash=é",
        "",
    ],
)
def test_other_init_data_is_refused(data):
    assert person_of(init_data(), TOKEN, NOW) == 7
    assert person_of(data, TOKEN, NOW) is None
    assert person_of(init_data(token=""), "", NOW) is None


def test_a_cookie_names_its_person_until_it_is_over():
    now = [NOW]
    clock = Clock(None, source=lambda: now[0])
    signer = Signer(TOKEN)
    cookie = cookie_of(7, signer, clock)
    assert person_in(cookie, signer, clock) == 7
    assert person_in(cookie.replace("7", "8", 1), signer, clock) is None
    assert person_in(cookie, Signer("other"), clock) is None
    assert [person_in(forged, signer, clock) for forged in ("", "7", "..", "7.9999999999.é")] == [None] * 4
    now[0] += 31 * 86400
    assert person_in(cookie, signer, clock) is None


def test_a_calendar_program_needs_its_secret(closed: Room):
    browser = closed.visitor(PUBLIC)
    browser.post(link(closed))
    address = re.findall(r'class="address">([^<]+)<', browser.get("/ddl?q=2027年").text)[0].replace(
        "&amp;", "&"
    )
    program = closed.visitor(PUBLIC)
    assert program.get(address).headers["content-type"].startswith("text/calendar")
    assert program.get(address.replace("key=7", "key=8")).status_code == 403
    assert program.get("/ddl").status_code == 403


def test_who_may_not_ask_any_more_may_not_read(closed: Room):
    browser = closed.visitor(PUBLIC)
    browser.post(link(closed))
    shut = closed.under(allowed_users=(9,)).visitor(PUBLIC)
    shut.cookies = browser.cookies
    assert browser.get("/").status_code == 200 and shut.get("/").status_code == 403
    assert not Access(closed.config.telegram).may_ask(None, None)


def test_a_room_that_everyone_may_ask_needs_no_link(room: Room):
    assert room.under().visitor(PUBLIC, client="203.0.113.5").get("/").status_code == 200


@pytest.mark.parametrize(
    ("address", "client"),
    [("http://127.0.0.1:8321", "203.0.113.5"), ("http://evil.example", "127.0.0.1"), (PUBLIC, "203.0.113.5")],
)
def test_without_a_public_address_this_machine_alone_reads(room: Room, address, client):
    assert room.visitor(address, client=client).get("/").status_code == 403
    assert room.visitor("http://localhost:8321").get("/").status_code == 200


def test_who_asks_too_much_is_told_to_wait(room: Room):
    browser = room.under(limit_per_minute=2).visitor(PUBLIC, client="203.0.113.5")
    statuses = [browser.get("/s?q=医共体").status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    waiting = browser.get("/compare?q=医共体")
    assert waiting.headers["retry-after"] == "60" and "一分钟" in waiting.text
    other = room.under(limit_per_minute=2).visitor(PUBLIC, client="203.0.113.6")
    assert other.get("/s?q=医共体").status_code == 200


def test_a_form_larger_than_any_is_refused(closed: Room):
    sent = closed.visitor(PUBLIC).post("/enter", content=b"a" * 20_000)
    assert sent.status_code == 413 and "太长" in sent.text


def test_a_citation_of_a_changed_text_is_found_again_by_its_words(room: Room):
    present = next(a for a in room.knowledge.text(room.knowledge.documents()[0].id) if len(a.passage) > 60)
    links = SiteLinks("", Signer(TOKEN))
    address = links.passage(present).replace(present.passage_id, "a" * 13)
    signature = links._signature("a" * 13, "".join(present.passage.split())[:48])
    address = re.sub(r"s=\w+$", f"s={signature}", address)
    browser = room.under().visitor(PUBLIC)
    opened = browser.get(address)
    assert opened.headers["location"] == (
        f"/d/{present.document.id}?p={present.passage_id}&moved=1#p-{present.passage_id}"
    )
    assert "原文已经更新" in browser.get(opened.headers["location"]).text


def test_a_citation_whose_words_are_gone_is_told_with_the_old_words(room: Room):
    browser = room.under().visitor(PUBLIC)
    address = SiteLinks("", Signer(TOKEN)).passage(ANSWER)
    page = browser.get(address)
    assert page.status_code == 410
    assert "原文已改" in page.text and "".join(ANSWER.passage.split())[:48] in page.text
    assert browser.get(address[:-1] + "z").status_code == 404
