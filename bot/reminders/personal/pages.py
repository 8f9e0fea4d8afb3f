"""What is said of an own reminder: that it is made, that its time has come, that it was put off or called off."""

from __future__ import annotations

import datetime as dt

from bot.callback_data.reminders import ListReminders
from bot.callback_data.scheduled import ChangeOwnReminder, OwnReminderAction
from bot.chat.context import ChatContext
from bot.messages import Messages
from bot.reminders.pages import ListedReminder
from bot.reminders.wording import days_of_the_week
from bot.rendering.dates import day_in_words
from bot.rendering.markup import line, shortened
from bot.rendering.message import Button, Message, MessageDraft, Row
from bot.scheduling.repeats import LONGEST_MONTH, Repeat, read_repeat
from bot.state.scheduling.messages import ScheduledMessage

KIND = "own"
LISTED = 40  # characters of a reminder in a list or in a notice


def made(message: ScheduledMessage, setting: ChatContext, listed: bool = False) -> Message:
    """How a reminder stands, with the way to call it off; from the list, with the way back to it."""
    say = setting.words.own
    repeating = read_repeat(message.content)
    said = say.made_again if repeating else say.made
    again = again_in_words(*repeating, setting.words) if repeating else ""
    back = ((Button(setting.words.reminders.back, ListReminders().pack()),),) if listed else ()
    text = said.format(moment=moment(message, setting), again=again, text=message.content["text"])
    return _message(text, (_button(say.cancel, OwnReminderAction.CANCEL, message),), *back)


def due(message: ScheduledMessage, setting: ChatContext) -> Message:
    """The reminder itself, with the ways to put it off."""
    say = setting.words.own
    text = say.due.format(text=message.content["text"])
    if message.late:
        text += "\n" + setting.words.reminders.late.format(moment=moment(message, setting))
    tomorrow = say.tomorrow.format(time=f"{setting.usual:%H:%M}")
    hour = _button(say.hour, OwnReminderAction.HOUR, message)
    return _message(text, (hour, _button(tomorrow, OwnReminderAction.TOMORROW, message)))


def unsure(message: ScheduledMessage, setting: ChatContext) -> Message:
    """The notice in place of a reminder of which nobody knows whether it arrived."""
    text = setting.words.own.unsure.format(
        moment=moment(message, setting), text=shortened(message.content["text"], LISTED)
    )
    return _message(text, (_button(setting.words.reminders.show, OwnReminderAction.SHOW, message),))


def snoozed(message: ScheduledMessage, setting: ChatContext) -> Message:
    """That it comes again, with the way to call it off."""
    say = setting.words.own
    text = say.snoozed.format(text=message.content["text"], moment=moment(message, setting))
    return _message(text, (_button(say.cancel, OwnReminderAction.CANCEL, message),))


def cancelled(message: ScheduledMessage, setting: ChatContext) -> Message:
    """That it was called off, with the way to put it back."""
    say = setting.words.own
    text = say.cancelled.format(text=message.content["text"], moment=moment(message, setting))
    return _message(text, (_button(say.restore, OwnReminderAction.RESTORE, message),))


def listed(message: ScheduledMessage, setting: ChatContext) -> ListedReminder:
    """A reminder in a list."""
    say, repeating = setting.words.own, read_repeat(message.content)
    said = say.listed_again if repeating else say.listed
    again = again_in_words(*repeating, setting.words) if repeating else ""
    text = shortened(message.content["text"], LISTED)
    told = said.format(moment=moment(message, setting), again=again, text=text)
    return ListedReminder(told, ChangeOwnReminder(OwnReminderAction.OPEN, message.id))


def again_in_words(repeat: Repeat, at: dt.time, words: Messages) -> str:
    """The days and the time of a repetition."""
    if repeat.weekdays:
        days = days_of_the_week(repeat.weekdays, words)
    elif repeat.month_day == LONGEST_MONTH:
        days = words.own.month_end
    else:
        days = words.own.monthly.format(day=repeat.month_day)
    return words.own.again.format(days=days, time=f"{at:%H:%M}")


def moment(message: ScheduledMessage, setting: ChatContext) -> str:
    """When a message is due: its day, the weekday, the time."""
    return moment_in_words(dt.datetime.fromtimestamp(message.due_at, setting.zone), setting.words)


def moment_in_words(time: dt.datetime, words: Messages) -> str:
    """A moment as a person says it, with the weekday."""
    weekday = words.reminders.weekdays[time.weekday()]
    return words.own.moment.format(
        day=day_in_words(time.date(), words), weekday=weekday, time=f"{time:%H:%M}"
    )


def _button(label: str, action: OwnReminderAction, message: ScheduledMessage) -> Button:
    return Button(label, ChangeOwnReminder(action, message.id).pack())


def _message(text: str, *rows: Row) -> Message:
    return MessageDraft(tuple(map(line, text.split("\n"))), rows).messages()[0]
