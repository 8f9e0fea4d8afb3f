"""The sentences: both languages say the same things."""

import dataclasses
import operator
import string
from collections.abc import Mapping

import pytest

from bot.chat.commands import COMMANDS
from bot.messages import CHINESE, ENGLISH, Messages, help_text, in_language
from bot.telegram.application import HANDLERS
from bot.telegram.gate.addressing import _Called

ROOMS = [
    field.name
    for field in dataclasses.fields(Messages)
    if dataclasses.is_dataclass(getattr(CHINESE, field.name))
]
FIELDS = [field.name for field in dataclasses.fields(Messages) if field.name not in ROOMS] + [
    f"{room}.{field.name}" for room in ROOMS for field in dataclasses.fields(getattr(CHINESE, room))
]


def placeholders(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("name", FIELDS)
def test_both_languages_fill_in_the_same(name):
    chinese, english = operator.attrgetter(name)(CHINESE), operator.attrgetter(name)(ENGLISH)
    if isinstance(chinese, Mapping):
        assert chinese.keys() == english.keys()
        assert all(placeholders(chinese[key]) == placeholders(english[key]) for key in chinese)
    elif isinstance(chinese, tuple):
        assert len(chinese) == len(english)
    else:
        assert chinese and english
        assert placeholders(chinese) == placeholders(english)


@pytest.mark.parametrize("code", ["en", "en-GB"])
def test_english_for_english(code):
    assert in_language(code) is ENGLISH


@pytest.mark.parametrize("code", ["zh-hans", "de", "", None])
def test_chinese_for_all_others(code):
    assert in_language(code) is CHINESE


def test_every_command_is_described_in_the_help_and_has_a_handler():
    names = tuple(command.name for command in COMMANDS)
    handled = {part._command for handler in HANDLERS for part in parts(getattr(handler, "filters", None))}
    assert handled == set(names) == set(CHINESE.commands)
    assert all(f"/{name} " in help_text(CHINESE, names) for name in names)


def parts(found):
    """The filters for a command inside a combined filter."""
    if isinstance(found, _Called):
        return [found]
    inner = (getattr(found, name, None) for name in ("base_filter", "and_filter", "or_filter"))
    return [part for one in inner if one is not None for part in parts(one)]
