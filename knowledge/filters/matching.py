"""Whether a deadline or target speaks of some words or is the task of a body, by these or other words for them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.body_match import is_named, names_of, without_place
from knowledge.filters.filters import Located
from knowledge.targets.targets import Target

Item = Deadline | Target
Due = TypeVar("Due", Deadline, Target)
Test = Callable[[Located[Deadline] | Located[Target]], bool]


def due_day(item: Item) -> dt.date | None:
    """The day that counts: the last one, else the first, None when no date could be made of it."""
    return item.by if isinstance(item, Target) else item.end or item.start


def is_over(item: Item, today: dt.date) -> bool:
    """Whether its last day has gone by; what has but a beginning (从7月起) is never over."""
    end = item.by if isinstance(item, Target) else item.end
    return end is not None and end < today


def word_test(word: str, every: Iterable[Located[Due]]) -> Test:
    """The test that something speaks of a word, or of one that means the same, or is of a document of that place.

    A word that none of `every` speaks of may be one of a title: that of a meeting on 医共体 says little of each item.
    """
    names = names_of(word.casefold())

    def speaks(located: Located[Deadline] | Located[Target]) -> bool:
        return _is_of_place(located, word) or any(name in text for text in _texts(located) for name in names)

    return speaks if any(map(speaks, every)) else lambda found: word in found.document.title.casefold()


def body_test(name: str, every: Iterable[Located[Due]]) -> Test:
    """The test that a body has to do it; one that is responsible for none of `every` may stand in the sentence."""

    def does(located: Located[Deadline] | Located[Target]) -> bool:
        bodies = located.item.bodies if isinstance(located.item, Deadline) else ()
        return is_named(name, bodies, located.document.place)

    def is_spoken_of(located: Located[Deadline] | Located[Target]) -> bool:
        own = without_place(name, located.document.place)
        return any(name in located.item.sentence for name in names_of(own))

    return does if any(map(does, every)) else is_spoken_of


def _is_of_place(located: Located[Deadline] | Located[Target], word: str) -> bool:
    """Whether the document is of the place, or its title names it with what it is (岚川县)."""
    named = rf"{re.escape(word)}(?:省|市|县|区|州|旗)"
    return word in (located.document.place or "") or bool(re.search(named, located.document.title))


def _texts(located: Located[Deadline] | Located[Target]) -> list[str]:
    """What says what it is about; the outermost heading is for whole chapters."""
    item = located.item
    own = (item.sentence, item.task, *item.bodies) if isinstance(item, Deadline) else (item.indicator,)
    texts = (located.topic, *(located.section[1:] or located.section), *own)
    return ["".join(text.split()).casefold() for text in texts]
