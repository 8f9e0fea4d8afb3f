"""Marking deadlines as done, postponed or not applicable: the buttons under a deadline, the replies with a day or note."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Literal

from telegram import Chat, ForceReply, MaybeInaccessibleMessage, Update, User
from telegram import Message as Received

from bot.access.roles import Role
from bot.callback_data.browsing import ListDeadlines, OpenDeadline
from bot.callback_data.codec import unpacked
from bot.callback_data.reminders import MarkAction, MarkDeadline, PostponeDeadline
from bot.chat.response import turned
from bot.concurrency import in_thread
from bot.deadlines.pages import due_page
from bot.marks.marking import LONGEST_NOTE, MarkedDeadline, day_in, find
from bot.marks.status import MarkStatus
from bot.marks.wording import day_rows, reopens, show_row, status_text
from bot.messages import Messages
from bot.rendering.dates import day_in_words
from bot.rendering.markup import line, shortened, to_html, visible
from bot.rendering.message import MessageDraft, say
from bot.state.chats.marks import Mark, Status
from bot.state.editing.confirmations import Payload, Pending
from bot.telegram.gate.chat_context import setting_of
from bot.telegram.gate.permissions import requires
from bot.telegram.handlers import browsing
from bot.telegram.handlers.office import reports
from bot.telegram.transport.sending import acknowledge, send, words_for
from bot.telegram.transport.services import Context, Services, services_of

LONGEST_TASK = 100  # characters of a task that a question tells
KIND = "marking"  # of what waits: a message that asks to be told, by a reply, the new day of a deadline or a note
WAITS = 24 * 3600  # seconds
STATUSES: dict[MarkAction, Status] = {
    MarkAction.DONE: "done",
    MarkAction.VOID: "void",
    MarkAction.OPEN: "open",
}
Button = MarkDeadline | PostponeDeadline
Asking = Literal["day", "note", "why"]
BUTTONS = (MarkDeadline, PostponeDeadline)


@requires(Role.EDITOR)
async def press(update: Update, context: Context) -> None:
    """Marks the deadline under which the button stands, or asks for the day or the note."""
    query, words = update.callback_query, words_for(update)
    if query is None or query.data is None or query.message is None:
        return
    button, services = unpacked(query.data, BUTTONS), services_of(context)
    if not isinstance(button, Button):
        return
    action = button.action if isinstance(button, MarkDeadline) else None
    marked = await in_thread(_find, services, button.deadline)
    if marked is None:
        await acknowledge(query, words.marks.gone, alert=True)
    elif asking := _asked_for(action, marked):
        await acknowledge(query)
        await _ask(context, query.message, query.from_user, marked, words, asking)
    else:
        mark = _mark_of(marked, button, query.from_user)
        if mark:
            await in_thread(services.state.marks.add, mark, marked.replaces)
        await acknowledge(query, _noted(mark, words) if mark else None)
        await _redraw(update, context, marked, button)


def _asked_for(action: MarkAction | None, marked: MarkedDeadline) -> Asking | None:
    """What a reply is asked for before a button does anything."""
    if action is MarkAction.OPEN and marked.before and reopens(marked.before):
        return "why"
    return {MarkAction.WRITE_DAY: "day", MarkAction.NOTE: "note"}.get(action) if action else None  # type: ignore[return-value]


async def hear(update: Update, context: Context) -> None:
    """Takes a reply to the question for a day, a note or a reason; any other reply to the bot is a report or a
    question."""
    message = update.message
    asked = message.reply_to_message if message else None
    if message is None or asked is None:
        return
    services, user = services_of(context), message.from_user
    waiting = await in_thread(services.state.pending.find, _key(message.chat.id, asked.message_id))
    if waiting is None or user is None or not services.access.may(user.id, Role.EDITOR):
        await reports.hear(update, context)
        return
    marked = await in_thread(_find, services, waiting.payload["deadline"])
    if marked is None:
        await send(context.bot, message, say(words_for(update).marks.gone))
    elif mark := await _heard(update, context, message, marked, waiting):
        mark = _by(mark, user)
        await in_thread(services.state.marks.add, mark, marked.replaces)
        words = words_for(update)
        rows = (show_row(mark.deadline, words),)
        await send(context.bot, message, MessageDraft((line(_noted(mark, words)),), rows).messages())


async def _heard(
    update: Update, context: Context, message: Received, marked: MarkedDeadline, waiting: Pending
) -> Mark | None:
    """The mark that a reply makes; None when its day was not understood, which it is told."""
    text, words = visible(message.text or ""), words_for(update)
    if waiting.payload["note"]:
        return marked.noted(shortened(text, LONGEST_NOTE))
    if waiting.payload.get("why"):
        why = words.marks.reopened.format(why=text)
        return marked.with_note("begun", None, shortened(why, LONGEST_NOTE))
    today = services_of(context).clock.today()
    day = await in_thread(day_in, text, today)
    if day and day > today:
        return marked.mark("postponed", day)
    wrong = words.marks.past_day.format(date=day_in_words(day, words)) if day else words.marks.no_day
    for number in await send(context.bot, message, say(wrong)):
        await in_thread(_wait, services_of(context), (message.chat.id, number), waiting)
    return None


def _key(chat: int, message: int) -> str:
    """The key under which it waits that somebody replies to a message."""
    return f"{KIND}:{chat}:{message}"


def _wait(services: Services, place: tuple[int, int], waiting: Pending) -> None:
    """Lets a message of a chat wait for a reply, also over a restart; no other dialogue takes what is typed then."""
    services.state.dialogues.end(waiting.person)
    services.state.pending.add(waiting, WAITS, _key(*place))


def _find(services: Services, number: str) -> MarkedDeadline | None:
    return find(number, services.knowledge.deadlines(), services.state.marks.current)


def _mark_of(marked: MarkedDeadline, button: Button, user: User) -> Mark | None:
    """The mark that a button makes, None when it only leads on."""
    if isinstance(button, PostponeDeadline):
        return _by(marked.mark("postponed", dt.datetime.strptime(button.day, "%Y%m%d").date()), user)
    if button.action is MarkAction.CONFIRM:
        return _by(marked.confirmed(), user)
    status = STATUSES.get(button.action)
    return _by(marked.mark(status), user) if status else None


def _by(mark: Mark, user: User) -> Mark:
    return replace(mark, person=user.id, name=visible(user.full_name))


def _noted(mark: Mark, words: Messages) -> str:
    """What was noted, for the eyes of who did it."""
    if mark.status == "open":
        return words.marks.opened
    note = words.marks.note.format(note=mark.note) if mark.note else ""
    return words.marks.marked.format(said=status_text(MarkStatus(mark), words)) + note


async def _redraw(update: Update, context: Context, marked: MarkedDeadline, button: Button) -> None:
    """Shows the deadline as it stands now, or the days to postpone to."""
    setting, services = await setting_of(update, context), services_of(context)
    if isinstance(button, MarkDeadline) and button.action is MarkAction.POSTPONED:
        task = shortened(marked.one.item.task, LONGEST_TASK)
        text = setting.words.marks.choose_day.format(task=task)
        back = ListDeadlines(button.page, button.words)
        rows = day_rows(marked.one.item.id, setting.today, back, setting.words)
        response = turned(to_html(map(line, text.split("\n"))), rows)
    else:
        opening = OpenDeadline(button.deadline, button.page, button.words)
        response = await in_thread(due_page, services.knowledge, setting, opening)
    await browsing.show(update, context, response)


async def _ask(
    context: Context,
    place: MaybeInaccessibleMessage,
    user: User,
    marked: MarkedDeadline,
    words: Messages,
    asking: Asking,
) -> None:
    """Asks for a reply with the day, the note or the reason; in private the reply is begun for the person."""
    sentences = {"day": words.marks.ask_day, "note": words.marks.write_note, "why": words.marks.write_why}
    text = sentences[asking].format(task=shortened(marked.one.item.task, LONGEST_TASK))
    topic = place.message_thread_id if isinstance(place, Received) and place.is_topic_message else None
    private = place.chat.type == Chat.PRIVATE
    sent = await context.bot.send_message(
        place.chat.id,
        visible(text),
        message_thread_id=topic,
        reply_markup=ForceReply() if private else None,
    )
    payload: Payload = {
        "deadline": marked.one.item.id,
        "note": asking == "note",
        "why": asking == "why",
    }
    waiting = Pending(user.id, KIND, payload)
    await in_thread(_wait, services_of(context), (place.chat.id, sent.message_id), waiting)
