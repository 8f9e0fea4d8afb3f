"""Own reminders: asked for in plain words, put off and called off by buttons."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from telegram import Message as Received
from telegram import Update

from bot.callback_data.scheduled import ChangeOwnReminder, OwnReminderAction
from bot.chat.context import ChatContext
from bot.concurrency import in_thread
from bot.messages import Messages, language_of
from bot.reminders.personal import pages, parser
from bot.reminders.personal.pages import KIND
from bot.rendering.markup import visible
from bot.rendering.message import Message, say
from bot.scheduling.repeats import read_repeat, stored
from bot.state.scheduling.messages import ScheduledMessage
from bot.telegram.gate.addressing import asker
from bot.telegram.gate.chat_context import setting_of
from bot.telegram.gate.group_rights import may_change_chat
from bot.telegram.transport.sending import acknowledge, replace_or_send, send, words_for
from bot.telegram.transport.services import Context, Services, services_of
from knowledge.query.small_talk import talk_of

MOST = 50  # reminders to come of a chat
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


async def take(update: Update, context: Context, message: Received, text: str) -> bool:
    """Makes the reminder that a message asks for; False where it asks for none: a long text is one by its time alone."""
    today = services_of(context).clock.today()
    if not parser.asks_to_be_reminded(text) or not (talk_of(text) or parser.has_time(text, today)):
        return False
    await make(update, context, message, text)
    return True


async def make(update: Update, context: Context, message: Received, text: str) -> None:
    """Makes the reminder that a text asks for, with 提醒我 or without, or says what was not understood."""
    if not await may_change_chat(update, context):
        await send(context.bot, message, say(words_for(update).own.admins_only))
        return
    setting = await setting_of(update, context)
    await send(context.bot, message, await in_thread(_made, services_of(context), setting, message, text))


async def press(update: Update, context: Context) -> None:
    """Does what a button under a reminder says."""
    query, words = update.callback_query, words_for(update)
    if query is None or query.data is None or query.message is None:
        return
    button = ChangeOwnReminder.unpack(query.data)
    reads = button.action in (OwnReminderAction.SHOW, OwnReminderAction.OPEN)
    if not (reads or await may_change_chat(update, context)):
        await acknowledge(query, words.own.admins_only, alert=True)
        return
    setting, chat = await setting_of(update, context), query.message.chat.id
    page = await in_thread(_pressed, services_of(context), setting, chat, button)
    await acknowledge(query)
    await replace_or_send(context.bot, query.message, page)


def _made(services: Services, setting: ChatContext, message: Received, text: str) -> tuple[Message, ...]:
    """The reminder as it was made, or why none was."""
    words = setting.words
    try:
        wish = parser.read(visible(text), services.clock.now(), services.usual.at)
    except ValueError as error:
        return say(_refusal(error, services.clock.now(), words))
    scheduled = services.state.scheduled
    count = len(scheduled.coming(message.chat.id, KIND))
    if count >= MOST:
        return say(words.own.too_many.format(count=count))
    at = wish.due.timetz().replace(tzinfo=None)
    wanted = ScheduledMessage(
        chat=message.chat.id,
        topic=message.message_thread_id if message.is_topic_message else None,
        person=asker(message),
        language=language_of(words),
        kind=KIND,
        content={"text": wish.text, **(stored(wish.repeat, at) if wish.repeat else {})},
        due_at=wish.due.timestamp(),
    )
    return (pages.made(replace(wanted, id=scheduled.add(wanted)), setting),)


def _refusal(error: ValueError, now: dt.datetime, words: Messages) -> str:
    """Why no reminder was made, with what to write instead."""
    match error:
        case parser.NotUnderstood(part=""):
            return words.own.no_time.format(examples=words.own.examples)
        case parser.NotUnderstood(part=part):
            return words.own.not_understood.format(part=part, examples=words.own.examples)
        case parser.OutOfReach(moment=moment):
            said = words.own.past if moment <= now else words.own.too_far
            return said.format(moment=pages.moment_in_words(moment, words))
        case parser.TooLong(length=length):
            return words.own.too_long.format(length=length, limit=parser.LONGEST_TEXT)
        case parser.NothingToTell():
            return words.own.nothing
        case _:
            raise error


def _pressed(services: Services, setting: ChatContext, chat: int, button: ChangeOwnReminder) -> Message:
    """What a button of a chat brings."""
    message = services.state.scheduled.one(button.message, chat)
    if message is None or message.kind != KIND:
        return say(setting.words.own.gone)[0]
    match button.action:
        case OwnReminderAction.CANCEL:
            return _cancelled(services, setting, message)
        case OwnReminderAction.RESTORE:
            return _restored(services, setting, message)
        case OwnReminderAction.HOUR:
            return _snoozed(services, setting, message, services.clock.now() + HOUR)
        case OwnReminderAction.TOMORROW:
            tomorrow = services.clock.today() + DAY
            moment = dt.datetime.combine(tomorrow, services.usual.at, services.clock.zone)
            return _snoozed(services, setting, message, moment)
        case _:
            return _shown(setting, message, button.action)


def _cancelled(services: Services, setting: ChatContext, message: ScheduledMessage) -> Message:
    """Calls a reminder off; one that has come meanwhile is shown as it stands."""
    if services.state.scheduled.cancel(message.id) or message.step == "cancelled":
        return pages.cancelled(message, setting)
    return _shown(setting, message, OwnReminderAction.SHOW)


def _restored(services: Services, setting: ChatContext, message: ScheduledMessage) -> Message:
    """Puts back what was called off; one that comes again, at its next time."""
    now, repeating = services.clock.now(), read_repeat(message.content)
    due_at = repeating[0].after(now, repeating[1]).timestamp() if repeating else message.due_at
    if message.step != "cancelled":
        return _shown(setting, message, OwnReminderAction.SHOW)
    if due_at <= now.timestamp():
        text = setting.words.own.cannot_restore.format(moment=pages.moment(message, setting))
        return say(text)[0]
    services.state.scheduled.postpone(message.id, due_at)
    return pages.made(replace(message, due_at=due_at, step="waiting"), setting)


def _snoozed(
    services: Services, setting: ChatContext, message: ScheduledMessage, moment: dt.datetime
) -> Message:
    """Lets a reminder come again; one that waits already is shown as it stands."""
    if services.state.scheduled.postpone(message.id, moment.timestamp()):
        message = replace(message, due_at=moment.timestamp())
    return pages.snoozed(message, setting)


def _shown(setting: ChatContext, message: ScheduledMessage, action: OwnReminderAction) -> Message:
    """A reminder as it stands: still to come, called off, or come."""
    if message.step == "waiting":
        return pages.made(message, setting, listed=action is OwnReminderAction.OPEN)
    if message.step == "cancelled":
        return pages.cancelled(message, setting)
    return pages.due(message, setting)
