"""A press whose data nobody was ever shown does what the person may do, and no more: rights are checked where things are done."""

import sqlite3
from dataclasses import replace

import pytest
from telegram import Update
from telegram.ext import AIORateLimiter

from bot.callback_data.administration import Confirm
from bot.callback_data.codec import ANEW
from bot.messages import CHINESE
from bot.state.chats.preferences import Preference
from bot.state.chats.schedule import Schedule
from bot.state.chats.subscriptions import Subscription
from bot.state.editing.confirmations import Pending
from bot.state.storage.audit import Actor
from bot.state.usage.favourites import Favourite
from bot.state.usage.question_log import AskedQuestion
from bot.state.usage.votes import Vote
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.bot.callback_data.test_callback_data import WRITTEN, A, B
from tests.bot.cli.test_command_line import PLAN, SPEECH

SECRET = "只有甲知道的事"
OWN = {
    "votes": "person",
    "favourites": "person",
    "languages": "person",
}  # what anybody may change for themselves
OF_EDITORS = {
    "marks": "person",
    "pending": "person",
    "audit": "person",
}  # deadlines are marked in groups, too
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'sqlite_sequence'"
SAMPLED = {ANEW + data.removeprefix(ANEW) for data in WRITTEN} | set(WRITTEN)


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forged")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "city-2026.txt").write_text(SPEECH, encoding="utf-8")
    (folder / "corpus" / "county-2027.txt").write_text(PLAN, encoding="utf-8")
    load(folder / "corpus", folder / "jianda.db")
    return folder / "jianda.db"


@pytest.fixture
def people(api):
    return {name: api.user(name) for name in ("甲", "member", "editor", "stranger")}


@pytest.fixture
async def office(closed_office, people, base, corpus, monkeypatch):
    known = [people[name].id for name in ("甲", "member")]
    closed_office.knowledge = KnowledgeBase(base)
    # Hundreds of presses in one group would wait for minutes.
    monkeypatch.setattr("bot.telegram.application.PatientRateLimiter", lambda *_: AIORateLimiter(0, 0, 0, 0))
    rules = {"limit_per_minute": 0, "group_limit_per_minute": 0}
    office = await closed_office.open(
        owners=(1,), editors=(people["editor"].id,), allowed_users=known, **rules
    )
    office.loads = []
    office.load = lambda progress: office.loads.append(1)
    return office


@pytest.fixture
def group(api, people):
    others = [people[name] for name in ("member", "editor", "stranger")]
    return api.group(owner=people["甲"], members=others)


@pytest.fixture
def filled(office, people, group):
    """What 甲 and the group have stored; gives the ids that a forged press may name."""
    state, person, document = office.state, people["甲"].id, office.knowledge.documents()[0].id
    passage = office.knowledge.ask("中医馆什么时候设置？").answers[0].passage_id
    deadline = office.knowledge.deadlines()[0].item.id
    state.scopes.set(group.id, [document])
    state.questions.add(AskedQuestion(person, person, SECRET, "answer", 0.9, document, passage, 5))
    state.favourites.add(person, Favourite(passage, SECRET, SECRET))
    state.votes.cast(Vote(person, group.id, 5, True, passage, ""))
    state.subscriptions.add(
        Subscription(0, group.id, None, person, "zh", "", Schedule(), standing="running", since=0.0)
    )
    state.appointments.appoint(9, "乙", Actor(1, "主").change("role", SECRET, "", "editor"))
    key = state.pending.add(
        Pending(person, "role", {"person": 9, "name": "乙", "before": "editor", "after": ""})
    )
    return {A: (passage, document, deadline), B: (passage,), "key": key}


def forgeries(filled, person):
    """Every kind of button, also before a new message, with ids and numbers of what is there."""
    for data in sorted(SAMPLED):
        for real in filled[A]:
            yield data.replace(A, real).replace(B, filled[B][0])
    for number in range(1, 4):
        yield from (
            f"{ANEW}r:{number}",
            f"r:{number}",
            f"lx{number}",
            f"ly{number}",
            f"n:lp{number}",
            f"ld{number}:7",
        )
    yield from (f"{ANEW}k:*:0", "k:*:0", f"x:1:{person.id}")
    yield from (replace(Confirm(True, filled["key"]), anew=anew).pack() for anew in (False, True))


