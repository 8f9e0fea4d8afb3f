"""Nobody but its readers learns that a closed document exists: not in chat, inline, web, reminders or files."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import zipfile

import pytest
from starlette.testclient import TestClient
from telegram.ext import AIORateLimiter

from bot.access.access import Access
from bot.access.signatures import Signer
from bot.clock import Clock
from bot.config.config import Config, Telegram, Web
from bot.config.secrets import Secret
from bot.config.values import PublicUrl
from bot.reminders.sources import Sources
from bot.state import State
from bot.state.chats.schedule import Schedule
from bot.state.chats.subscriptions import Subscription
from bot.state.storage.audit import AuditChange
from bot.web.application import build_site
from bot.web.gate.visitors import COOKIE, cookie_of
from knowledge.indexing.indexer import load
from tests.clock import TODAY
from tests.knowledge.test_readers import CLOSED, QUESTION, SECRET, corpus, loaded  # noqa: F401

READER, STRANGER, TOKEN = 7, 8, "123:abc"
ASKED = (
    QUESTION, "/ask 银杏疗养院", "/ask 9月底前要完成什么", "/ask 水箱容量", "/documents", "/ddl", "/ddl 银杏", "/ddl 2026年9月", "/ledger",
    "/ledger 银杏", "/bulletin", "/bulletin 银杏", "/targets", "/targets 水箱", "/topics", "/compare 水箱", "/compare 消防",
    "/timeline", "/calendar", "/chart 消防水箱", "/scope", "/place", "/start", "/watch 银杏疗养院", "/remind 每天 银杏", "/reminders", "/watch", "/recent",
)  # fmt: skip
SECRETS = ("整改方案", "180吨", "容量达到", "整改任务")


@pytest.fixture
def knowledge(corpus):  # noqa: F811
    return loaded(corpus, CLOSED)


def revealed(told: object) -> bool:
    """Whether anything of the closed document is in what was told, but for the words of the question."""
    return any(word in repr(told) for word in SECRETS)


def in_file(content: bytes) -> str:
    """The words of a file that the bot sent: a calendar, or a table in a zip."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8", "replace").replace("\r\n ", "")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return "".join(packed.read(name).decode("utf-8", "replace") for name in sorted(packed.namelist()))


async def told_to(office, person, chat) -> list[str]:
    """All that somebody is told: by each command, and by each button that it brings."""
    dialogue, told = office.dialogue(person, chat), []
    for typed in ASKED:
        said = list(
            await dialogue.says(typed if chat is None else typed.replace("/ask ", "/ask@jianda_bot "))
        )
        for message in tuple(said):
            for label in [label for row in message.labels for label in row]:
                with contextlib.suppress(LookupError, AssertionError):
                    said += await dialogue.presses(label, message)
        told += [
            f"{typed}: {message.text} {message.labels} {in_file(message.file or b'')}" for message in said
        ]
    return told


@pytest.mark.parametrize("group", [False, True])
async def test_in_the_chat_it_is_as_if_it_were_not_there(closed_office, api, corpus, group, monkeypatch):  # noqa: F811
    # The pace of a group, twenty messages a minute, is not what is asked here.
    monkeypatch.setattr("bot.telegram.application.PatientRateLimiter", lambda *_: AIORateLimiter(0, 0, 0, 0))
    told = []
    for there in (True, False):
        person = api.user("陌生人")
        chat = api.group(members=[person]) if group else None
        if not there:
            (corpus / "内部" / "secret.txt").unlink()
        closed_office.knowledge = loaded(corpus, CLOSED if there else "")
        office = await closed_office.open(limit_per_minute=0, group_limit_per_minute=0)
        told.append(await told_to(office, person, chat))
    assert not revealed(told[0])
    assert told[0] == told[1]
    assert len(told[0]) > len(ASKED), "buttons were pressed, too"


@pytest.mark.parametrize("reads", [False, True])
async def test_inline(closed_office, api, corpus, reads):  # noqa: F811
    person = api.user()
    readers = f"[{person.id if reads else READER}]"
    closed_office.knowledge = loaded(corpus, f'[[document]]\nfile = "内部/secret.txt"\nreaders = {readers}\n')
    office = await closed_office.open()
    answer = await office.dialogue(person).asks_inline("消防水箱")
    assert revealed([answer, vars(answer) if hasattr(answer, "__dict__") else ""]) is reads


