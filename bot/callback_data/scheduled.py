"""The buttons of messages that come at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callback_data.codec import CallbackData, Number


class OwnReminderAction(StrEnum):
    """What is done with an own reminder."""

    SHOW = "s"
    OPEN = "o"
    CANCEL = "x"
    RESTORE = "u"
    HOUR = "h"
    TOMORROW = "t"


@dataclass(frozen=True, slots=True)
class ChangeOwnReminder(CallbackData):
    """Does something with an own reminder, by the number of its message."""

    layout: ClassVar[str] = "own:{action}:{message}"
    action: OwnReminderAction
    message: Number