def rows(office):
    """Every row of every table, with the names of its columns.

    The ids that deadlines keep are left out: they are noted when a list is shown, whoever reads it.
    """
    connection = sqlite3.connect(office.folder / "jianda-state.db")
    connection.row_factory = sqlite3.Row
    names = [row[0] for row in connection.execute(TABLES) if row[0] != "lasting_ids"]
    found = {name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")] for name in names}
    connection.close()
    return found


def changed(before, after, own):
    """The tables in which anything is another that is not of the person who pressed."""
    return [
        name for name in after if others(before[name], own.get(name)) != others(after[name], own.get(name))
    ]


def others(table, own):
    column, person = own or ("", 0)
    nobody = 0  # whose name was taken off, as they asked to be forgotten
    return [row for row in table if not column or row[column] not in (person, nobody)]


async def presses(office, api, person, chat, data):
    """A press of a button with this data under a message of the bot, which was shown another; gives the answer to it."""
    keys = {"inline_keyboard": [[{"text": "有用", "callback_data": "u:1:x"}]]}
    sent = api.call("sendMessage", {"chat_id": chat.id, "text": "答案", "reply_markup": keys})["result"]
    message = next(one for one in api.sent(chat) if one.message_id == sent["message_id"])
    api.press(person, message, "有用")
    for update in api.take_updates():
        update["callback_query"]["data"] = data
        await office.application.process_update(Update.de_json(update, office.application.bot))
    return api.calls_of("answerCallbackQuery")[-1].parameters


@pytest.mark.parametrize("who", ["stranger", "member", "editor"])
async def test_in_a_group_nothing_is_changed_or_shown_that_is_not_theirs(
    office, api, people, group, filled, who
):
    person = people[who]
    tables = {"stranger": {}, "member": OWN, "editor": {**OWN, **OF_EDITORS}}[who]
    own = {name: (column, person.id) for name, column in tables.items()}
    before = rows(office)
    for data in forgeries(filled, person):
        await presses(office, api, person, group, data)
        assert changed(before, rows(office), own) == [], data
    told = [sent.text for sent in api.sent(group)]
    assert [text for text in told if SECRET in text or "出了错" in text] == []
    assert office.loads == [] and office.state.appointments.roles.keys() == {9}
    assert who != "stranger" or set(told) == {"答案"}
    assert api.violations == []


@pytest.mark.parametrize("who", ["stranger", "member"])
async def test_in_private_nothing_is_changed_or_shown_that_is_not_theirs(office, api, people, filled, who):
    person = people[who]
    own = {name: (column, person.id) for name, column in OWN.items()} if who == "member" else {}
    own |= {"scopes": ("chat", person.id), "preferences": ("chat", person.id)} if who == "member" else {}
    before, chat = rows(office), api.private(person)
    for data in forgeries(filled, person):
        await presses(office, api, person, chat, data)
        assert changed(before, rows(office), own) == [], data
    told = [sent.text for sent in api.sent(chat)]
    assert [text for text in told if SECRET in text or "出了错" in text] == []
    assert office.loads == [] and office.state.appointments.roles.keys() == {9}


async def test_an_administrator_of_the_group_changes_its_scope_by_either_form_of_the_button(
    office, api, people, group, filled
):
    for data in ("k:*:0", f"{ANEW}k:{filled[A][1]}:0"):
        await presses(office, api, people["甲"], group, data)
    assert office.state.scopes.of(group.id) == (filled[A][1],)


@pytest.mark.parametrize("data", ["k:*:0", f"{ANEW}k:*:0"])
async def test_a_member_who_forges_the_scope_is_told_why_not(office, api, people, group, filled, data):
    before = office.state.scopes.of(group.id)
    answered = await presses(office, api, people["member"], group, data)
    assert answered["text"] == CHINESE.scope_admins_only and answered["show_alert"]
    assert office.state.scopes.of(group.id) == before


async def test_where_administrators_alone_ask_no_button_asks_for_a_member(office, api, people, group, filled):
    office.state.preferences.set(group.id, Preference(askers="administrators"))
    state, member = office.state, people["member"]
    state.questions.add(AskedQuestion(member.id, member.id, "中医馆什么时候设置？", "answer", 0.9, "", "", 5))
    before = len(api.sent(group))
    answered = await presses(office, api, member, group, "r:2")
    assert answered["show_alert"] and len(api.sent(group)) == before + 1
