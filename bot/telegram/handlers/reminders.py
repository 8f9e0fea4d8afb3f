"""/remind and /reminders, and the buttons under what they bring."""

from __future__ import annotations

from dataclasses import replace

from telegram import MaybeInaccessibleMessage, Update
from telegram import Message as Received

from bot.callback_data.codec import unpacked
from bot.callback_data.reminders import (
    ChangeReminder,
    ChooseForReminder,
    ListReminders,
    ListReminderTopics,
    ReminderAction,
    ShowReminder,
)
from bot.chat.context import ChatContext
from bot.concurrency import in_thread
from bot.messages import ENGLISH, Messages
from bot.reminders import pages, parser
from bot.reminders.contents import reminder_message
from bot.reminders.planner import coming
from bot.reminders.wording import summary
from bot.rendering.markup import visible
from bot.rendering.message import Message, say
from bot.state.chats.subscriptions import Subscription
from bot.telegram.gate.addressing import call_of
from bot.telegram.gate.chat_context import setting_of
from bot.telegram.gate.group_rights import may_change_chat
from bot.telegram.transport.sending import acknowledge, change, send, words_for
from bot.telegram.transport.services import Context, Services, services

MOST = 20  # subscriptions of a chat
LONGEST_FILTER = 40  # characters

Button = ChangeReminder | ChooseForReminder | ListReminderTopics
BUTTONS = (ListReminders, ChangeReminder, ChooseForReminder, ListReminderTopics)


async def remind(update: Update, context: Context) -> None:
    """Sets a reminder that was written out, or offers the form for it."""
    message, user, words = update.message, update.effective_user, words_for(update)
    call = call_of(message) if message else None
    if message is None or user is None or call is None:
        return
    if not await may_change_chat(update, context):
        await send(context.bot, message, say(words.reminders.admins_only))
        return
    known = services(context)
    try:
        request = await in_thread(parser.read, visible(call.rest), known.usual)
    except parser.NotUnderstood as error:
        await send(context.bot, message, say(words.reminders.not_understood.format(part=error.part)))
        return
    wanted = _subscription(message, user.id, request, words)
    await send(context.bot, message, await in_thread(_added, known, wanted, words))


async def show_list(update: Update, context: Context) -> None:
    """Lists the reminders of the chat."""
    if message := update.message:
        page = await in_thread(_listing, services(context), message.chat.id, 0, words_for(update))
        await send(context.bot, message, (page,))


async def press(update: Update, context: Context) -> None:
    """Does what a button of the form, of a reminder or of the list says."""
    query, words = update.callback_query, words_for(update)
    if query is None or query.data is None or query.message is None:
        return
    button, place, known = unpacked(query.data, BUTTONS), query.message, services(context)
    if isinstance(button, ListReminders):
        page = await in_thread(_listing, known, place.chat.id, button.page, words)
    elif not await may_change_chat(update, context):
        await acknowledge(query, words.reminders.admins_only, alert=True)
        return
    elif isinstance(button, Button):
        page = await in_thread(_pressed, known, place.chat.id, button, words)
    else:
        return
    await acknowledge(query)
    await _put(context, place, page, button.anew)


async def turn(update: Update, context: Context) -> None:
    """Shows a page of a reminder that was sent."""
    query = update.callback_query
    if query is None or query.data is None or query.message is None:
        return
    button, place = ShowReminder.unpack(query.data), query.message
    setting = await setting_of(update, context)
    page = await in_thread(_reminder, services(context), setting, place.chat.id, button)
    await acknowledge(query)
    await _put(context, place, page, button.anew)


def _subscription(message: Received, person: int, request: parser.Request, words: Messages) -> Subscription:
    topic = message.message_thread_id if message.is_topic_message else None
    return Subscription(
        id=0,
        chat=message.chat.id,
        topic=topic,
        person=person,
        language="en" if words is ENGLISH else "zh",
        words=request.words,
        schedule=request.schedule,
        standing="running" if request.explicit else "draft",
        since=0.0,
    )


