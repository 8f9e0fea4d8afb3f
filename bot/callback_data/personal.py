"""The buttons about what is a person's or a chat's own: votes, favourites, last questions, settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from bot.callback_data.codec import CallbackData, Flag, Id, Number, Page, Words

SettingName = Literal["language", "length", "askers", "quiet"]


@dataclass(frozen=True, slots=True)
class CastVote(CallbackData):
    """Whether the answer with a passage was useful."""

    layout: ClassVar[str] = "u:{useful}:{passage}"
    useful: Flag
    passage: Id


@dataclass(frozen=True, slots=True)
class GiveReason(CallbackData):
    """What was wrong with the answer: a letter of `Messages.reasons`."""

    layout: ClassVar[str] = "w:{reason}:{passage}"
    reason: Annotated[str, r"[a-e]"]
    passage: Id


@dataclass(frozen=True, slots=True)
class KeepPassage(CallbackData):
    """Puts a passage among the favourites, or takes it off them."""

    layout: ClassVar[str] = "b:{kept}:{passage}"
    kept: Flag
    passage: Id


@dataclass(frozen=True, slots=True)
class AskAgain(CallbackData):
    """Asks a question of the log once more."""

    layout: ClassVar[str] = "r:{question}"
    question: Number


@dataclass(frozen=True, slots=True)
class ListFavourites(CallbackData):
    """A page of the favourites."""

    layout: ClassVar[str] = "j:{page}"
    page: Page = 0


@dataclass(frozen=True, slots=True)
class RemoveFavourite(CallbackData):
    """Takes a passage off the favourites, and shows the page that it was on."""

    layout: ClassVar[str] = "y:{page}:{passage}"
    page: Page
    passage: Id


@dataclass(frozen=True, slots=True)
class Forget(CallbackData):
    """Whether all that is stored of a person shall be erased."""

    layout: ClassVar[str] = "x:{confirmed}:{person}"
    confirmed: Flag
    person: Annotated[int, r"[0-9]+"]


@dataclass(frozen=True, slots=True)
class ChooseLanguage(CallbackData):
    """In which language the bot speaks with a person."""

    layout: ClassVar[str] = "h:{code}"
    code: Annotated[str, r"zh|en|tg"]


@dataclass(frozen=True, slots=True)
class ListSettings(CallbackData):
    """The settings of a chat."""

    layout: ClassVar[str] = "set:"


@dataclass(frozen=True, slots=True)
class OpenSetting(CallbackData):
    """The choices of a setting."""

    layout: ClassVar[str] = "set:{name}"
    name: SettingName


@dataclass(frozen=True, slots=True)
class ChangeSetting(CallbackData):
    """A choice of a setting."""

    layout: ClassVar[str] = "set:{name}:{choice}"
    name: SettingName
    choice: Annotated[str, r"[a-z0-9-]+"]


@dataclass(frozen=True, slots=True)
class ListPlaces(CallbackData):
    """A page of the places that a chat can be at home in."""

    layout: ClassVar[str] = "hp:{page}"
    page: Page = 0


@dataclass(frozen=True, slots=True)
class ChoosePlace(CallbackData):
    """The place that a chat is at home in, no words for none; and the page of the places that it was on."""

    layout: ClassVar[str] = "hP:{page}:{words}"
    page: Page
    words: Words
