"""The members of a named set (四大体系, 四个不相适应), which stand as points below the passage that names it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.store.records import StoredPassage
from knowledge.text.numerals import parse_int
from loaders.lazy_pattern import lazy_pattern

_SET = lazy_pattern(
    r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,2})(?P<measure>大|个|项|种|条|类|块|场|道|支|张|方面)?"
    r"(?P<noun>[\u4e00-\u9fff]{2,8}?)(?=[”\"]|是|分别|有哪|指|包括|具体|哪|都|[,?]|$)"
)
_LISTED = lazy_pattern(r"[、;]|和|及")
_SENTENCE = lazy_pattern(r"[^。!?]+")
_POINT = lazy_pattern(r"[一二三四五六七八九十]{1,2}是")  # a heading that is itself a member
MOST = 12  # passages

Section = Callable[[str, Sequence[str]], list[StoredPassage]]
"""The passages of a document under a path of headings, in the order of the text."""


@dataclass(frozen=True, slots=True)
class NamedSet:
    """A set as a question names it: 四 个 不相适应."""

    number: str
    noun: str

    @classmethod
    def of(cls, question: str) -> NamedSet | None:
        """The set that a normalised question names, None where it names none."""
        match = _SET.search(question)
        return cls(match["count"], match["noun"]) if match else None

    @property
    def count(self) -> int:
        """How many members it has, 0 where the number is no numeral."""
        return parse_int(self.number.replace("两", "二")) or 0

    def stands_in(self, text: str) -> bool:
        """Whether a text names the set with its number."""
        return re.search(rf"{self.number}(?:[^,。\d]{{0,2}}?){re.escape(self.noun)}", text) is not None


def members(
    asked: NamedSet, count: int, best: StoredPassage, section: Section, normalise: Callable[[str], str]
) -> list[StoredPassage]:
    """The passages of the members of a set in the order of the text; none where one passage tells them all.

    Arguments: the set; how many members it has (0: not told); the passage that answers best; what brings the
    passages of a document under some headings; what brings text into the form of the question.
    """
    path = _path(asked, best, normalise)
    inside = section(best.document, path) if path is not None else []
    if path is None or any(_tells(asked, count, normalise(passage.text)) for passage in inside):
        return []
    naming = (passage.position for passage in inside if asked.stands_in(normalise(passage.text)))
    first = next(naming, inside[0].position)
    points = points_of([passage for passage in inside if passage.position >= first], len(path))
    return (points[: count or MOST] if len(points) > 1 else inside)[:MOST]


def _path(asked: NamedSet, best: StoredPassage, normalise: Callable[[str], str]) -> tuple[str, ...] | None:
    """The headings down to the one that names the set, else those of the passage that does."""
    for level, heading in enumerate(best.headings, 1):
        words = normalise(heading)
        if asked.noun in words:
            is_member = _POINT.match(heading) and not asked.stands_in(words)
            return best.headings[: level - bool(is_member)]
    return best.headings if asked.stands_in(normalise(best.text)) else None


def _tells(asked: NamedSet, count: int, text: str) -> bool:
    """Whether a sentence names the set and lists as many things as it has."""
    return any(
        asked.stands_in(sentence) and len(_LISTED.findall(sentence)) >= max(count - 1, 1)
        for sentence in _SENTENCE.findall(text)
    )


def points_of(passages: Sequence[StoredPassage], depth: int) -> list[StoredPassage]:
    """The first passage under each heading next below a depth."""
    points: dict[str, StoredPassage] = {}
    for passage in passages:
        if len(passage.headings) > depth:
            points.setdefault(passage.headings[depth], passage)
    return list(points.values())
