"""The deadlines that a picture or a calendar holds: those that some words ask for, without what is over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from bot.exchange import Response, Setting, told
from bot.keyboards import DEADLINES
from bot.narrowed import fits_a_button, in_scope, narrowed, notes, nothing, read
from bot.understood import understood
from knowledge.deadlines import Deadline
from knowledge.filters import Found
from knowledge.knowledge_base import KnowledgeBase
from knowledge.word_match import due_day


@dataclass(frozen=True, slots=True)
class Chosen:
    """Dated deadlines in order of their days, how many more have no date, and the words that ask for them, as a
    button carries them and as they are told."""

    dated: tuple[Found[Deadline], ...]
    undated: int
    words: str
    told: str


def choose(knowledge: KnowledgeBase, setting: Setting, words: str, undated: str) -> Chosen | Response:
    """The deadlines that some words ask for, or what is said when there are none; `undated` when none has a date."""
    asked = read(words)
    if not fits_a_button(asked):
        return told(setting.words.filter_too_long)
    these = narrowed(in_scope(knowledge.deadlines(), setting), asked, setting)
    if not these.found:
        return nothing(these, setting, DEADLINES, notes(knowledge, setting))
    dated = coming(these.found, setting.today)
    without = sum(due_day(one.item) is None for one in these.found)
    name = understood(these.asked, setting.today, setting.words)
    return Chosen(tuple(dated), without, str(these.asked), name) if dated else told(undated)


def coming(found: Iterable[Found[Deadline]], today: dt.date) -> list[Found[Deadline]]:
    """The dated ones that are not over, all of them when none is open, in order of their days."""
    dated = [(day, one) for one in found if (day := due_day(one.item))]
    open_ones = [(day, one) for day, one in dated if day >= today]
    return [one for _, one in sorted(open_ones or dated, key=lambda pair: pair[0])]