def _added(known: Services, wanted: Subscription, words: Messages) -> tuple[Message, ...]:
    """The form of a new draft, or the reminder that runs from now on."""
    count = len(known.state.subscriptions.of_chat(wanted.chat))
    if count >= MOST:
        return say(words.reminders.too_many.format(count=count))
    if len(wanted.words) > LONGEST_FILTER:
        return say(words.reminders.words_too_long.format(limit=LONGEST_FILTER))
    added = known.state.subscriptions.add(wanted)
    shown = _shown(known, added)
    if added.standing == "draft":
        return (pages.form(shown, words),)
    return (pages.view(shown, words, words.reminders.made),)


def _shown(known: Services, subscription: Subscription) -> pages.SubscriptionView:
    sources, now = known.sources(), known.clock.now()
    wanted = sources.wanted(subscription, sources.deadlines(), now)
    first = subscription.schedule.next_day(now, known.clock.zone)
    told = known.state.outbox.told(subscription.id)
    return pages.SubscriptionView(
        subscription, len(wanted), coming(subscription.schedule, wanted, told, first)
    )


def _listing(known: Services, chat: int, number: int, words: Messages) -> Message:
    return pages.listing(known.state.subscriptions.of_chat(chat), number, words)


def _pressed(known: Services, chat: int, button: Button, words: Messages) -> Message:
    """What a button of a chat brings."""
    subscription = known.state.subscriptions.one(button.subscription, chat)
    if subscription is None:
        return say(words.reminders.gone)[0]
    if isinstance(button, ListReminderTopics):
        return pages.topic_choice(subscription, _topics(known), button.page, words)
    if isinstance(button, ChangeReminder):
        return _settled(known, subscription, button.action, words)
    subscription = pages.changed(subscription, button, _topics(known))
    known.state.subscriptions.change(subscription)
    return pages.form(_shown(known, subscription), words)


def _settled(known: Services, subscription: Subscription, action: ReminderAction, words: Messages) -> Message:
    """What follows from a button that makes no choice in the form."""
    state, said = known.state.subscriptions, words.reminders
    headings = {
        ReminderAction.SAVE: said.kept,
        ReminderAction.PAUSE: said.paused,
        ReminderAction.RESUME: said.resumed,
    }
    draft = subscription.standing == "draft"
    if action is ReminderAction.CANCEL and draft:
        state.remove(subscription.id)
        return say(said.cancelled)[0]
    if action is ReminderAction.REMOVE:
        state.remove(subscription.id)
        return say(f"{said.removed}\n{summary(subscription, words)}")[0]
    if action is ReminderAction.RESUME or (action is ReminderAction.SAVE and draft):
        headings[ReminderAction.SAVE] = said.made
        subscription = replace(subscription, standing="running")
        state.put(subscription.id, "running")
    if action is ReminderAction.PAUSE:
        subscription = replace(subscription, standing="paused")
        state.put(subscription.id, "paused")
    shown = _shown(known, subscription)
    if action is ReminderAction.EDIT:
        return pages.form(shown, words)
    if action is ReminderAction.ASK_REMOVE:
        return pages.removal(shown, words)
    return pages.view(shown, words, headings.get(action, ""))


def _reminder(known: Services, setting: ChatContext, chat: int, button: ShowReminder) -> Message:
    """A page of a reminder of a chat."""
    reminder = known.state.outbox.one(button.reminder, chat)
    subscription = known.state.subscriptions.one(reminder.subscription, chat) if reminder else None
    if reminder is None or subscription is None:
        return say(setting.words.reminders.too_old)[0]
    return reminder_message(setting, subscription, reminder, known.sources().deadlines(), button.page)


def _topics(known: Services) -> list[str]:
    return [topic.name for topic in known.knowledge.topics() if topic.questions]


async def _put(context: Context, place: MaybeInaccessibleMessage, page: Message, anew: bool) -> None:
    """Puts a page in the place of the message, or where that cannot be or is not meant, under it."""
    if anew or not await change(context.bot, place.chat.id, place.message_id, page):
        await send(context.bot, place, (page,))
