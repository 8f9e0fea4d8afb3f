"""The buttons of reminders, and those that mark a deadline."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from bot.callback_data.codec import CallbackData, FirstPage, Id, Number, Page, Words


class ReminderAction(StrEnum):
    """What is done with a subscription as a whole."""

    OPEN = "e"
    SAVE = "s"
    CANCEL = "c"
    EDIT = "m"
    PAUSE = "p"
    RESUME = "r"
    ASK_REMOVE = "x"
    REMOVE = "y"


class ReminderField(StrEnum):
    """What is chosen in the form of a subscription."""

    STAGE = "d"
    WEEKDAY = "w"
    TIME = "t"
    TOPIC = "k"


class MarkAction(StrEnum):
    """What is said of a deadline, or asked for first: the note, the days to choose from, another day."""

    DONE = "d"
    POSTPONED = "p"
    VOID = "v"
    OPEN = "o"
    CONFIRM = "k"
    NOTE = "n"
    WRITE_DAY = "w"
    BACK = "b"


@dataclass(frozen=True, slots=True)
class ShowReminder(CallbackData):
    """A page of a reminder that was sent."""

    layout: ClassVar[str] = "lg{reminder}:{page}"
    reminder: Number
    page: Page = 0


@dataclass(frozen=True, slots=True)
class ListReminders(CallbackData):
    """A page of the subscriptions of a chat."""

    layout: ClassVar[str] = "ll0:{page}"
    page: Page = 0


@dataclass(frozen=True, slots=True)
class ChangeReminder(CallbackData):
    """Does something with a subscription as a whole."""

    layout: ClassVar[str] = "l{action}{subscription}"
    action: ReminderAction
    subscription: Number


@dataclass(frozen=True, slots=True)
class ChooseForReminder(CallbackData):
    """A choice in the form of a subscription: the days of a stage, a weekday, a time (0830), the key of a topic."""

    layout: ClassVar[str] = "l{field}{subscription}:{choice}"
    field: ReminderField
    subscription: Number
    choice: Annotated[str, r"[0-9a-z-]{1,13}"]


@dataclass(frozen=True, slots=True)
class ListReminderTopics(CallbackData):
    """A page of the topics that a subscription can be about."""

    layout: ClassVar[str] = "lf{subscription}:{page}"
    subscription: Number
    page: Page = 0


@dataclass(frozen=True, slots=True)
class MarkDeadline(CallbackData):
    """Marks a deadline; it carries the list that the deadline was on."""

    layout: ClassVar[str] = "z{action}{deadline}:{page}:{words}"
    action: MarkAction
    deadline: Id
    page: FirstPage
    words: Words


@dataclass(frozen=True, slots=True)
class PostponeDeadline(CallbackData):
    """Postpones a deadline to a day (20261130)."""

    layout: ClassVar[str] = "zu{day}{deadline}:{page}:{words}"
    day: Annotated[str, r"[0-9]{8}"]
    deadline: Id
    page: FirstPage
    words: Words
