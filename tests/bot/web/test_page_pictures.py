"""A passage of a PDF is shown on its page, framed; to those alone who may read it, where files may be sent."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from bot.access.signatures import Signer
from bot.config.config import Config, example_corpus
from bot.opening import open_both
from bot.web.gate.visitors import COOKIE, cookie_of
from bot.web.page_pictures import PagePictures, can_be_drawn
from knowledge.indexing.indexer import load
from loaders.formats.pages.pictures.fonts import serif_font
from tests.bot.web.conftest import FILES, TODAY, Room

FIXTURES = Path(__file__).parents[2] / "loaders" / "fixtures"
PUBLIC = "https://room.example.cn"
pytestmark = pytest.mark.skipif(serif_font() is None, reason="the extra [pictures] is not installed")


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> Path:
    """A folder with a PDF, of which person 7 alone may read one, and a text."""
    folder = tmp_path_factory.mktemp("printed")
    corpus = folder / "corpus"
    (corpus / "内部").mkdir(parents=True)
    shutil.copy(FIXTURES / "plan.pdf", corpus)
    shutil.copy(FIXTURES / "conference.pdf", corpus / "内部")
    shutil.copy(example_corpus() / FILES[1], corpus)
    (corpus / "corpus.toml").write_text('[[document]]\nfile = "内部"\nreaders = [7]\n', encoding="utf-8")
    load(corpus, folder / "jianda.db", now=dt.datetime(2027, 2, 1, tzinfo=dt.UTC))
    return folder


@pytest.fixture
def pages(printed: Path, tmp_path: Path):
    config = Config(printed / "corpus", printed / "jianda.db", tmp_path / "state.db", today=TODAY)
    with ExitStack() as stack:
        yield Room(config, *stack.enter_context(open_both(config)))


def passages(room: Room, name: str):
    document = next(d for d in room.knowledge.documents() if d.path.endswith(name))
    return room.knowledge.text(document.id)


def test_the_page_of_a_marked_passage_stands_beside_it(pages: Room):
    browser, answer = pages.visitor(), passages(pages, "plan.pdf")[5]
    place = f"/d/{answer.document.id}"
    document = browser.get(f"{place}?p={answer.passage_id}").text
    sources = re.findall(r'<img [^>]*src="([^"]+)"', document)
    assert sources == [
        f"{place}/page/{answer.page}.png",
        f"{place}/page/{answer.page}.svg?p={answer.passage_id}",
    ]
    picture, boxes = (browser.get(source) for source in sources)
    assert picture.headers["content-type"] == "image/png" and picture.content.startswith(b"\x89PNG")
    assert boxes.headers["content-type"].startswith("image/svg") and "<rect" in boxes.text
    assert "<text" not in boxes.text
    assert "<figure" not in browser.get(place).text


def test_a_page_is_drawn_once(pages: Room, monkeypatch):
    browser, answer = pages.visitor(), passages(pages, "plan.pdf")[0]
    path = f"/d/{answer.document.id}/page/1.png"
    first = browser.get(path).content
    monkeypatch.setattr("bot.web.page_pictures.PagePictures._asked", None)
    assert browser.get(path).content == first


def test_each_page_begins_with_a_way_to_its_picture(pages: Room):
    answers = passages(pages, "plan.pdf")
    document = pages.visitor().get(f"/d/{answers[0].document.id}").text
    assert document.count('class="printed noprint"') == len({answer.page for answer in answers}) > 1


def test_words_that_are_not_on_the_page_are_said_not_to_be(pages: Room):
    answers = passages(pages, "plan.pdf")
    last = answers[-1]
    assert last.page > 1
    boxes = pages.visitor().get(f"/d/{last.document.id}/page/1.svg?p={last.passage_id}").text
    assert "没有在这一页上找到" in boxes and "fill-opacity" not in boxes


@pytest.mark.parametrize("page", ["0.png", "99.png", "0.svg?p={passage}", "99.svg?p={passage}", "1.svg", "1.svg?p=x", "1.gif", "-1.png", f"{10**30}.png"])  # fmt: skip
def test_what_is_not_there_is_said_so(pages: Room, page):
    answer = passages(pages, "plan.pdf")[0]
    path = page.format(passage=answer.passage_id)
    assert pages.visitor().get(f"/d/{answer.document.id}/page/{path}").status_code == 404


def test_a_text_has_no_pages(pages: Room):
    answer = passages(pages, FILES[1])[3]
    browser = pages.visitor()
    assert browser.get(f"/d/{answer.document.id}/page/1.png").status_code == 404
    assert "<figure" not in browser.get(f"/d/{answer.document.id}?p={answer.passage_id}").text


def test_no_picture_where_no_file_may_be_sent(pages: Room):
    answer = passages(pages, "plan.pdf")[5]
    browser = pages.under(send_files=False).visitor(PUBLIC)
    assert browser.get(f"/d/{answer.document.id}/page/1.png").status_code == 404
    assert "<figure" not in browser.get(f"/d/{answer.document.id}?p={answer.passage_id}").text


@pytest.mark.parametrize(("person", "status"), [(7, 200), (8, 404)])
def test_a_closed_document_shows_its_readers_alone_its_pages(pages: Room, person, status):
    room = pages.under()
    browser, answer = room.visitor(PUBLIC), passages(pages, "conference.pdf")[3]
    browser.cookies.set(COOKIE, cookie_of(person, Signer("123:abc"), room.config.clock))
    for page in ("1.png", f"1.svg?p={answer.passage_id}"):
        assert browser.get(f"/d/{answer.document.id}/page/{page}").status_code == status


def test_the_words_of_another_document_are_not_looked_for(pages: Room):
    own, other = passages(pages, "plan.pdf")[5], passages(pages, FILES[1])[5]
    path = f"/d/{own.document.id}/page/1.svg?p={other.passage_id}"
    assert pages.visitor().get(path).status_code == 404


def test_a_file_that_is_gone_or_no_pdf_any_more_has_no_pages(pages: Room, tmp_path):
    answer = passages(pages, "plan.pdf")[5]
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    room = replace(pages, config=replace(pages.config, corpus=corpus))
    path = f"/d/{answer.document.id}/page/1.png"
    assert room.visitor().get(path).status_code == 404
    (corpus / "plan.pdf").write_text("同志们", encoding="utf-8")
    assert room.visitor().get(path).status_code == 404
    (corpus / "plan.pdf").write_bytes(b"%PDF-1.4 damaged")
    assert room.visitor().get(path).status_code == 404


def recognised(width: float, height: float):
    """What a recogniser found on any picture: a line of words."""
    line = ["县财政每年安排专项经费二百万元", 0.99, 100.0, 100.0, 300.0, 120.0]
    return lambda key: {"width": width, "height": height, "lines": [line]}


SCANNED, WORDS = FIXTURES / "scanned.pdf", "县财政每年安排专项经费二百万元"


def test_on_a_scanned_page_the_words_are_framed_where_they_were_recognised():
    size = PagePictures().boxes(SCANNED, 1, WORDS)
    assert size and not size.boxes
    (box,) = PagePictures(recognised(size.width, size.height)).boxes(SCANNED, 1, WORDS).boxes
    assert box == pytest.approx((100, 100, 300, 120), abs=15)
    turned = PagePictures(recognised(size.height, size.width))
    assert not turned.boxes(SCANNED, 1, WORDS).boxes, (
        "it was turned to be recognised: the boxes would lie elsewhere"
    )
    assert not PagePictures(recognised(size.width, size.height)).boxes(SCANNED, 1, "另外的一些话在这里").boxes


def test_a_photograph_is_its_own_picture(tmp_path):
    photograph = tmp_path / "scan.jpg"
    Image.new("RGB", (60, 85), "white").save(photograph)
    pictures = PagePictures(recognised(595, 842))
    assert can_be_drawn(photograph)
    assert (
        pictures.picture(photograph, 1) == photograph.read_bytes() and pictures.picture(photograph, 2) is None
    )
    assert (
        len(pictures.boxes(photograph, 1, WORDS).boxes) == 1 and pictures.boxes(photograph, 2, WORDS) is None
    )
    assert not PagePictures().boxes(photograph, 1, WORDS).boxes


@pytest.mark.parametrize(
    ("size", "orientation", "framed"), [((85, 60), 6, 1), ((85, 60), 1, 0), ((60, 85), 6, 0)]
)
def test_a_photograph_is_framed_where_it_is_shown_as_it_was_recognised(tmp_path, size, orientation, framed):
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.new("RGB", size, "white").save(tmp_path / "scan.jpg", exif=exif)
    pictures = PagePictures(recognised(595, 842))
    assert len(pictures.boxes(tmp_path / "scan.jpg", 1, WORDS).boxes) == framed
