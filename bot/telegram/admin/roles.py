"""/roles: who has a role; owners appoint everybody, admins editors."""

from __future__ import annotations

import contextlib

from telegram import CallbackQuery, Update
from telegram.error import TelegramError

from bot.access.roles import Role, Roles, code_of, role_named
from bot.callback_data.administration import ListRoles, MakeRole, OpenPerson
from bot.concurrency import in_thread
from bot.editing.confirmation import ask_to_confirm
from bot.messages import Messages, in_language
from bot.pages.roles import A_PAGE, NONE, Person, person_page, roles_page
from bot.rendering.message import Message, say
from bot.rendering.paging import page_of
from bot.state.editing.confirmations import Payload, Pending
from bot.telegram.gate.addressing import call_of
from bot.telegram.gate.group_rights import in_private, is_private
from bot.telegram.gate.permissions import Confirmed, actor_of, requires
from bot.telegram.transport.menus import announce_to
from bot.telegram.transport.sending import acknowledge, replace_or_send, send, words_for
from bot.telegram.transport.services import Context, services_of

KIND = "role"  # of what waits to be confirmed, and in the audit
LARGEST = 2**52  # of a Telegram id


@requires(Role.ADMIN)
async def tell(update: Update, context: Context) -> None:
    """Lists those who have a role, or with an id after the command shows that person."""
    message, words = update.message, words_for(update)
    if message is None or not await is_private(update, context, message, "roles"):
        return
    call = call_of(message)
    typed = call.rest if call and call.name == "roles" else ""
    if not typed:
        await send(context.bot, message, (await _list(context, 0, words),))
    elif typed.isdecimal() and 0 < int(typed) < LARGEST:
        await send(context.bot, message, (await _person(update, context, int(typed)),))
    else:
        await send(context.bot, message, say(words.roles.how))


@requires(Role.ADMIN)
@in_private
async def turn(update: Update, context: Context) -> None:
    """Shows another page of those who have a role."""
    query = update.callback_query
    if query and query.data:
        number = ListRoles.unpack(query.data).page
        await _show(query, context, await _list(context, number, words_for(update)))


@requires(Role.ADMIN)
@in_private
async def open_person(update: Update, context: Context) -> None:
    """Shows what a person is and can be made."""
    query = update.callback_query
    if query and query.data:
        person = OpenPerson.unpack(query.data).person
        await _show(query, context, await _person(update, context, person))


@requires(Role.ADMIN)
@in_private
async def make(update: Update, context: Context) -> None:
    """Asks whether a person shall be made what the button says."""
    query, words, services = update.callback_query, words_for(update), services_of(context)
    if query is None or query.data is None:
        return
    button = MakeRole.unpack(query.data)
    person, after = button.person, "" if button.role == NONE else button.role
    if refusal := _refusal(services.access.roles, query.from_user.id, person, role_named(after), words):
        await acknowledge(query, refusal, alert=True)
        return
    named = Person(person, await _name(context, person))
    before = code_of(services.access.roles.appointed.get(person))
    payload = {"person": person, "name": named.name, "before": before, "after": after}
    asked = words.roles.ask.format(
        person=named, before=words.roles.names[before], after=words.roles.names[after]
    )
    pending = Pending(query.from_user.id, KIND, payload)
    question = await in_thread(ask_to_confirm, services.state, pending, asked, words.roles.yes, words)
    await _show(query, context, question)


async def appoint(update: Update, context: Context, payload: Payload) -> str:
    """Gives the role that was confirmed, unless it may no longer be given or somebody changed it meanwhile."""
    services, words, actor = services_of(context), words_for(update), actor_of(update)
    person, before, after = payload["person"], payload["before"], payload["after"]
    if refusal := _refusal(services.access.roles, actor.id, person, role_named(after), words):
        return refusal
    named = Person(person, payload["name"])
    change = actor.change(KIND, str(named), before, after)
    if not await in_thread(services.state.appointments.appoint, person, named.name, change):
        return words.changed_meanwhile
    await _tell_person(context, person)
    return words.roles.done.format(
        person=named, role=words.roles.names[code_of(services.access.roles.of(person))]
    )


CONFIRMED = Confirmed(Role.ADMIN, appoint)


def _refusal(roles: Roles, giver: int, person: int, role: Role | None, words: Messages) -> str:
    """Why a role cannot be given, empty when it can."""
    if not roles.may_give(giver, person, role):
        return words.roles.not_yours
    if (role or 0) < (roles.configured(person) or 0) and person not in roles.appointed:
        return words.roles.configured_note
    return words.roles.last_owner if roles.would_leave_no_owner(person, role) else ""


async def _list(context: Context, number: int, words: Messages) -> Message:
    roles = services_of(context).access.roles
    page = page_of(list(roles.everyone()), number, A_PAGE)
    names = {person: await _name(context, person) for person in page.items}
    return roles_page(roles, page, names, words)


async def _person(update: Update, context: Context, person: int) -> Message:
    named, roles = Person(person, await _name(context, person)), services_of(context).access.roles
    return person_page(roles, actor_of(update).id, named, words_for(update))


async def _name(context: Context, person: int) -> str:
    """How a person is called, which Telegram tells of those who have written to the bot."""
    try:
        return (await context.bot.get_chat(person)).full_name or ""
    except TelegramError:
        return services_of(context).state.appointments.name(person)


async def _show(query: CallbackQuery, context: Context, message: Message) -> None:
    await acknowledge(query)
    if query.message:
        await replace_or_send(context.bot, query.message, message)


async def _tell_person(context: Context, person: int) -> None:
    """Tells a person what they are now, in a language of their own; who has never written cannot be told."""
    services, bot = services_of(context), context.bot
    words, role = in_language(services.state.languages.of(person)), services.access.roles.of(person)
    with contextlib.suppress(TelegramError):
        await bot.send_message(person, words.roles.told[code_of(role)])
    await announce_to(bot, person, role)
