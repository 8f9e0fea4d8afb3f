"""Question understanding: a question becomes a query of concepts, each with the other words it may go by."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.analysis import Analyzer, pairs, stopwords
from knowledge.kinds import Kind, kind_of
from knowledge.thesaurus import Thesaurus, Variant

_FILLER = re.compile(
    r"@\w+|^(?:请问(?:一下)?|麻烦问下|问一下|想问下|想知道|领导问|急问|你好|您好)[，,:：\s]*|(?:帮忙查查?|帮我查一?下|帮忙看看|谢谢|多谢|急|在线等)[。！!~～]*$|[，,]急$"
)
_END = re.compile(r"(?<=[？?])\s*(?=[^\s？?])|[\n；;]\s*")
_YEAR = re.compile(r"(20\d\d)(?!\d)年?")
_RELATIVE_YEARS = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1}
# Words of a question that tell the kind of answer, not its subject.
_FRAME = re.compile(
    r"什么时候|啥时候|多会儿|何时|是什么意思|什么意思|是什么|什么|有哪些|哪些|哪几[个家项所]?|哪[个家里年月]?|多少|怎么样|怎么|怎样|如何|为什么|为啥|"
    r"是不是|有没有|能不能|要不要|[是有能要]否|几[个家项所年月成]?|吗|呢|谁|咋|啥|么"
)
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Concept:
    """Something a question speaks of: its own words first, then other words for it."""

    variants: tuple[Variant, ...]

    @property
    def words(self) -> str:
        """The words of the question."""
        return self.variants[0].words


@dataclass(frozen=True, slots=True)
class Query:
    """A question as understood: its normalised text, kind of answer, concepts, character pairs, and the places
    and years of the documents that it names."""

    text: str
    normalised: str
    kind: Kind
    concepts: tuple[Concept, ...]
    pairs: frozenset[str]
    places: frozenset[str]
    years: frozenset[int]


class QueryParser:
    """Parses questions with the same analyzer that made the index."""

    def __init__(self, analyzer: Analyzer, thesaurus: Thesaurus) -> None:
        self._analyzer = analyzer
        self._thesaurus = thesaurus

    def parse(self, question: str, places: Iterable[str] = (), today: dt.date | None = None) -> Query:
        """Parse one question.

        Arguments: the question; the places that documents are of: one that the question names tells which
        documents it means and is no concept to search for; the day that 今年 and 去年 count from.
        """
        text = self._analyzer.normalise(_without_filler(question[:_LONGEST]))
        named = frozenset(place for place in places if place in text)
        subject = _FRAME.sub(_blank, text)
        for place in named:
            subject = subject.replace(place, " " * len(place))
        return Query(
            text=question,
            normalised=text,
            kind=kind_of(text),
            concepts=tuple(self._concepts(text, subject)),
            pairs=frozenset(pairs(subject)),
            places=named,
            years=frozenset(_years(text, today or dt.date.today())),
        )

    def _concepts(self, text: str, subject: str) -> Iterator[Concept]:
        known = _disjoint(self._thesaurus.find(text))
        taken = {place for start, end in known for place in range(start, end)}
        found = [(start, text[start:end]) for start, end in known]
        for word, place in self._analyzer.whole_words(subject):
            if (
                len(word) > 1
                and word not in stopwords()
                and not taken.intersection(range(place, place + len(word)))
            ):
                found.append((place, word))
        for _, words in sorted(set(found)):
            own = Variant(words, 1.0)
            normal = (
                Variant(self._analyzer.normalise(v.words), v.weight) for v in self._thesaurus.variants(words)
            )
            yield Concept((own, *normal))


def _years(text: str, today: dt.date) -> Iterator[int]:
    """The years that a question names: 2022年, 去年."""
    yield from (int(year) for year in _YEAR.findall(text))
    yield from (today.year + count for word, count in _RELATIVE_YEARS.items() if word in text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def split_questions(message: str) -> list[str]:
    """The questions of a message: one, or several where several question marks or lines stand in it."""
    parts = [part.strip() for part in _END.split(message) if part and len(part.strip()) > 3]
    asked = [part for part in parts if part.endswith(("？", "?")) or len(parts) > 1]
    return asked if len(asked) > 1 else [message.strip()]


def _without_filler(question: str) -> str:
    text = question.strip()
    while (shorter := _FILLER.sub("", text).strip()) != text and shorter:
        text = shorter
    return text


def _disjoint(stretches: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches that do not overlap, longer ones first."""
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(stretches, key=lambda s: (s[0] - s[1], s[0])):
        if all(end <= a or start >= b for a, b in chosen):
            chosen.append((start, end))
    return sorted(chosen)
