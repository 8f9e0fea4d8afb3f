"""A document is read as a page: its outline, its passages, the one that is cited marked, its file."""

from __future__ import annotations

import pytest

from bot.web.pages.document import Heading, _begun
from tests.bot.web.conftest import FILES, Room


def test_the_first_page_names_every_document(browser, room: Room):
    page = browser.get("/")
    assert page.status_code == 200
    for document in room.knowledge.documents():
        assert document.title in page.text and f"/d/{document.id}" in page.text


def test_many_documents_are_turned_page_by_page(browser, room: Room, monkeypatch):
    monkeypatch.setattr("bot.web.pages.home.A_PAGE", 1)
    first, second = room.knowledge.documents()
    pages = [browser.get(path).text for path in ("/", "/?page=2")]
    assert f"/d/{first.id}" in pages[0] and f"/d/{second.id}" not in pages[0] and "/?page=2" in pages[0]
    assert f"/d/{second.id}" in pages[1] and f"/d/{first.id}" not in pages[1]


def test_a_document_shows_every_passage_word_for_word(browser, room: Room):
    document = room.knowledge.documents()[0]
    page = browser.get(f"/d/{document.id}").text
    passages = room.knowledge.text(document.id)
    assert len(passages) > 10
    for answer in passages:
        assert f'id="p-{answer.passage_id}"' in page
        assert answer.row or answer.passage.strip().split("\n")[0] in page
    assert "<mark>" not in page


def test_a_citation_opens_the_document_at_the_passage_which_is_marked(browser, room: Room):
    answer = room.knowledge.text(room.knowledge.documents()[0].id)[7]
    opened = browser.get(f"/p/{answer.passage_id}")
    assert opened.status_code == 302
    place = opened.headers["location"]
    assert place == f"/d/{answer.document.id}?p={answer.passage_id}#p-{answer.passage_id}"
    page = browser.get(place).text
    assert page.count("<mark>") == 1
    assert f"<mark>{answer.passage.strip()[:10]}" in page


def test_deadlines_and_targets_stand_beside_their_passage(browser, room: Room):
    located = room.knowledge.deadlines()[0]
    page = browser.get(f"/d/{located.document.id}").text
    beside = page.split(f'id="p-{located.passage_id}"')[1].split("</aside>")[0]
    assert located.item.task[:10] in beside.split("<aside>")[1]


def test_a_heading_stands_once_before_the_passages_under_it():
    begun = [
        list(_begun(above, section, 3))
        for above, section in ((("一", "（一）"), ("一", "（二）")), ((), ("一",)))
    ]
    assert begun == [[Heading("（二）", 1, "h-4")], [Heading("一", 0, "h-4")]]


def test_the_file_is_sent_as_it_is(browser, room: Room):
    document = next(d for d in room.knowledge.documents() if d.path == FILES[0])
    sent = browser.get(f"/d/{document.id}/file")
    assert sent.content == (room.config.corpus / FILES[0]).read_bytes()
    assert sent.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "path", ["/d/aaaaaaaaaaaaa", "/p/aaaaaaaaaaaaa", "/d/aaaaaaaaaaaaa/file", "/nowhere", "/d/"]
)
def test_what_is_not_there_is_said_to_be_so(browser, path):
    page = browser.get(path)
    assert page.status_code == 404
    assert "没有这一页" in page.text


def test_no_file_where_none_may_be_sent(room: Room):
    browser = room.under(send_files=False).visitor("https://room.example.cn")
    document = room.knowledge.documents()[0]
    assert browser.get(f"/d/{document.id}/file").status_code == 404
    assert "/file" not in browser.get(f"/d/{document.id}").text


def test_english_for_a_browser_that_asks_for_it(browser):
    page = browser.get("/", headers={"accept-language": "en-GB,en;q=0.9"}).text
    assert '<html lang="en">' in page and "Documents" in page
    assert '<html lang="zh-CN">' in browser.get("/", headers={"accept-language": "de,zh;q=0.5,en;q=0.3"}).text


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/room.css", "/robots.txt"])
def test_nothing_comes_from_another_host_and_nothing_is_indexed(browser, path):
    headers = browser.get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-robots-tag"].startswith("noindex")
    assert headers["x-content-type-options"] == "nosniff"


def test_pages_name_no_other_host(browser, room: Room):
    document = room.knowledge.documents()[0]
    for path in ("/", f"/d/{document.id}", "/s?q=医共体", "/static/room.css"):
        assert "http://" not in browser.get(path).text.replace("http://www.w3.org", "")
        assert "https://" not in browser.get(path).text
