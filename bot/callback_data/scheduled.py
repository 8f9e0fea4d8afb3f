"""The buttons of messages that come at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.callback_data.codec import CallbackData, Id, Number, Page, Words


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


class WatchAction(StrEnum):
    """What is done with a watch."""

    OPEN = "o"
    REMOVE = "x"
    RESTORE = "u"


@dataclass(frozen=True, slots=True)
class ListWatches(CallbackData):
    """A page of the watches of a chat."""

    layout: ClassVar[str] = "watch:l:{page}"
    page: Page = 0


@dataclass(frozen=True, slots=True)
class ChangeWatch(CallbackData):
    """Does something with a watch."""

    layout: ClassVar[str] = "watch:{action}:{watch}"
    action: WatchAction
    watch: Number


@dataclass(frozen=True, slots=True)
class ShowNews(CallbackData):
    """A page of what a chat was told of a load."""

    layout: ClassVar[str] = "news:{message}:{page}"
    message: Number
    page: Page = 0


@dataclass(frozen=True, slots=True)
class ShowBulletin(CallbackData):
    """A page of the bulletin that some words narrow."""

    layout: ClassVar[str] = "bul:{page}:{words}"
    page: Page = 0
    words: Words = ""


@dataclass(frozen=True, slots=True)
class ShowBulletinPicture(CallbackData):
    """The picture of the bulletin that some words narrow."""

    layout: ClassVar[str] = "bulp:{words}"
    words: Words = ""


@dataclass(frozen=True, slots=True)
class SubscribeBulletin(CallbackData):
    """Lets the bulletin that some words narrow come every week."""

    layout: ClassVar[str] = "buls:{words}"
    words: Words = ""


class BulletinAction(StrEnum):
    """What is done with a bulletin that comes again."""

    OPEN = "o"
    CANCEL = "x"
    RESTORE = "u"
    SHOW = "s"


@dataclass(frozen=True, slots=True)
class ChangeBulletin(CallbackData):
    """Does something with a bulletin that comes again, by the number of its message."""

    layout: ClassVar[str] = "bulc:{action}:{message}"
    action: BulletinAction
    message: Number


@dataclass(frozen=True, slots=True)
class WatchDocument(CallbackData):
    """Watches a document by its title."""

    layout: ClassVar[str] = "watch:d:{document}"
    document: Id


@dataclass(frozen=True, slots=True)
class ShowValidity(CallbackData):
    """A page of what a chat was told of the validity of documents."""

    layout: ClassVar[str] = "valid:{message}:{page}"
    message: Number
    page: Page = 0
