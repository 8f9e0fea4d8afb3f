"""Whether a body that somebody names is among those responsible: 青汀县财政局, 县财政局 and 财政局 for 县财政局."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from knowledge.lexicon import thesaurus
from loaders.lazy_pattern import lazy_pattern

SAME = 1.0  # the weight of other words that mean the very same
ENDING = lazy_pattern(r"(?:局|委员会|委|厅|部门)$")
ENDED = "(?:局|委员会|委|厅|办公室|办|部门?)"
OFFICE = lazy_pattern(rf"{ENDED}$")
SHORTEST = 2  # characters of a short name without its ending: 教体
# The level that a name begins with; 市场监管局 and 县域医共体 begin with none.
LEVEL = lazy_pattern(r"^(?:省(?!级)|市(?![场区域级监])|县(?![域级])|区(?![域级块])|州)(?=..)")
UNIT = "省市县区州旗"


def is_named(name: str, bodies: Iterable[str], place: str | None) -> bool:
    """Whether one of some bodies is meant by a name.

    Arguments: the name as it was typed; the bodies; the place of their document, which the name may begin with.
    """
    own = without_place(name, place)
    return any(_pattern(own).search(body) or _is_short_for(own, body) for body in bodies)


def without_place(name: str, place: str | None) -> str:
    """青汀县财政局 of a document of 青汀 is 县财政局."""
    at = len(place or "")
    ours = place and name.startswith(place) and name[at : at + 1] in tuple(UNIT) and len(name) > at + 2
    return name[at:] if ours else name


def names_of(word: str) -> tuple[str, ...]:
    """A word with those that mean the same; 县卫健局 has those of 卫健局, each of the county."""
    level, core = _parts(word)
    others = [*_same(word), *(level + other for other in _same(core))]
    return tuple(dict.fromkeys([word, *others]))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """What a body is printed as that a name means; 县财政局 may be printed as 财政局, and is no 市财政局."""
    level, core = _parts(name)
    names = dict.fromkeys([core, *(_parts(other)[1] for other in (*_same(name), *_same(core)))])
    more = dict.fromkeys(far for near in names for far in _same(near))
    cores = "|".join(re.escape(ENDING.sub("", name) or name) for name in (*names, *more))
    if level:
        return re.compile(rf"{level}委?(?:{cores})(?:{ENDED}|$)|^(?:{cores})(?:{ENDED}|$)")
    return re.compile(rf"(?:^|[{UNIT}镇乡])(?:{cores})(?:{ENDED}|$)")


def _is_short_for(name: str, body: str) -> bool:
    """Whether one of two offices of a level is short for the other (教体局, 教育体育局): it begins with the same
    character, and its others stand in the same order."""
    (level, core), (other_level, other_core) = _parts(name), _parts(body)
    if not (OFFICE.search(core) and OFFICE.search(other_core)) or (
        level and other_level and level != other_level
    ):
        return False
    short, full = sorted((OFFICE.sub("", core), OFFICE.sub("", other_core)), key=len)
    characters = iter(full)
    return (
        len(short) >= SHORTEST and short[0] == full[0] and all(character in characters for character in short)
    )


def _parts(name: str) -> tuple[str, str]:
    level = LEVEL.match(name)
    return (level[0], name[level.end() :]) if level else ("", name)


@cache
def _same(word: str) -> tuple[str, ...]:
    variants = thesaurus.built_in().variants(word)
    return tuple(
        variant.words.casefold() for variant in variants if variant.weight >= SAME and len(variant.words) > 1
    )
