"""Whether a deadline or target speaks of some words or is the task of a body, by these or other words for them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar

from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.filters import Located
from knowledge.lexicon import thesaurus
from knowledge.targets.targets import Target

Item = Deadline | Target
Due = TypeVar("Due", Deadline, Target)
Test = Callable[[Located[Deadline] | Located[Target]], bool]

SAME = 1.0  # the weight of other words that mean the very same
ENDING = re.compile(r"(?:局|委员会|委|厅|部门)$")
AREA = re.compile(r"^[省市县区州](?=..)")


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
    names = _names(word.casefold())

    def speaks(found: Located[Deadline] | Located[Target]) -> bool:
        return _is_of_place(found, word) or any(name in text for text in _texts(found) for name in names)

    return speaks if any(map(speaks, every)) else lambda found: word in found.document.title.casefold()


def body_test(name: str) -> Test:
    """The test that a body has to do it: it is among the responsible ones, or its full name stands in the sentence."""
    names = _names(name)
    stems = "|".join(re.escape(ENDING.sub("", one) or one) for one in names)
    named = re.compile(rf"(?:{stems})(?:局|委员会|委|厅|部门?|$)")

    def test(found: Located[Deadline] | Located[Target]) -> bool:
        bodies = found.item.bodies if isinstance(found.item, Deadline) else ()
        return any(map(named.search, bodies)) or any(one in found.item.sentence for one in names)

    return test


@cache
def _names(word: str) -> tuple[str, ...]:
    """A word with those that mean the same; 县卫健局 has those of 卫健局, each of the county."""
    area = AREA.match(word)
    head = area[0] if area else ""
    others = [*_same(word), *(head + other for other in _same(word.removeprefix(head)))]
    return tuple(dict.fromkeys([word, *others]))


def _same(word: str) -> list[str]:
    return [
        one.words.casefold()
        for one in thesaurus.built_in().variants(word)
        if one.weight >= SAME and len(one.words) > 1
    ]


def _is_of_place(found: Located[Deadline] | Located[Target], word: str) -> bool:
    """Whether the document is of the place, or its title names it with what it is (岚川县)."""
    named = rf"{re.escape(word)}(?:省|市|县|区|州|旗)"
    return word in (found.document.place or "") or bool(re.search(named, found.document.title))


def _texts(found: Located[Deadline] | Located[Target]) -> list[str]:
    """What says what it is about; the outermost heading is for whole chapters."""
    item = found.item
    own = (item.sentence, item.task, *item.bodies) if isinstance(item, Deadline) else (item.indicator,)
    texts = (found.topic, *(found.section[1:] or found.section), *own)
    return ["".join(text.split()).casefold() for text in texts]
