"""/remind and /reminders, and the buttons under what they bring."""

from __future__ import annotations

from dataclasses import replace

from telegram import CallbackQuery, Update
from telegram import Message as Received

from bot.chat.keyboards import ANEW
from bot.chat.response import Setting
from bot.concurrency import in_thread
from bot.messages import ENGLISH, Messages
from bot.reminders import pages, parser
from bot.reminders.contents import reminder_message
from bot.reminders.planner import coming
from bot.reminders.wording import summary
from bot.rendering.answers import Message, say
from bot.rendering.markup import visible
from bot.state.chats.subscriptions import Subscription
from bot.telegram.gate.addressing import call_of
from bot.telegram.gate.chat_context import setting_of
from bot.telegram.gate.group_rights import may_change_chat
from bot.telegram.transport.sending import acknowledge, change, send, words_for
from bot.telegram.transport.services import Context, Services, services

MOST = 20  # subscriptions of a chat
LONGEST_FILTER = 40  # characters

CHOICES = (pages.STAGE, pages.WEEKDAY, pages.TIME, pages.TOPIC)


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
    letter, number, choice = _parted(query.data)
    chat, known = query.message.chat.id, services(context)
    if letter == pages.LIST:
        page = await in_thread(_listing, known, chat, int(choice), words)
    elif not await may_change_chat(update, context):
        await acknowledge(query, words.reminders.admins_only, alert=True)
        return
    else:
        page = await in_thread(_pressed, known, (chat, letter, number, choice), words)
    await acknowledge(query)
    await _put(context, query, page)


async def turn(update: Update, context: Context) -> None:
    """Shows a page of a reminder that was sent."""
    query = update.callback_query
    if query is None or query.data is None or query.message is None:
        return
    _, number, choice = _parted(query.data)
    setting = await setting_of(update, context)
    chat = query.message.chat.id
    page = await in_thread(_reminder, services(context), setting, (chat, number, int(choice)))
    await acknowledge(query)
    await _put(context, query, page)


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


def _shown(known: Services, subscription: Subscription) -> pages.Shown:
    sources, now = known.sources(), known.now()
    wanted = sources.wanted(subscription, sources.deadlines(), now)
    first = subscription.schedule.next_day(now, known.time_zone)
    told = known.state.outbox.told(subscription.id)
    return pages.Shown(subscription, len(wanted), coming(subscription.schedule, wanted, told, first))


def _listing(known: Services, chat: int, number: int, words: Messages) -> Message:
    return pages.listing(known.state.subscriptions.of_chat(chat), number, words)


def _pressed(known: Services, pressed: tuple[int, str, int, str], words: Messages) -> Message:
    """What a button brings: the chat, its letter, the number of the subscription and the choice."""
    chat, letter, number, choice = pressed
    subscription = known.state.subscriptions.one(number, chat)
    if subscription is None:
        return say(words.reminders.gone)[0]
    if letter == pages.TOPICS:
        return pages.topic_choice(subscription, _topics(known), int(choice), words)
    if letter in CHOICES:
        subscription = pages.changed(subscription, letter, choice, _topics(known))
        known.state.subscriptions.change(subscription)
        letter = pages.EDIT
    return _settled(known, subscription, letter, words)


def _settled(known: Services, subscription: Subscription, letter: str, words: Messages) -> Message:
    """What follows from a button that makes no choice in the form."""
    state, said = known.state.subscriptions, words.reminders
    headings = {pages.SAVE: said.kept, pages.PAUSE: said.paused, pages.RESUME: said.resumed}
    if letter == pages.CANCEL and subscription.standing == "draft":
        state.remove(subscription.id)
        return say(said.cancelled)[0]
    if letter == pages.REMOVE:
        state.remove(subscription.id)
        return say(f"{said.removed}\n{summary(subscription, words)}")[0]
    if letter == pages.RESUME or (letter == pages.SAVE and subscription.standing == "draft"):
        headings[pages.SAVE] = said.made
        subscription = replace(subscription, standing="running")
        state.put(subscription.id, "running")
    if letter == pages.PAUSE:
        subscription = replace(subscription, standing="paused")
        state.put(subscription.id, "paused")
    shown = _shown(known, subscription)
    if letter == pages.EDIT:
        return pages.form(shown, words)
    if letter == pages.ASK_REMOVE:
        return pages.removal(shown, words)
    return pages.view(shown, words, headings.get(letter, ""))


def _reminder(known: Services, setting: Setting, asked: tuple[int, int, int]) -> Message:
    """A page of a reminder: of which chat, its number, which page."""
    chat, number, page = asked
    reminder = known.state.outbox.one(number, chat)
    subscription = known.state.subscriptions.one(reminder.subscription, chat) if reminder else None
    if reminder is None or subscription is None:
        return say(setting.words.reminders.too_old)[0]
    return reminder_message(setting, subscription, reminder, known.sources().deadlines(), page)


def _topics(known: Services) -> list[str]:
    return [topic.name for topic in known.knowledge.topics() if topic.questions]


async def _put(context: Context, query: CallbackQuery, page: Message) -> None:
    """Puts a page in the place of the message, or where that cannot be or is not meant, under it."""
    place = query.message
    assert place
    anew = (query.data or "").startswith(ANEW)
    if anew or not await change(context.bot, place.chat.id, place.message_id, page):
        await send(context.bot, place, (page,))


def _parted(data: str) -> tuple[str, int, str]:
    """The letter of a button, the number that follows, and the choice."""
    head, _, choice = data.removeprefix(ANEW).partition(":")
    return head[1], int(head[2:]), choice
