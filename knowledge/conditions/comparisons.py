"""The two things that a question compares: an answer must speak of both (大夜班和小夜班哪个高, 比妇幼保健院低多少).

Sides that are places are conditions of their own (`places`); here are those that one passage tells side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial

from knowledge.conditions.condition import Condition, Evidence
from knowledge.query.query import Concept
from loaders.lazy_pattern import lazy_pattern

_MORE = "高|低|多|少|短|长|贵|便宜|大|小|快|慢|早|晚|强|弱|好"
_WHICH = lazy_pattern(
    rf"(?P<first>[^,。?\s]{{2,16}}?)(?:和|与|跟|同|、)(?P<second>[^,。?\s]{{2,18}}?)(?:的|哪|谁|相比|差)[^,。?]{{0,14}}?(?:哪[个家种类年]|谁|差)[^,。?]{{0,4}}(?:{_MORE})"
)
_THAN = lazy_pattern(
    rf"比(?!例|重|较|赛|率)(?P<second>[^,。?\s]{{2,12}}?)(?:的)?(?:{_MORE})(?:了|出)?(?:多少|几)"
)
_NO_THING = lazy_pattern(
    r"年|月|季度|同期|以前|以往|过去|原来|平均|上次|之前|[全我本各的]|其[他它]|别的|要求|目标|标准|医生|护士"
)
# What both sides are: of 电镀企业 and 石材企业 the first words tell them apart.
_SORT = lazy_pattern(r"(?:企业|医院|机构|单位|患者|人员|居民|病人|中心|科室|地区|[省市县区州村镇乡])$")
_OWNER = lazy_pattern(
    r"^.*[省市县区州旗](?=[\u4e00-\u9fff]{2})|^.*的(?=..)|^.*(?:医院|中心|卫生院|[局委院])(?=[\u4e00-\u9fff]{2})"
)
_BODY = lazy_pattern("(?:医院|卫生院|中心|[局委])$")
_CLOSE = 0.5  # of the weight of other words for a concept: those that may stand for it
SHORTEST, LONGEST, LONGEST_BODY = 2, 6, 12


def conditions_on_comparisons(
    text: str, places: Collection[str], concepts: Sequence[Concept], worth: Callable[[str], float]
) -> Iterator[Condition]:
    """The conditions of a normalised question that compares two things.

    Arguments: the question; the places that it names, which have conditions of their own; its concepts; how rare a
    word is in the corpus, 0 for one that it lacks.
    """
    match = _WHICH.search(text) or _THAN.search(text)
    if match is None:
        return
    sides = [side for side in match.groupdict().values() if side]
    if any(place in side for place in places for side in sides[-1:]):
        return
    for side in sides:
        name = _told_apart(side)
        known = any(worth(concept.words) > 0 and concept.words in name for concept in concepts)
        most = LONGEST_BODY if _BODY.search(name) else LONGEST
        if known and SHORTEST <= len(name) <= most and not _NO_THING.search(name):
            yield Condition("attribute", name, partial(_speaks_of, name))


def _told_apart(side: str) -> str:
    """The words of a side that tell it from the other, without the place that both are of."""
    name = _OWNER.sub("", side)
    shorter = _SORT.sub("", name)
    return shorter if len(shorter) >= SHORTEST else name


def _speaks_of(name: str, evidence: Evidence) -> bool:
    """Whether a passage has a name, or most of its characters side by side (三级 of 三级公立医院)."""
    if name in evidence.text or name in evidence.about:
        return True
    pieces = [name[at : at + 2] for at in range(0, len(name) - 1, 2)]
    return len(pieces) > 1 and all(piece in evidence.text for piece in pieces)


def each_tells(
    sides: Sequence[Condition], concepts: Sequence[Concept], worth: Callable[[str], float]
) -> list[Condition]:
    """Conditions on places of which the sides of a comparison are met only by what tells of the thing compared.

    Arguments: the conditions; the concepts of the question; how rare a word is in the corpus, 0 for one that it lacks.
    """
    names = "".join(side.text for side in sides if side.side)
    compared = [
        (concept.words_within(_CLOSE), worth(concept.words))
        for concept in concepts
        if worth(concept.words) > 0 and concept.words not in names and not _BODY.search(concept.words)
    ]
    if not compared:
        return list(sides)
    return [
        replace(side, holds=partial(_tells_of, side.holds, compared)) if side.side else side for side in sides
    ]


def _tells_of(
    is_of: Callable[[Evidence], bool], compared: Sequence[tuple[tuple[str, ...], float]], evidence: Evidence
) -> bool:
    """Whether a passage is of a side and holds half of what is compared, rare words counting more."""
    if not is_of(evidence):
        return False
    present = sum(weight for words, weight in compared if any(word in evidence.text for word in words))
    return present >= sum(weight for _, weight in compared) / 2
