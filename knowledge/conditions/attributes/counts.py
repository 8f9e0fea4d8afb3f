"""How many of a thing there are: a figure must count the thing itself, not another in its sentence.

多少名医生 is told by 医生38名 and 38名医生, not by 康复患者600人 beside them; how many there are in all is not told by how
many are added (培训急救员3万名) or by a number for each (每家不少于2辆) (typed quantities: S. Roy and others, TACL 2015).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from knowledge.conditions.attributes.measured_nouns import GENERAL, named, nearest_words
from knowledge.conditions.condition import Condition, Evidence, speaks_of
from knowledge.query.query import Concept
from knowledge.text.quantities import MEASURES, counted
from loaders.lazy_pattern import lazy_pattern

_ASKED = lazy_pattern(rf"(?<![哪好])(?:多少|几)[万亿千百]?(?P<word>{MEASURES}|个(?!月|百分点|小时))")
_APART = 4  # characters between a measure word and the thing: 名持证急救员
_BEFORE, _AFTER = 16, 12  # characters on either side of a figure in which the thing that it counts stands
_IN_ALL = lazy_pattern("一共|总共|合计|共有|现有|现在|目前|到底有|(?<![要会将应得设])有(?:多少|几)")
_ADDS = lazy_pattern(
    r"新[增建添]|改造|培[训养]|招[聘录]|引进|聘请|配备|选派|再[添增]|建成|各|每(?![年月季周])|平均"
)
_AREAS = frozenset("县区 乡镇 乡 镇 村".split())  # they tell not which one, but may be counted
_CLAUSE = lazy_pattern(r"[^,。;!?:\n]+")
_LINK = lazy_pattern(
    r"(?:一共|总共|现在|目前|现|共|要|应|得|能|将|都)*(?:有|是|达到?|建|设|办|配|招|增加|剩)*(?:了)?$"
)


@dataclass(frozen=True, slots=True)
class _Count:
    """A thing with the words for it, what finds a figure that may count it, words that tell which."""

    words: tuple[str, ...]
    figure: re.Pattern[str]
    which: tuple[tuple[str, ...], ...]


def conditions_on_counts(
    text: str, concepts: Sequence[Concept], worth: Callable[[str], float]
) -> Iterator[Condition]:
    """The condition of a normalised question that asks how many there are of a thing in all, if it does.

    Arguments: the question; its concepts; how rare a word is in the corpus, 0 for one that it lacks.
    """
    match = _ASKED.search(text)
    thing = _thing(text, match, concepts) if match else None
    in_all = bool(_IN_ALL.search(text)) and not _ADDS.search(text)
    if match is None or thing is None or not in_all or not worth(thing.words):
        return
    before = min(match.start(), text.find(thing.words))
    which = nearest_words(text, before, [concept for concept in concepts if concept is not thing], worth)
    count = _Count(thing.synonyms, counted(match["word"]), which)
    asked = text[match.start() : max(match.end(), text.find(thing.words) + len(thing.words))]
    yield Condition("attribute", asked, partial(_tells, count), applies=partial(speaks_of, count.words))


def _thing(text: str, match: re.Match[str], concepts: Sequence[Concept]) -> Concept | None:
    """What is counted: it follows the measure word, or it stands right before the question for it."""
    telling = [concept for concept in concepts if concept.words in _AREAS or not GENERAL.match(concept.words)]
    after = [c for c in telling if 0 <= text.find(c.words, match.end()) - match.end() <= _APART]
    if after:
        return min(after, key=lambda concept: text.find(concept.words, match.end()))
    return next((c for c in telling if _stands_before(text, c.words, match.start())), None)


def _stands_before(text: str, words: str, end: int) -> bool:
    start = text.rfind(words, 0, end)
    return start >= 0 and bool(_LINK.fullmatch(text[start + len(words) : end]))


def _tells(count: _Count, evidence: Evidence) -> bool:
    """Whether a figure counts the thing in a sentence that tells which ones."""
    return any(
        named(count.which, near) and any(_counts(count, clause) for clause in _CLAUSE.findall(sentence))
        for sentence, near in evidence.sentences()
    )


def _counts(count: _Count, clause: str) -> bool:
    """Whether a figure of a clause counts the thing; one behind a word for adding counts what is added."""
    for figure in count.figure.finditer(clause):
        if _ADDS.search(clause, 0, figure.start()):
            return False
        beside = clause[max(0, figure.start() - _BEFORE) : figure.end() + _AFTER]
        if any(word in beside for word in count.words):
            return True
    return False
