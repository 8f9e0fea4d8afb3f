"""/settings: how a chat wants its answers, with buttons that change it in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from typing import get_args

from bot.callback_data.browsing import ListScope
from bot.callback_data.personal import ChangeSetting, ListSettings, OpenSetting, SettingName
from bot.chat.keyboards import two_a_row
from bot.messages import Messages
from bot.rendering.markup import line
from bot.rendering.message import Button, Message, MessageDraft, Row, Rows
from bot.state.chats.preferences import Askers, Length, Preference
from bot.state.chats.quiet_hours import DAY, QuietHours, quiet_hours, stored

FOLLOW = "tg"  # the language of each person's Telegram
EVENING = QuietHours(22, 7)  # offered first
OFF = "off"


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What a chat has set; `language` is a code or FOLLOW, `documents` how many it is narrowed to, 0 for all."""

    is_group: bool
    language: str
    documents: int
    preference: Preference


def settings_page(settings: SettingsView, words: Messages) -> Message:
    """All settings of a chat, with a button for each."""
    names: tuple[SettingName, ...] = get_args(SettingName) if settings.is_group else ("language", "length")
    heading = words.settings.of_group if settings.is_group else words.settings.of_person
    lines = [line(_line(settings, name, words)) for name in ("scope", *names)]
    scope = Button(words.settings.names["scope"], ListScope(anew=True).pack())
    keys = [scope, *(Button(words.settings.names[name], OpenSetting(name).pack()) for name in names)]
    return MessageDraft((line(heading, bold=True), *lines), two_a_row(keys)).messages()[0]


def choices_page(settings: SettingsView, name: SettingName, words: Messages) -> Message:
    """The choices of one setting, the present one marked."""
    rows = _quiet_rows(settings, words) if name == "quiet" else _choice_rows(settings, name, words)
    back = (Button(words.settings.back, ListSettings().pack()),)
    text = words.settings.ask[name]
    now = words.settings.now.format(value=_value(settings, name, words))
    return MessageDraft((line(text), line(now)), (*rows, back)).messages()[0]


def with_choice(settings: SettingsView, name: SettingName, choice: str) -> SettingsView:
    """The settings after a choice. Raises ValueError for one that there is not."""
    if choice not in CHOICES[name](settings):
        raise ValueError(f"{name}:{choice}")
    if name == "language":
        return replace(settings, language=choice)
    value = "" if choice == OFF else choice
    return replace(settings, preference=Preference(**{**asdict(settings.preference), name: value}))


def value_of(settings: SettingsView, name: str) -> str:
    """A setting as it is stored, and as its button says it."""
    return settings.language if name == "language" else str(getattr(settings.preference, name))


def _choice_rows(settings: SettingsView, name: SettingName, words: Messages) -> Rows:
    present, keys = value_of(settings, name), []
    for choice in CHOICES[name](settings):
        label = _label(choice, words)
        label = words.chosen.format(label=label) if choice == present else label
        keys.append(Button(label, ChangeSetting(name, choice).pack()))
    return two_a_row(keys)


def _quiet_rows(settings: SettingsView, words: Messages) -> Rows:
    """A row that moves the beginning, one that moves the end, and the way to none."""
    hours = quiet_hours(settings.preference.quiet)
    if hours is None:
        return ((_quiet_key(words.settings.quiet_on.format(hours=EVENING), EVENING),),)
    off = (Button(words.settings.quiet_off, ChangeSetting("quiet", OFF).pack()),)
    return (
        _mover(words.settings.quiet_start, hours, "start"),
        _mover(words.settings.quiet_end, hours, "end"),
        off,
    )


def _mover(label: str, hours: QuietHours, side: str) -> Row:
    """Buttons that move the beginning or the end by an hour; both are never the same."""
    earlier, later = (_moved(hours, side, step) for step in (-1, 1))
    return (
        _quiet_key(label.format(sign="−", hour=f"{getattr(earlier, side):02}:00"), earlier),
        _quiet_key(label.format(sign="+", hour=f"{getattr(later, side):02}:00"), later),
    )


def _moved(hours: QuietHours, side: str, step: int) -> QuietHours:
    moved = replace(hours, **{side: (getattr(hours, side) + step) % DAY})
    return moved if moved.start != moved.end else _moved(moved, side, step)


def _quiet_key(label: str, hours: QuietHours) -> Button:
    return Button(label, ChangeSetting("quiet", stored(hours)).pack())


def _line(settings: SettingsView, name: str, words: Messages) -> str:
    value = _value(settings, name, words)
    return words.settings.line.format(name=words.settings.names[name], value=value)


def _label(choice: str, words: Messages) -> str:
    return words.languages.get(choice) or words.settings.values[choice]


def _value(settings: SettingsView, name: str, words: Messages) -> str:
    """A setting in words."""
    if name == "scope":
        count = settings.documents
        return words.settings.documents.format(count=count) if count else words.settings.values["all"]
    if name == "quiet":
        return str(quiet_hours(settings.preference.quiet) or words.settings.values[OFF])
    return _label(value_of(settings, name), words)


def _quiet_choices(settings: SettingsView) -> Iterable[str]:
    pairs = ((start, end) for start in range(DAY) for end in range(DAY) if start != end)
    return (OFF, *(f"{start}-{end}" for start, end in pairs)) if settings.is_group else ()


CHOICES: dict[str, Callable[[SettingsView], Iterable[str]]] = {
    "language": lambda settings: ("zh", "en", FOLLOW),
    "length": lambda settings: get_args(Length),
    "askers": lambda settings: get_args(Askers) if settings.is_group else (),
    "quiet": _quiet_choices,
}
