"""In a real browser: a citation opens where the passage stands, and everybody can read it, by phone, keyboard, on paper."""

from __future__ import annotations

import datetime as dt
import shutil
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pypdfium2
import pytest
import uvicorn

from bot.config.config import Config
from bot.config.values import ListenAddress
from bot.messages import CHINESE
from bot.opening import open_both
from bot.web.application import build_site
from bot.web.server import listening
from knowledge.indexing.indexer import load
from loaders.formats.pages.pictures.fonts import serif_font
from tests.bot.web.conftest import TODAY, Room
from tests.bot.web.test_page_pictures import FIXTURES, passages

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.service,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine"),
]
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
QUESTION = "青汀县医共体双向转诊平台什么时候上线"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PAGES = (
    "/", "/d/{document}", "/d/{document}?p={passage}", "/d/{printed}?p={framed}", f"/s?q={QUESTION}", "/s?q=火星", "/topics",
    "/topics/{topic}", "/ddl", "/ddl?q=火星", "/targets", "/compare?q=医共体", "/compare", "/enter", "/nowhere",
)  # fmt: skip


@pytest.fixture(scope="module")
def room(loaded: Path, tmp_path_factory) -> Iterator[Room]:
    """The example documents, and one that is printed."""
    folder = tmp_path_factory.mktemp("browser")
    shutil.copytree(loaded / "corpus", folder / "corpus")
    shutil.copy(FIXTURES / "plan.pdf", folder / "corpus")
    load(folder / "corpus", folder / "jianda.db", now=dt.datetime(2027, 2, 1, tzinfo=dt.UTC))
    config = Config(folder / "corpus", folder / "jianda.db", folder / "state.db", today=TODAY)
    with ExitStack() as stack:
        yield Room(config, *stack.enter_context(open_both(config)))


@pytest.fixture(scope="module")
def address(room: Room) -> Iterator[str]:
    """Where the room is served, on its day."""
    site = build_site(room.config, room.knowledge, room.state)
    server = uvicorn.Server(uvicorn.Config(site, log_level="warning"))
    with listening(ListenAddress("127.0.0.1:0")) as (listener, url):
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        yield url.rstrip("/")
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def paths(room: Room) -> list[str]:
    """A path of every kind of page."""
    text = passages(room, ".txt")
    printed = passages(room, "plan.pdf")
    named = {
        "document": text[0].document.id,
        "passage": text[7].passage_id,
        "printed": printed[0].document.id,
        "framed": printed[5].passage_id,
        "topic": "1",
    }
    return [path.format(**named) for path in PAGES]


@contextmanager
def opened(chromium: playwright.Browser, address: str, **options: object) -> Iterator[playwright.Page]:
    """A new tab; what the browser complains of is an error of the test."""
    complaints: list[str] = []
    with chromium.new_context(
        base_url=address, **{"viewport": DESK, "locale": "zh-CN", **options}
    ) as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
    assert [text for text in complaints if "status of 404" not in text] == []


def test_a_citation_opens_where_the_passage_stands(room: Room, chromium, address):
    answer = passages(room, ".txt")[7]
    with opened(chromium, address) as page:
        page.goto(f"/p/{answer.passage_id}")
        assert page.url.endswith(f"#p-{answer.passage_id}")
        mark = page.locator("mark")
        assert mark.count() == 1 and answer.passage.strip()[:10] in mark.inner_text()
        playwright.expect(mark).to_be_in_viewport()
        assert mark.bounding_box()["y"] >= page.locator("header").bounding_box()["height"], (
            "nothing lies over it"
        )


@pytest.mark.parametrize("script", [True, False])
def test_a_question_is_typed_and_its_source_opened_by_keyboard_alone(chromium, address, script):
    with opened(chromium, address, java_script_enabled=script) as page:
        page.goto("/")
        page.locator("input[name=q]").focus()
        page.keyboard.type(QUESTION)
        page.keyboard.press("Enter")
        page.wait_for_url("**/s?q=*")
        assert "双向转诊平台" in page.locator(".answer blockquote").first.inner_text()
        page.locator(".answer a").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**#p-*")
        playwright.expect(page.locator("mark").first).to_be_in_viewport()


@pytest.mark.skipif(serif_font() is None, reason="the extra [pictures] is not installed")
def test_a_passage_of_a_pdf_is_framed_on_the_picture_of_its_page(room: Room, chromium, address):
    answer = passages(room, "plan.pdf")[5]
    with opened(chromium, address) as page:
        page.goto(f"/p/{answer.passage_id}")
        picture, boxes = page.locator("figure img").all()
        for image in (picture, boxes):
            image.scroll_into_view_if_needed()
            page.wait_for_function(
                "image => image.complete && image.naturalWidth > 0", arg=image.element_handle()
            )
        one, other = picture.bounding_box(), boxes.bounding_box()
        assert all(abs(one[side] - other[side]) <= 1 for side in one), "the boxes lie over the picture"


def test_the_first_key_leads_past_the_navigation_and_each_stop_is_seen(chromium, address):
    with opened(chromium, address) as page:
        page.goto("/ddl")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        playwright.expect(page.locator(".skip")).to_be_in_viewport()
        for _ in range(12):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
            page.keyboard.press("Tab")
        page.locator(".skip").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_no_page_is_wider_than_a_phone(chromium, address, paths):
    with opened(chromium, address, viewport=PHONE) as page:
        wide = []
        for path in paths:
            page.goto(path)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(path)
    assert wide == []


@pytest.mark.parametrize(("scheme", "viewport"), [("light", DESK), ("dark", PHONE)], ids=["light", "dark"])
def test_contrast_labels_and_landmarks_are_as_axe_wants_them(chromium, address, paths, scheme, viewport):
    with opened(chromium, address, color_scheme=scheme, viewport=viewport) as page:
        wrong = []
        for path in paths:
            page.goto(path)
            results = axe.Axe().run(page, options=RULES).response
            assert results["passes"], "something was looked at"
            wrong += [
                (path, rule["id"], [node["html"][:90] for node in rule["nodes"][:3]])
                for rule in results["violations"]
            ]
    assert wrong == []


@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_the_language_is_that_of_the_browser(chromium, address, locale):
    with opened(chromium, address, locale=locale) as page:
        page.goto("/")
        assert page.locator("html").get_attribute("lang")[:2] == locale[:2]


def test_a_document_prints_without_the_navigation(room: Room, chromium, address):
    answer = passages(room, ".txt")[0]
    with opened(chromium, address) as page:
        page.goto(f"/d/{answer.document.id}")
        pages = pypdfium2.PdfDocument(page.pdf(format="A4"))
    words = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    assert "".join(answer.passage.split())[:15] in words
    assert CHINESE.web.file not in words and CHINESE.web.outline not in words
    assert not any(name in words for name in ("".join(CHINESE.web.rooms.values()),))
