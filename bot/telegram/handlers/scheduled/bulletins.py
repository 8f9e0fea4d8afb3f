"""/bulletin: the bulletin now, and that it comes every week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from telegram import MaybeInaccessibleMessage, Update
from telegram import Message as Received

from bot.bulletin import weekly
from bot.bulletin.pages import are_carried
from bot.callback_data.codec import unpacked
from bot.callback_data.scheduled import BulletinAction, ChangeBulletin, SubscribeBulletin
from bot.chat.context import ChatContext
from bot.concurrency import in_thread
from bot.conversation.ask import browse
from bot.messages import language_of
from bot.reminders.pages import ListedReminder
from bot.reminders.personal import parser
from bot.reminders.personal.pages import again_in_words, moment
from bot.rendering.markup import visible
from bot.rendering.message import Button, Message, say
from bot.scheduling.repeats import Repeat, read_repeat, stored
from bot.state.scheduling.messages import ScheduledMessage
from bot.telegram.gate.addressing import asker, call_of
from bot.telegram.gate.chat_context import setting_of
from bot.telegram.gate.group_rights import may_change_chat
from bot.telegram.transport.sending import acknowledge, enclose, replace_or_send, send
from bot.telegram.transport.services import Context, Services, services_of

MOST = 10  # bulletins to come of a chat
MONDAYS = Repeat((0,))
BUTTONS = (SubscribeBulletin, ChangeBulletin)


async def tell(update: Update, context: Context) -> None:
    """Tells the bulletin, or lets it come again where a time is written (每周五下午4点)."""
    message = update.message
    call = call_of(message) if message else None
    if message is None or call is None:
        return
    setting, services = await setting_of(update, context), services_of(context)
    try:
        repeated = parser.read_repeated(visible(call.rest), services.clock.now(), services.usual.at)
    except parser.NotUnderstood as error:
        await send(context.bot, message, say(setting.words.bulletin.not_understood.format(part=error.part)))
        return
    if repeated is None:
        await _show(context, message, setting, visible(call.rest))
    elif await may_change_chat(update, context):
        words, repeat, due = repeated
        page = await in_thread(_subscribed, services, setting, message, asker(message), (words, repeat, due))
        await send(context.bot, message, (page,))
    else:
        await send(context.bot, message, say(setting.words.bulletin.admins_only))


async def press(update: Update, context: Context) -> None:
    """Does what a button under a bulletin or a subscription says."""
    query = update.callback_query
    if query is None or query.data is None or query.message is None:
        return
    setting, services, place = await setting_of(update, context), services_of(context), query.message
    button = unpacked(query.data, BUTTONS)
    reads = isinstance(button, ChangeBulletin) and button.action in (BulletinAction.OPEN, BulletinAction.SHOW)
    if not (reads or await may_change_chat(update, context)):
        await acknowledge(query, setting.words.bulletin.admins_only, alert=True)
        return
    await acknowledge(query)
    if isinstance(button, SubscribeBulletin):
        due = MONDAYS.after(services.clock.now(), services.usual.at)
        wanted = (button.words, MONDAYS, due)
        page = await in_thread(_subscribed, services, setting, place, query.from_user.id, wanted)
        await send(context.bot, place, (page,))
    elif isinstance(button, ChangeBulletin):
        page = await in_thread(_pressed, services, setting, place.chat.id, button)
        await replace_or_send(context.bot, place, page)


def listed(message: ScheduledMessage, setting: ChatContext) -> ListedReminder:
    """A bulletin that comes again in the list of reminders."""
    text = setting.words.bulletin.listed.format_map(_said(message, setting))
    return ListedReminder(text.strip(), ChangeBulletin(BulletinAction.OPEN, message.id))


async def _show(context: Context, message: Received, setting: ChatContext, words: str) -> None:
    """The bulletin, with its picture, and the way to let it come every week."""
    services, call = services_of(context), call_of(message)
    if call is None:
        return
    response = await in_thread(browse, services.knowledge, replace(call, rest=words), setting)
    label = setting.words.bulletin.subscribe.format(time=f"{services.usual.at:%H:%M}")
    row = (Button(label, SubscribeBulletin(words).pack()),)
    fits = bool(response.messages and response.messages[-1].buttons)
    pages = [*response.messages]
    if fits:
        pages[-1] = replace(pages[-1], buttons=(*pages[-1].buttons, row))
    await send(context.bot, message, pages)
    await enclose(context.bot, message, response.enclosures)


def _subscribed(
    services: Services,
    setting: ChatContext,
    place: MaybeInaccessibleMessage,
    person: int,
    wanted: tuple[str, Repeat, dt.datetime],
) -> Message:
    """The subscription as it was made; the same one again changes its time."""
    words, repeat, due = wanted
    scheduled = services.state.scheduled
    if not are_carried(words):
        return say(setting.words.filter_too_long)[0]
    there = scheduled.coming(place.chat.id, weekly.KIND)
    same = [message for message in there if message.content["words"] == words]
    if len(there) >= MOST and not same:
        return say(setting.words.bulletin.too_many.format(count=len(there)))[0]
    for message in same:
        scheduled.cancel(message.id)
    topic = place.message_thread_id if isinstance(place, Received) and place.is_topic_message else None
    language = language_of(setting.words)
    content = {"words": words, **stored(repeat, due.timetz().replace(tzinfo=None))}
    message = ScheduledMessage(place.chat.id, topic, person, language, weekly.KIND, content, due.timestamp())
    message = replace(message, id=scheduled.add(message))
    text = setting.words.bulletin.subscribed.format_map(_said(message, setting))
    return weekly.told(message, text, setting, BulletinAction.CANCEL)


def _pressed(services: Services, setting: ChatContext, chat: int, button: ChangeBulletin) -> Message:
    """What a button of a chat brings."""
    scheduled, words = services.state.scheduled, setting.words.bulletin
    message = scheduled.one(button.message, chat)
    if message is None or message.kind != weekly.KIND:
        return say(words.gone)[0]
    if button.action is BulletinAction.SHOW:
        return weekly.weekly_bulletin(
            message, setting, services.knowledge.read_by(None), services.state, services.access
        )
    if button.action is BulletinAction.CANCEL and scheduled.cancel(message.id):
        message = replace(message, step="cancelled")
    repeating = read_repeat(message.content)
    if button.action is BulletinAction.RESTORE and message.step == "cancelled" and repeating:
        due_at = repeating[0].after(services.clock.now(), repeating[1]).timestamp()
        scheduled.postpone(message.id, due_at)
        message = replace(message, step="waiting", due_at=due_at)
    if message.step == "waiting":
        text = words.view.format_map(_said(message, setting))
        return weekly.told(message, text, setting, BulletinAction.CANCEL)
    if message.step != "cancelled" or not repeating:
        return say(words.gone)[0]
    text = words.cancelled.format_map(_said(message, setting))
    return weekly.told(message, text, setting, BulletinAction.RESTORE)


def _said(message: ScheduledMessage, setting: ChatContext) -> Mapping[str, str]:
    """What the sentences about a subscription say: how often, of what, when next."""
    repeating = read_repeat(message.content)
    again = again_in_words(*repeating, setting.words) if repeating else ""
    words = message.content["words"]
    return {"again": again, "words": f" {words}" if words else "", "moment": moment(message, setting)}
