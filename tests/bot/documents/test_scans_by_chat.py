"""Scans and photographs sent by editors go the way of other files; what they answer says so, and shows the page."""

import asyncio
from dataclasses import replace

import pytest

from bot.chat.response import DocumentPage
from bot.cli.commands.asking.chat import Chat
from bot.config.config import Config
from bot.messages import CHINESE
from bot.telegram.admin import recognition_progress
from bot.telegram.admin.recognition_progress import telling_pages
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.bot.cli.test_command_line import SPEECH
from tests.loaders.recognition.recognising import photograph, scan, with_fake, without_extra

SAYS = CHINESE.documents
TITLE = "云溪县2027年卫生健康工作要点"
WORDS = f"{TITLE}\n一、加强公共卫生\n2027年6月底前，各乡镇卫生院完成老年人健康体检。"
ASKED = "老年人健康体检什么时候完成？"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    with_fake(monkeypatch)
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "city-2026.txt").write_text(SPEECH, encoding="utf-8")
    load(folder, tmp_path / "jianda.db")
    return folder


@pytest.fixture
def editor(api):
    return api.user("编辑甲")


@pytest.fixture
async def office(closed_office, folder, editor, tmp_path):
    closed_office.knowledge = KnowledgeBase(tmp_path / "jianda.db")
    closed_office.load = lambda progress: load(folder, tmp_path / "jianda.db")
    return await closed_office.open(editors=(editor.id,))


async def after(office, user, send, *what, **more):
    revision = office.api.world.revision
    send(office.api.private(user), user, *what, **more)
    return await office.dialogue(user).settled(revision)


async def test_a_photograph_is_previewed_added_and_answers_with_its_page(office, editor, folder):
    (shown,) = await after(office, editor, office.api.photo, photograph(WORDS), caption="请收下")
    assert f"《{TITLE}》" in shown.text and "扫描识别的，请核对原页" in shown.text
    dialogue = office.dialogue(editor)
    await dialogue.presses(SAYS.add)
    (done,) = await dialogue.presses(SAYS.go["add"])
    assert SAYS.done in done.text
    (name,) = [path.name for path in folder.iterdir() if path.name.startswith("photo-")]
    assert name.endswith(".jpg")
    (answer,) = await dialogue.says(ASKED)
    assert "，第1页（扫描识别，请核对原页）" in answer.text
    (page,) = await dialogue.presses(CHINESE.original_page)
    assert page.file.startswith(b"\xff\xd8\xff")
    assert page.text == CHINESE.page_picture.format(title=TITLE, page=1)
    (folder / name).unlink()
    (told,) = await dialogue.presses(CHINESE.original_page, under=answer)
    assert told.text == CHINESE.page_missing.format(title=TITLE, page=1)


async def test_a_scan_sent_as_a_file_is_recognised_once(office, editor, folder, monkeypatch):
    (shown,) = await after(office, editor, office.api.document, "scan.pdf", scan(WORDS))
    assert f"《{TITLE}》" in shown.text
    monkeypatch.setattr("knowledge.indexing.recognition.Recognition._recognised", None)
    dialogue = office.dialogue(editor)
    await dialogue.presses(SAYS.add)
    (done,) = await dialogue.presses(SAYS.go["add"])
    assert SAYS.done in done.text


async def test_a_photograph_without_text_is_no_document(office, editor):
    (told,) = await after(office, editor, office.api.photo, photograph(""))
    assert "没有认出文字" in told.text


async def test_without_the_extra_the_editor_is_told_how_to_have_it(office, editor, monkeypatch):
    without_extra(monkeypatch)
    (told,) = await after(office, editor, office.api.document, "scan.pdf", scan(WORDS))
    assert "pip install 'jianda[scans]'" in told.text


async def test_a_photograph_of_anybody_else_is_not_read(office, api):
    (told,) = await after(office, api.user("王芳"), office.api.photo, photograph(WORDS))
    assert told.text == CHINESE.only_text


async def test_answers_from_printed_text_have_no_such_button(office, editor):
    (answer,) = await office.dialogue(editor).says("实施细则什么时候出台？")
    labels = [label for row in answer.labels for label in row]
    assert CHINESE.original_file in labels and CHINESE.original_page not in labels
    assert "扫描识别" not in answer.text


async def test_how_far_the_pages_are_is_told_while_it_takes_long(office, editor, api, monkeypatch):
    monkeypatch.setattr(recognition_progress, "PAUSE", 0.01)
    received = await office.dialogue(editor).says("你好")
    chat = api.private(editor)
    told, shown = [], asyncio.Event()

    async def send(bot, to, messages):
        told.append(messages[0].html)
        return (received[-1].message_id,)

    async def change(bot, chat_id, number, message):
        told.append(message.html)
        shown.set()

    monkeypatch.setattr(recognition_progress, "send", send)
    monkeypatch.setattr(recognition_progress, "change", change)

    async def work(pages_told):
        pages_told("scan.pdf", 1, 3)
        while not told:
            await asyncio.sleep(0)
        pages_told("scan.pdf", 2, 3)
        await shown.wait()
        return "preview"

    to = type("To", (), {"chat": chat})
    async with asyncio.timeout(60):
        assert await telling_pages(office.application.bot, to, CHINESE, work) == "preview"
    assert told == [SAYS.recognising.format(done=done, total=3) for done in (1, 2)]


def test_in_the_terminal_the_page_is_written_into_the_folder(folder, tmp_path, monkeypatch):
    (folder / "scan.pdf").write_bytes(scan("封面", WORDS))
    load(folder, tmp_path / "jianda.db")
    monkeypatch.chdir(tmp_path)
    knowledge = KnowledgeBase(tmp_path / "jianda.db")
    config = replace(Config(), corpus=folder, database=tmp_path / "jianda.db")
    chat = Chat(knowledge, CHINESE, config)
    chat.answer(ASKED)
    (number,) = [place for place, button in chat.choices.items() if button.label == CHINESE.original_page]
    (told,) = chat.answer(str(number))
    assert "第2页" in told.html
    (picture,) = tmp_path.glob("*.jpg")
    assert picture.read_bytes().startswith(b"\xff\xd8\xff")


def test_a_page_of_a_file_in_an_archive_is_shown(folder, tmp_path):
    import zipfile

    from knowledge.indexing.page_pictures import picture_of

    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr("内部/scan.pdf", scan(WORDS))
    load(folder, tmp_path / "jianda.db")
    document = next(d for d in KnowledgeBase(tmp_path / "jianda.db").documents() if d.title == TITLE)
    assert document.path == "all.zip/内部/scan.pdf"
    page = DocumentPage(document, 1)
    assert (picture_of(folder, page.document, page.number) or b"").startswith(b"\xff\xd8\xff")