def site_of(knowledge, state, corpus):  # noqa: F811
    """The reading room."""
    telegram, web = Telegram(token=Secret(TOKEN)), Web(public_url=PublicUrl("https://room.example.cn"))
    return build_site(Config(corpus, today=TODAY, telegram=telegram, web=web), knowledge, state)


def opened(site, person: int) -> TestClient:
    """The browser of a person."""
    browser = TestClient(site, "https://room.example.cn", client=("203.0.113.5", 1))
    browser.cookies.set(COOKIE, cookie_of(person, Signer(TOKEN), Clock(dt.UTC, TODAY)))
    return browser


def visited(site, knowledge, person: int) -> dict[str, str]:
    """What a person sees of the reading room."""
    browser = opened(site, person)
    secret = next(d for d in knowledge.documents() if d.path.startswith("内部"))
    passage = knowledge.text(secret.id)[0].passage_id
    paths = (
        "/", f"/s?q={QUESTION}", f"/d/{secret.id}", f"/p/{passage}", f"/d/{secret.id}/file", "/topics", "/ddl", "/ddl.ics",
        "/ddl/timeline.svg", "/targets", "/compare?q=水箱",
    )  # fmt: skip
    return {path: browser.get(path).text for path in paths}


def test_in_the_reading_room(closed_office, knowledge, corpus, tmp_path):  # noqa: F811
    """What was kept for one is shown to the other only where both may read it."""
    closed_office.state = state = State(tmp_path / "web-state.db", clock=lambda: 0.0)
    site = site_of(knowledge, state, corpus)
    for _ in range(2):
        own = visited(site, knowledge, READER)
        assert sum(map(revealed, own.values())) >= 6
        pages = visited(site, knowledge, STRANGER)
        assert [path for path, text in pages.items() if revealed(text) or SECRET in text] == []


@pytest.mark.parametrize(("path", "status"), [("open.txt", 410), ("内部/secret.txt", 404)])
def test_of_removed_documents_those_that_were_open_are_told_of(
    closed_office,
    knowledge,
    corpus,  # noqa: F811
    tmp_path,
    path,
    status,
):
    closed_office.state = state = State(tmp_path / "web-state.db", clock=lambda: 0.0)
    document = next(d.id for d in knowledge.documents() if d.path == path)
    site = site_of(knowledge, state, corpus)
    (corpus / path).unlink()
    load(corpus, corpus.parent / "jianda.db")
    for person in (READER, STRANGER):
        for address in (f"/d/{document}", f"/d/{document}/file"):
            page = opened(site, person).get(address, headers={"accept-language": "en"})
            assert page.status_code == status and "<html" in page.text
            assert ("no longer in the knowledge base" in page.text) is (status == 410)


def test_who_is_appointed_reads_all_from_then_on_and_nothing_after(
    closed_office,
    knowledge,
    corpus,  # noqa: F811
    tmp_path,
):
    closed_office.state = state = State(tmp_path / "web-state.db", clock=lambda: 0.0)
    site, seen, held = site_of(knowledge, state, corpus), [], ""
    for role in ("", "editor", ""):
        state.appointments.appoint(STRANGER, "乙", AuditChange(1, "主", "role", "乙", held, role))
        held = role
        seen.append(any(map(revealed, visited(site, knowledge, STRANGER).values())))
        assert not any(map(revealed, visited(site, knowledge, STRANGER + 1).values()))
    assert seen == [False, True, False]


@pytest.mark.parametrize(
    ("chat", "reminded"), [(READER, True), (-1001, True), (STRANGER, False), (-1002, False)]
)
def test_in_reminders(closed_office, knowledge, tmp_path, chat, reminded):
    closed_office.state = state = State(tmp_path / "reminders.db", clock=lambda: 0.0)
    clock = Clock(dt.UTC, TODAY)
    sources = Sources(knowledge, state, Access(Telegram()), lambda chat, at: False, clock.zone)
    subscription = Subscription(1, chat, None, 7, "zh", "", Schedule(), "running", 0.0)
    wanted = sources.wanted(subscription, sources.deadlines(), clock.now())
    assert any(revealed(located.document.title) for located in wanted) is reminded
    assert wanted
