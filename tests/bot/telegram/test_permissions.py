"""What a handler requires: every command and button of administration refuses everybody else and changes nothing."""

import sqlite3

import pytest
from telegram import Update
from telegram.ext import CallbackQueryHandler, MessageHandler

from bot.access.roles import Role
from bot.callback_data.administration import Confirm
from bot.chat.commands import COMMANDS
from bot.messages import CHINESE
from bot.state.editing.confirmations import Pending
from bot.telegram.admin.confirmation import CONFIRMED
from bot.telegram.application import HANDLERS
from bot.telegram.gate.addressing import _Called
from bot.telegram.gate.permissions import requirement_of
from bot.telegram.start import LINKED
from knowledge.indexing.load_report import LoadReport

DATA = (
    "l:0123abcd",
    "stats:7",
    "role:l:0",
    "role:p:500001",
    "role:m:owner:500001",
    "audit:0",
    "T:u:0",
    "zd0123456789abc:0:",
    "doc:m:0123456789abc",
    "state:restore",
)
"""A press for every button that requires a role."""

COMMANDS_THAT_REQUIRE = [command for command in COMMANDS if command.needs]
GUARDED = [handler for handler in HANDLERS if requirement_of(handler.callback)]
NOBODY, EDITOR = "nobody", "editor"


def refused(things, needed):
    """Each thing with those whom it refuses, and what they are told."""
    return [
        (thing, who, CHINESE.not_editor if needed(thing) is Role.EDITOR else CHINESE.not_admin)
        for thing in things
        for who in (NOBODY, EDITOR)
        if who == NOBODY or needed(thing) > Role.EDITOR
    ]


def needed_by_command(name):
    return next(command.needs for command in COMMANDS if command.name == name)


def needed_by_data(data):
    handlers = [one for one in GUARDED if isinstance(one, CallbackQueryHandler)]
    return next(requirement_of(handler.callback) for handler in handlers if handler.pattern.match(data))


def command_of(handler):
    """The command that a handler is for."""
    found = [handler.filters]
    for one in found:
        if isinstance(one, _Called):
            return one._command
        inner = (getattr(one, name, None) for name in ("base_filter", "and_filter", "or_filter"))
        found += [part for part in inner if part is not None]
    return None


def test_every_command_declares_what_its_handler_requires():
    declared = {command.name: command.needs for command in COMMANDS}
    for handler in HANDLERS:
        if isinstance(handler, MessageHandler) and (name := command_of(handler)):
            assert requirement_of(handler.callback) is declared[name], name


def test_every_button_that_requires_a_role_is_tried_below():
    handlers = [handler for handler in GUARDED if isinstance(handler, CallbackQueryHandler)]
    assert all(any(handler.pattern.match(data) for data in DATA) for handler in handlers)
    assert all(any(handler.pattern.match(data) for handler in handlers) for data in DATA)


@pytest.fixture
async def office(closed_office, api):
    """An office whose every load and change would be seen."""
    office = await closed_office.open(owners=(1,), editors=(api.user("编辑").id,))
    office.loads = []
    office.load = lambda progress: office.loads.append(1) or LoadReport((), (), 0.0)
    return office


def person_of(office, api, who):
    """Somebody without a role, or the editor."""
    return api.world.users[office.rules["editors"][0]] if who == "editor" else api.user("外人")


def everything(office):
    """Every row of every table."""
    connection = sqlite3.connect(office.folder / "jianda-state.db")
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    connection.close()
    return rows


@pytest.mark.parametrize("in_group", [False, True])
@pytest.mark.parametrize(
    ("command", "who", "refusal"),
    refused([command.name for command in COMMANDS_THAT_REQUIRE], needed_by_command),
)
async def test_a_command_of_administration_does_nothing_for_others(
    office, api, command, in_group, who, refusal
):
    before, person = everything(office), person_of(office, api, who)
    dialogue = office.dialogue(person, api.group() if in_group else None)
    for typed in (f"/{command}", f"/{command} 500001"):
        (reply,) = await dialogue.says(typed)
        assert reply.text == refusal and reply.labels == []
    assert everything(office) == before and office.loads == []


@pytest.mark.parametrize(
    ("payload", "who", "refusal"),
    refused(sorted(set(LINKED) & {command.name for command in COMMANDS_THAT_REQUIRE}), needed_by_command),
)
async def test_a_link_to_a_command_of_administration_does_nothing_for_others(
    office, api, payload, who, refusal
):
    (reply,) = await office.dialogue(person_of(office, api, who)).says(f"/start {payload}")
    assert reply.text == refusal


@pytest.mark.parametrize(("data", "who", "refusal"), refused(DATA, needed_by_data))
async def test_a_button_of_administration_does_nothing_for_others(office, api, data, who, refusal):
    before, person = everything(office), person_of(office, api, who)
    answered = await pressed(office, api, person, data)
    assert answered["text"] == refusal and answered["show_alert"]
    assert everything(office) == before and office.loads == []


@pytest.mark.parametrize(
    ("kind", "who", "_refusal"), refused(sorted(CONFIRMED), lambda kind: CONFIRMED[kind].needs)
)
async def test_what_waits_does_nothing_for_one_who_may_not_even_if_they_began_it(
    office, api, kind, who, _refusal
):
    person = person_of(office, api, who)
    payload = {"person": person.id, "name": "外人", "before": "", "after": "owner"}
    key = office.state.pending.add(Pending(person.id, kind, payload))
    await pressed(office, api, person, Confirm(True, key).pack())
    assert office.state.audit.count() == 0 and not office.state.appointments.roles


async def pressed(office, api, person, data):
    """A press of a button with this data, which may never have been shown; gives what was answered."""
    (question,) = await office.dialogue(person).says("/language")
    api.press(person, question, "English")
    for update in api.take_updates():
        update["callback_query"]["data"] = data
        await office.application.process_update(Update.de_json(update, office.application.bot))
    return api.calls_of("answerCallbackQuery")[-1].parameters
