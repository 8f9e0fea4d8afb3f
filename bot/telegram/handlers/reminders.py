"""/remind and /reminders, and the buttons under what they bring."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from telegram import MaybeInaccessibleMessage, Update
from telegram import Message as Received

from bot.bulletin import weekly
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
from bot.deadlines.filtered_list import understood
from bot.home.defaults import filter_at_home, places_of
from bot.marks.selection import read
from bot.messages import Messages, language_of
from bot.reminders import pages, parser
from bot.reminders.contents import reminder_message
from bot.reminders.personal import pages as own_pages
from bot.reminders.personal.pages import listed
from bot.reminders.personal.parser import names_a_near_time
from bot.reminders.planner import next_reminder
from bot.reminders.wording import summary
from bot.rendering.markup import visible
from bot.rendering.message import Message, say
from bot.state.chats.subscriptions import Subscription
from bot.telegram.gate.addressing import call_of
from bot.telegram.gate.chat_context import setting_of
from bot.telegram.gate.group_rights import may_change_chat
from bot.telegram.handlers.scheduled import bulletins, own_reminders
from bot.telegram.transport.sending import acknowledge, change, send, words_for
from bot.telegram.transport.services import Context, Services, services_of

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
    if names_a_near_time(call.rest):
        await own_reminders.make(update, context, message, call.rest)
        return
    if not await may_change_chat(update, context):
        await send(context.bot, message, say(words.reminders.admins_only))
        return
    services = services_of(context)
    try:
        request = await in_thread(parser.read, visible(call.rest), services.usual)
    except parser.NotUnderstood as error:
        await send(context.bot, message, say(words.reminders.not_understood.format(part=error.part)))
        return
    request = await in_thread(_at_home, services, request, message.chat.id)
    wanted = _subscription(message, user.id, request, words)
    await send(context.bot, message, await in_thread(_added, services, wanted, words))


async def show_list(update: Update, context: Context) -> None:
    """Lists the reminders of the chat."""
    if message := update.message:
        setting = await setting_of(update, context)
        page = await in_thread(_listing, services_of(context), message.chat.id, 0, setting)
        await send(context.bot, message, (page,))


async def press(update: Update, context: Context) -> None:
    """Does what a button of the form, of a reminder or of the list says."""
    query, words = update.callback_query, words_for(update)
    if query is None or query.data is None or query.message is None:
        return
    button, place, services = unpacked(query.data, BUTTONS), query.message, services_of(context)
    if isinstance(button, ListReminders):
        setting = await setting_of(update, context)
        page = await in_thread(_listing, services, place.chat.id, button.page, setting)
    elif not await may_change_chat(update, context):
        await acknowledge(query, words.reminders.admins_only, alert=True)
        return
    elif isinstance(button, Button):
        page = await in_thread(_pressed, services, place.chat.id, button, words)
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
    page = await in_thread(_reminder, services_of(context), setting, place.chat.id, button)
    await acknowledge(query)
    await _put(context, place, page, button.anew)


def _at_home(known: Services, request: parser.Request, chat: int) -> parser.Request:
    """A request of the place and body that the chat is at home with, where its words name none."""
    home, places = known.state.homes.of(chat), places_of(known.knowledge)
    return replace(request, words=filter_at_home(request.words, home, places))


def _subscription(message: Received, person: int, request: parser.Request, words: Messages) -> Subscription:
    topic = message.message_thread_id if message.is_topic_message else None
    return Subscription(
        id=0,
        chat=message.chat.id,
        topic=topic,
        person=person,
        language=language_of(words),
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
    shown = _shown(known, wanted, words)
    # Words that nothing fits may be a slip, or a part of a schedule that was not understood: a person confirms them.
    standing = "draft" if shown.unmatched else wanted.standing
    added = known.state.subscriptions.add(replace(wanted, standing=standing))
    shown = replace(shown, subscription=added)
    if added.standing == "draft":
        return (pages.form(shown, words),)
    return (pages.view(shown, words, words.reminders.made),)


def _shown(known: Services, subscription: Subscription, words: Messages) -> pages.SubscriptionView:
    sources, now, today = known.sources(), known.clock.now(), known.clock.today()
    deadlines = sources.deadlines()
    wanted = sources.wanted(subscription, deadlines, now)
    first = subscription.schedule.next_day(now, known.clock.zone)
    told = known.state.outbox.told(subscription.id)
    excluding = read(subscription.words).rest.excluding(deadlines.every, today)
    return pages.SubscriptionView(
        subscription,
        fitting=len(wanted),
        coming=next_reminder(subscription.schedule, wanted, told, first),
        unmatched=tuple(understood(part, today, words) for part in excluding),
    )


def _listing(known: Services, chat: int, number: int, setting: ChatContext) -> Message:
    """The reminders of a chat: those of the documents, then its own, the next one first."""
    subscriptions = known.state.subscriptions.of_chat(chat)
    own, repeated = (known.state.scheduled.coming(chat, kind) for kind in (own_pages.KIND, weekly.KIND))
    reminders = [
        *(pages.listed(subscription, setting.words) for subscription in subscriptions),
        *map(partial(listed, setting=setting), own),
        *map(partial(bulletins.listed, setting=setting), repeated),
    ]
    return pages.listing(reminders, number, setting.words)


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
    return pages.form(_shown(known, subscription, words), words)


def _settled(known: Services, subscription: Subscription, action: ReminderAction, words: Messages) -> Message:
    """What follows from a button that makes no choice in the form."""
    state, reminder_words = known.state.subscriptions, words.reminders
    headings = {
        ReminderAction.SAVE: reminder_words.kept,
        ReminderAction.PAUSE: reminder_words.paused,
        ReminderAction.RESUME: reminder_words.resumed,
    }
    draft = subscription.standing == "draft"
    if action is ReminderAction.CANCEL and draft:
        state.remove(subscription.id)
        return say(reminder_words.cancelled)[0]
    if action is ReminderAction.REMOVE:
        state.remove(subscription.id)
        return say(f"{reminder_words.removed}\n{summary(subscription, words)}")[0]
    if action is ReminderAction.RESUME or (action is ReminderAction.SAVE and draft):
        headings[ReminderAction.SAVE] = reminder_words.made
        subscription = replace(subscription, standing="running")
        state.put(subscription.id, "running")
    if action is ReminderAction.PAUSE:
        subscription = replace(subscription, standing="paused")
        state.put(subscription.id, "paused")
    shown = _shown(known, subscription, words)
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
