"""Reports on tasks: a reply to a reminder or a list, which an editor confirms or turns down with buttons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from telegram import CallbackQuery, Chat, InlineKeyboardMarkup, Update
from telegram import Message as Received
from telegram.error import TelegramError

from bot.access.roles import Role
from bot.callback_data.browsing import OpenDeadline
from bot.callback_data.codec import unpacked
from bot.callback_data.ledger import ChooseTask, DecideReport
from bot.callback_data.reminders import MarkDeadline, PostponeDeadline
from bot.concurrency import in_thread
from bot.marks.marking import MarkedDeadline, find
from bot.messages import Messages, in_language
from bot.rendering.dates import day_in_words
from bot.rendering.markup import visible
from bot.rendering.message import Message, say
from bot.state.editing.confirmations import Pending
from bot.state.storage.audit import Actor
from bot.task_reports import deciding
from bot.task_reports.parser import Report, read_report
from bot.task_reports.requests import (
    KIND,
    UNDO,
    WAITS,
    ReportRequest,
    choice,
    outcome_message,
    read_request,
    request_message,
    request_of,
)
from bot.telegram.handlers import questions
from bot.telegram.transport.sending import acknowledge, post, replace_or_send, send, words_for
from bot.telegram.transport.services import Context, Services, services_of

BUTTONS = (ChooseTask, DecideReport)
NAMING = (OpenDeadline, MarkDeadline, PostponeDeadline)
MOST_EDITORS = 20  # who are asked about a report in private

Tasks = Mapping[str, MarkedDeadline]
"""The tasks that a message names, by the labels of its buttons."""


async def hear(update: Update, context: Context) -> None:
    """Takes a reply that reports of a task of the message; any other reply to the bot is a question."""
    message, services = update.message, services_of(context)
    if message is None or message.from_user is None:
        return
    report = read_report(visible(message.text or ""), services.clock.today())
    named = dict(_named(message.reply_to_message)) if report and message.reply_to_message else {}
    tasks = await in_thread(_tasks, services, named) if named else {}
    if report is None or not tasks:
        await questions.ask_plainly(update, context)
    elif wrong := _wrong_day(report, services, words_for(update)):
        await send(context.bot, message, say(wrong))
    else:
        await _take(update, context, message, report, tasks)


async def press(update: Update, context: Context) -> None:
    """Takes up of which task a report is, or what an editor decides on it."""
    query, words = update.callback_query, words_for(update)
    if query is None or query.data is None or query.message is None:
        return
    button, services = unpacked(query.data, BUTTONS), services_of(context)
    if not isinstance(button, ChooseTask | DecideReport):
        return
    pending = await in_thread(services.state.pending.find, button.key)
    if pending is None:
        await acknowledge(query, words.confirm_ended, alert=True)
    elif isinstance(button, ChooseTask):
        await _choose(update, context, query, pending, button)
    else:
        await _decide(update, context, query, pending, button)


async def _take(update: Update, context: Context, message: Received, report: Report, tasks: Tasks) -> None:
    """Lets a report wait: for the task that it is of, or for who confirms it."""
    state, words = services_of(context).state, words_for(update)
    chosen = _meant(report, tasks)
    request = request_of(report, chosen.one.item.id if chosen else "", _person(message), message.chat.id)
    key = await in_thread(state.pending.add, Pending(request.person, KIND, request.stored()), WAITS)
    if chosen:
        shown = await _submitted(update, context, request, chosen, key)
    else:
        offered = {marked.one.item.id: marked.one.item.task for marked in tasks.values()}
        shown = choice(report.said, offered, key, words)
    await send(context.bot, message, (shown,))


async def _choose(
    update: Update, context: Context, query: CallbackQuery, pending: Pending, button: ChooseTask
) -> None:
    state, words = services_of(context).state, words_for(update)
    if pending.person != query.from_user.id:
        await acknowledge(query, words.not_yours, alert=True)
        return
    marked = await in_thread(_find, services_of(context), button.deadline)
    if marked is None:
        await acknowledge(query, words.marks.gone, alert=True)
        return
    request = replace(read_request(pending.payload), deadline=button.deadline)
    await in_thread(state.pending.add, Pending(request.person, KIND, request.stored()), WAITS, button.key)
    await acknowledge(query)
    shown = await _submitted(update, context, request, marked, button.key)
    await _replace(context, query, shown)


async def _submitted(
    update: Update, context: Context, request: ReportRequest, marked: MarkedDeadline, key: str
) -> Message:
    """The message under which a report waits; in private the editors are asked where they are."""
    services, words, task = services_of(context), words_for(update), marked.one.item.task
    if marked.before and marked.before.settled:
        await in_thread(services.state.pending.take, key)
        return say(words.reports.settled)[0]
    await in_thread(deciding.submitted, services.state, request, task)
    chat, decides = update.effective_chat, _may_decide(services, request.person, request, "y")
    note = words.reports.to_record if request.kind == "progress" else words.reports.to_confirm
    if chat and chat.type == Chat.PRIVATE and not decides:
        count = await _ask_editors(context, request, task, key)
        note = words.reports.sent.format(count=count) if count else words.reports.sent_nobody
        return request_message(request, task, key, note, words, decides=False)
    return request_message(request, task, key, note, words)


async def _ask_editors(context: Context, request: ReportRequest, task: str, key: str) -> int:
    """Asks the editors in private; how many could be asked: some may never have spoken with the bot."""
    services, count = services_of(context), 0
    for editor in list(services.access.roles.everyone())[:MOST_EDITORS]:
        words = in_language(services.state.languages.of(editor))
        shown = request_message(request, task, key, words.reports.to_confirm, words)
        count += await _posted(context, editor, shown)
    return count


async def _decide(
    update: Update, context: Context, query: CallbackQuery, pending: Pending, button: DecideReport
) -> None:
    services, words = services_of(context), words_for(update)
    undoing = pending.kind == UNDO
    request = read_request(pending.payload["request"] if undoing else pending.payload)
    if undoing is not (button.decision == "u") or not request.deadline:
        await acknowledge(query, words.confirm_ended, alert=True)
        return
    if not _may_decide(services, query.from_user.id, request, button.decision):
        await acknowledge(query, words.reports.editors_only, alert=True)
        return
    marked = await in_thread(_find, services, request.deadline)
    if marked is None:
        await acknowledge(query, words.marks.gone, alert=True)
        return
    if (taken := await in_thread(services.state.pending.take, button.key)) is None:
        await acknowledge(query, words.confirm_ended, alert=True)
        return
    await acknowledge(query)
    by = Actor(query.from_user.id, visible(query.from_user.full_name))
    outcome, undo = await in_thread(_settled, services, request, marked, taken, button, by, words)
    await _replace(context, query, outcome_message(request, marked.one.item.task, outcome, undo, words))
    if query.message and query.message.chat.id != request.chat:
        theirs = outcome_message(request, marked.one.item.task, outcome, "", words)
        await _posted(context, request.chat, theirs)


def _settled(
    known: Services,
    request: ReportRequest,
    marked: MarkedDeadline,
    taken: Pending,
    button: DecideReport,
    by: Actor,
    words: Messages,
) -> tuple[str, str]:
    """Does what was decided; what is said of it, and the key that takes it back."""
    say_report, state = words.reports, known.state
    if button.decision == "u":
        sentence = say_report.undone if deciding.undone(state, taken.payload, by) else say_report.not_undone
        return sentence.format(name=by.name), ""
    if button.decision == "n":
        deciding.returned(state, request, marked.one.item.task, by)
        return say_report.returned.format(name=by.name), ""
    if marked.before and marked.before.settled:
        return say_report.settled, ""
    undo = deciding.accepted(state, request, marked, by)
    return say_report.accepted[request.kind].format(name=by.name), undo


def _may_decide(known: Services, person: int, request: ReportRequest, decision: str) -> bool:
    """An editor decides; who reported may withdraw that, and record mere progress."""
    own = person == request.person and (decision == "n" or request.kind == "progress")
    return own or known.access.may(person, Role.EDITOR)


def _wrong_day(report: Report, known: Services, words: Messages) -> str:
    """What is said to a wish for more time without a day to come; empty for every other report."""
    if report.kind != "postponed":
        return ""
    if report.until is None:
        return words.marks.no_day
    past = report.until <= known.clock.today()
    return words.marks.past_day.format(date=day_in_words(report.until, words)) if past else ""


def _named(message: Received) -> Iterator[tuple[str, str]]:
    """The deadlines that the buttons of a message of the bot name, by the labels."""
    markup = message.reply_markup
    for row in markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else ():
        for key in row:
            button = unpacked(str(key.callback_data or ""), NAMING)
            if isinstance(button, NAMING):
                yield key.text, button.deadline


def _tasks(known: Services, named: Mapping[str, str]) -> Tasks:
    """The tasks of some buttons that are still there, under the ids that they have now."""
    deadlines = known.sources().deadlines()
    found = {label: _find(known, deadlines.present_id(number)) for label, number in named.items()}
    return {label: marked for label, marked in found.items() if marked}


def _meant(report: Report, tasks: Tasks) -> MarkedDeadline | None:
    """The task of a report: the one of its number, else the only one."""
    if report.place is not None and str(report.place) in tasks:
        return tasks[str(report.place)]
    different = {marked.one.item.id: marked for marked in tasks.values()}
    return next(iter(different.values())) if len(different) == 1 else None


def _find(known: Services, number: str) -> MarkedDeadline | None:
    return find(number, known.knowledge.deadlines(), known.state.marks.current)


def _person(message: Received) -> tuple[int, str]:
    """Who reports, and how they are called; an administrator without a name is called as the group."""
    user, group = message.from_user, message.sender_chat
    name = (group.title or "") if group else user.full_name if user else ""
    return (user.id if user else 0), visible(name)


async def _replace(context: Context, query: CallbackQuery, shown: Message) -> None:
    if query.message:
        await replace_or_send(context.bot, query.message, shown)


async def _posted(context: Context, chat: int, shown: Message) -> bool:
    """Sends a message to a chat; whether it could be sent."""
    try:
        await post(context.bot, chat, shown)
    except TelegramError:
        return False
    return True
