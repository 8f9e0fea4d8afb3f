"""What a reminder says: its deadlines, a page at a time, or the notice that it may not have arrived."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bot.callback_data.browsing import ListDeadlines, OpenDeadline
from bot.callback_data.reminders import ChangeReminder, ReminderAction, ShowReminder
from bot.chat.context import ChatContext
from bot.chat.keyboards import number_rows, page_note, turn_rows
from bot.chat.scope import short_title
from bot.marks.status import Due, MarkStatus
from bot.marks.wording import mark_line
from bot.reminders.sources import Deadlines
from bot.reminders.wording import summary
from bot.rendering.dates import day_in_words, days_left
from bot.rendering.markup import Block, Span, line, shortened, to_html, visible
from bot.rendering.message import Button, Message, Row, Rows
from bot.rendering.paging import ListPage, page_of
from bot.state.chats.outbox import Reminder
from bot.state.chats.subscriptions import Subscription
from knowledge.filters.matching import due_day

A_PAGE = 8
WORDS_BYTES = 36  # of a filter that a button can carry on to /ddl
LONGEST_TASK = 60
LONGEST_TITLE = 20
LONGEST_BODIES = 60
SEPARATOR = " · "


def reminder_message(
    setting: ChatContext,
    subscription: Subscription,
    reminder: Reminder,
    deadlines: Deadlines,
    number: int = 0,
) -> Message:
    """A page of a reminder, with the deadlines as they stand now."""
    page = page_of(tuple(dict.fromkeys(map(deadlines.present_id, reminder.deadlines))), number, A_PAGE)
    blocks = (*_heading(setting, subscription, reminder, page), *_items(setting, page, deadlines))
    opening = [OpenDeadline(item, words=_carried(subscription), anew=True) for item in page.items]
    turns = turn_rows(page, setting.words, lambda number: ShowReminder(reminder.id, number))
    rows = (*number_rows(page, opening), *turns, _last_row(setting, subscription))
    return Message(to_html(blocks), (*rows, *_site_rows(setting, subscription)))


def unsure_message(setting: ChatContext, subscription: Subscription, reminder: Reminder) -> Message:
    """The notice in place of a reminder of which nobody knows whether it arrived."""
    say = setting.words.reminders
    text = say.unsure.format(
        moment=moment(reminder, setting),
        words=subscription.words or say.every,
        count=len(reminder.deadlines),
    )
    showing = Button(say.show, ShowReminder(reminder.id, anew=True).pack())
    return Message(to_html((line(text),)), ((showing,),))


def refused_message(setting: ChatContext, subscription: Subscription) -> Message:
    """What the person who set a reminder is told where its group does not take it."""
    text = setting.words.reminders.refused.format(summary=summary(subscription, setting.words))
    return Message(to_html((line(text),)))


def moment(reminder: Reminder, setting: ChatContext) -> str:
    """When a reminder was due, as a person says it."""
    due = dt.datetime.fromtimestamp(reminder.due_at, setting.zone)
    return f"{day_in_words(due.date(), setting.words)} {due:%H:%M}"


def worth_telling(reminder: Reminder, deadlines: Deadlines) -> tuple[str, ...]:
    """The deadlines of a reminder that are there and open, in its order, by the ids that they had when it was due."""
    open_ids = deadlines.open_ids()
    return tuple(number for number in reminder.deadlines if deadlines.present_id(number) in open_ids)


def deadline_item(
    setting: ChatContext, number: int, located: Due, standing: MarkStatus | None
) -> Iterator[Block]:
    """The lines of one deadline."""
    day = due_day(located.item)
    date = day_in_words(day, setting.words) if day else visible(located.item.phrase)
    settled = standing is not None and standing.settled
    time_left = "" if settled else days_left(located.item, setting.today, setting.words)
    yield Block((Span(f"{number}. "), Span(date, bold=True), Span(f" {time_left}" if time_left else "")))
    title = short_title(located.document, setting, LONGEST_TITLE)
    yield line(f"{shortened(located.item.task, LONGEST_TASK)} {title}")
    if whose := SEPARATOR.join(filter(None, (located.document.place, "、".join(located.item.bodies)))):
        yield line(f"    {shortened(whose, LONGEST_BODIES)}")
    if standing:
        yield line(mark_line(standing, setting.words, setting.zone))


def _heading(
    setting: ChatContext, subscription: Subscription, reminder: Reminder, page: ListPage[str]
) -> Iterator[Block]:
    say = setting.words.reminders
    text = say.digest_heading if subscription.schedule.weekly else say.heading
    place = page_note(page, setting.words)
    first, *more = text.format(words=subscription.words or say.every, place=place).split("\n")
    yield line(first, bold=True)
    yield from map(line, more)
    if reminder.late:
        yield line(say.late.format(moment=moment(reminder, setting)))


def _items(setting: ChatContext, page: ListPage[str], deadlines: Deadlines) -> Iterator[Block]:
    present = deadlines.present()
    for place, number in enumerate(page.items, page.first + 1):
        if number in present:
            yield from deadline_item(setting, place, present[number], deadlines.known.get(number))
        else:
            yield line(f"{place}. {setting.words.reminders.text_gone}")


def _last_row(setting: ChatContext, subscription: Subscription) -> Row:
    say = setting.words.reminders
    every = ListDeadlines(words=_carried(subscription), anew=True)
    settings = ChangeReminder(ReminderAction.OPEN, subscription.id, anew=True)
    return (Button(say.all, every.pack()), Button(say.settings, settings.pack()))


def _site_rows(setting: ChatContext, subscription: Subscription) -> Rows:
    """The way to the same list in the reading room, where there is one."""
    if setting.site is None:
        return ()
    return ((Button(setting.words.web.open, url=setting.site.deadlines(subscription.words)),),)


def _carried(subscription: Subscription) -> str:
    """The filter for /ddl; a longer one is left behind."""
    return subscription.words if len(subscription.words.encode()) <= WORDS_BYTES else ""
