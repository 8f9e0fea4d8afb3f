"""The dialogue of reminders: the form with a button for each choice, one subscription, the list of a chat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.callback_data.codec import CallbackData
from bot.callback_data.reminders import (
    ChangeReminder,
    ChooseForReminder,
    ListReminders,
    ListReminderTopics,
    ReminderAction,
    ReminderField,
)
from bot.chat.keyboards import in_rows, number_rows, page_note, turn_rows, two_a_row
from bot.chat.topic_keys import topic_key, topic_of
from bot.messages import Messages
from bot.messages.reminders import ReminderWords
from bot.reminders.planner import NextReminder
from bot.reminders.wording import outlook, summary
from bot.rendering.markup import Block, line, shortened
from bot.rendering.message import Button, Message, MessageDraft, Rows
from bot.rendering.paging import page_of
from bot.state.chats.schedule import Schedule
from bot.state.chats.subscriptions import Subscription

DAILY, EVERY = "-", "-"
TIMES = (dt.time(8), dt.time(9), dt.time(14), dt.time(17))
TOPICS_A_PAGE = 12
A_PAGE = 8  # subscriptions
LONGEST_LABEL = 30


@dataclass(frozen=True, slots=True)
class SubscriptionView:
    """A subscription with what it would bring: how many deadlines fit now, when the next reminder comes, and the parts
    of its filter that no deadline fits."""

    subscription: Subscription
    fitting: int
    coming: NextReminder | None
    unmatched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedReminder:
    """A reminder in a list: its line, what opens it, a note below."""

    text: str
    opening: CallbackData
    note: str = ""


def form(shown: SubscriptionView, words: Messages) -> Message:
    """The form: how it stands, and a button for each choice."""
    subscription, say = shown.subscription, words.reminders
    draft = subscription.standing == "draft"
    hint = (line(""), line(say.ask_words)) if draft else ()
    blocks = (line(say.ask if draft else say.change), *_about(shown, words), *hint)
    schedule = subscription.schedule
    choices = _weekday_rows(subscription, say) if schedule.weekly else _stage_rows(subscription, say)
    cancel = (Button(say.cancel, _data(ReminderAction.CANCEL, subscription)),) if draft else ()
    last = (Button(say.save, _data(ReminderAction.SAVE, subscription)), *cancel)
    return _message(blocks, (*choices, *_time_rows(subscription, say), _kind_row(subscription, say), last))


def view(shown: SubscriptionView, words: Messages, heading: str = "") -> Message:
    """A subscription with the ways to change, pause and remove it."""
    subscription, say = shown.subscription, words.reminders
    runs = subscription.standing == "running"
    label, turn = (say.pause, ReminderAction.PAUSE) if runs else (say.resume, ReminderAction.RESUME)
    row = (
        Button(say.edit, _data(ReminderAction.EDIT, subscription)),
        Button(label, _data(turn, subscription)),
        Button(say.remove, _data(ReminderAction.ASK_REMOVE, subscription)),
    )
    top = (line(heading),) if heading else ()
    return _message((*top, *_about(shown, words)), (row, _back_row(say)))


def removal(shown: SubscriptionView, words: Messages) -> Message:
    """The question whether it shall be removed."""
    subscription, say = shown.subscription, words.reminders
    yes = Button(say.remove_yes, _data(ReminderAction.REMOVE, subscription))
    no = Button(say.remove_no, _data(ReminderAction.OPEN, subscription))
    return _message((line(say.ask_remove), line(summary(subscription, words), bold=True)), ((yes, no),))


def listing(reminders: Sequence[ListedReminder], number: int, words: Messages) -> Message:
    """The reminders of a chat, a page of them, each with a button that opens it."""
    say = words.reminders
    if not reminders:
        return _message((line(say.none),), ())
    page = page_of(reminders, number, A_PAGE)
    lines = []
    for place, reminder in enumerate(page.items, page.first + 1):
        lines.append(line(f"{place}. {reminder.text}"))
        if reminder.note:
            lines.append(line(f"    {reminder.note}"))
    heading = line(say.list.format(count=len(reminders)) + page_note(page, words))
    rows = number_rows(page, [reminder.opening for reminder in page.items])
    return _message((heading, *lines), (*rows, *turn_rows(page, words, ListReminders)))


def listed(subscription: Subscription, words: Messages) -> ListedReminder:
    """A subscription in a list, with why it does not run."""
    standing = "retrying" if subscription.refusals else subscription.standing
    note = "" if standing == "running" else words.reminders.standings[standing]
    opening = ChangeReminder(ReminderAction.OPEN, subscription.id)
    return ListedReminder(summary(subscription, words), opening, note)


def topic_choice(subscription: Subscription, names: Sequence[str], number: int, words: Messages) -> Message:
    """The topics, a page of them, of which one can be chosen."""
    say, page = words.reminders, page_of(names, number, TOPICS_A_PAGE)
    keys = [
        Button(shortened(name, LONGEST_LABEL), _choice(ReminderField.TOPIC, subscription, topic_key(name)))
        for name in page.items
    ]
    every = (Button(say.every_choice, _choice(ReminderField.TOPIC, subscription, EVERY)),)
    turns = turn_rows(page, words, lambda number: ListReminderTopics(subscription.id, number))
    text = say.choose_topic.format(place=page_note(page, words))
    return _message((line(text),), (*two_a_row(keys), *turns, every))


def changed(subscription: Subscription, chosen: ChooseForReminder, topics: Sequence[str]) -> Subscription:
    """The subscription after a choice; one that makes no sense (the last stage or day off, a topic gone) changes nothing."""
    schedule, choice = subscription.schedule, chosen.choice
    if chosen.field is ReminderField.TOPIC:
        words = "" if choice == EVERY else topic_of(choice, topics)
        return replace(subscription, words=subscription.words if words is None else words)
    if chosen.field is ReminderField.STAGE:
        days = tuple(sorted(set(schedule.days) ^ {int(choice)}, reverse=True))
        return replace(subscription, schedule=replace(schedule, days=days or schedule.days))
    if chosen.field is ReminderField.WEEKDAY:
        weekdays = set() if choice == DAILY else set(schedule.weekdays) ^ {int(choice) % 7}
        kept = schedule.weekdays if not weekdays and choice != DAILY else tuple(sorted(weekdays))
        return replace(subscription, schedule=replace(schedule, weekdays=kept))
    at = dt.time(int(choice[:2]) % 24, int(choice[2:]) % 60)
    return replace(subscription, schedule=replace(schedule, at=at))


def _about(shown: SubscriptionView, words: Messages) -> tuple[Block, ...]:
    lines = outlook(shown.subscription, shown.fitting, shown.coming, words)
    parts = words.between_parts.join(shown.unmatched)
    unmatched = (line(words.reminders.unmatched.format(parts=parts)),) if parts else ()
    return (line(summary(shown.subscription, words), bold=True), *unmatched, *map(line, lines))


def _stage_rows(subscription: Subscription, say: ReminderWords) -> Rows:
    chosen = subscription.schedule.days
    days = sorted({*say.day_choice, *chosen}, reverse=True)
    labels = ((day, say.day_choice.get(day, say.other_day.format(days=day))) for day in days)
    keys = [
        Button(_ticked(label, day in chosen, say), _choice(ReminderField.STAGE, subscription, str(day)))
        for day, label in labels
    ]
    return in_rows(keys, 3)


def _weekday_rows(subscription: Subscription, say: ReminderWords) -> Rows:
    chosen = subscription.schedule.weekdays
    keys = [
        Button(_ticked(name, day in chosen, say), _choice(ReminderField.WEEKDAY, subscription, str(day)))
        for day, name in enumerate(say.weekdays)
    ]
    return in_rows(keys, 3)


def _time_rows(subscription: Subscription, say: ReminderWords) -> Rows:
    chosen = subscription.schedule.at
    keys = [
        Button(
            _ticked(f"{at:%H:%M}", at == chosen, say), _choice(ReminderField.TIME, subscription, f"{at:%H%M}")
        )
        for at in sorted({*TIMES, chosen})
    ]
    return in_rows(keys, 3 if len(keys) > 4 else 4)


def _kind_row(subscription: Subscription, say: ReminderWords) -> tuple[Button, ...]:
    schedule: Schedule = subscription.schedule
    kind = (say.daily_choice, DAILY) if schedule.weekly else (say.weekly_choice, "0")
    return (
        Button(kind[0], _choice(ReminderField.WEEKDAY, subscription, kind[1])),
        Button(say.topic_choice, ListReminderTopics(subscription.id).pack()),
    )


def _back_row(say: ReminderWords) -> tuple[Button, ...]:
    return (Button(say.back, ListReminders().pack()),)


def _ticked(label: str, chosen: bool, say: ReminderWords) -> str:
    return say.chosen.format(label=label) if chosen else label


def _data(action: ReminderAction, subscription: Subscription) -> str:
    return ChangeReminder(action, subscription.id).pack()


def _choice(field: ReminderField, subscription: Subscription, choice: str) -> str:
    return ChooseForReminder(field, subscription.id, choice).pack()


def _message(blocks: tuple[Block, ...], rows: Rows) -> Message:
    return MessageDraft(blocks, rows).messages()[0]
