"""A condition of a question, what it is held against, and one that nothing meets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple, Protocol, TypeVar

from knowledge.documents import Document
from loaders.lazy_pattern import lazy_pattern

_JOINS = lazy_pattern(r"(?:[和与跟、及同或比对,]|还是)$")

# A heading that runs into the text below it: (二)家庭病床进户。
RUN_IN = lazy_pattern(r"(?<![\d.])[(第]?[\d一二三四五六七八九十]{1,3}[)、.条][^,。\d]{2,14}。")
_SENTENCE = lazy_pattern(r"[^。!?;\n]+[。!?;\n]*")

ConditionKind = Literal["place", "year", "person", "term", "attribute"]


class Evidence(NamedTuple):
    """What is known of a passage: its document, and texts in the form of a normalised question.

    `about`: title, place, issuer and speaker of the document; `text`: the passage with the headings above it;
    `above`: the headings and the title; `around`: its neighbours in the section; `years`: those that its dates and
    targets fall due in; `columns`: those that the columns of a table's row are of; `reports`: whether it tells what was
    achieved.
    """

    document: Document
    about: str
    text: str
    above: str = ""
    around: str = ""
    years: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    reports: bool = False

    def sentences(self) -> Iterator[tuple[str, str]]:
        """Each sentence of the text, and with it what tells what it is of: what stands above it and the one before."""
        run_in, sentences = _cut(self.text)
        above = " ".join((self.about, self.above, *run_in))
        before = ""
        for sentence in sentences:
            yield sentence, above + before + sentence
            before = sentence


@lru_cache(maxsize=1_000)  # a passage is held against several conditions, and again by other questions
def _cut(text: str) -> tuple[list[str], list[str]]:
    """The headings that run into a text, and its sentences."""
    return RUN_IN.findall(text), _SENTENCE.findall(text)


def speaks_of(words: Iterable[str], evidence: Evidence) -> bool:
    """Whether a passage has any of some words."""
    return any(word in evidence.text for word in words)


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that an answer must be of: `text` is it in the words of the question.

    `side`: it is one side of a comparison, of which an answer need be of one alone, but each must be answered.
    `settles`: what meets it is the answer itself: the holder of a post, what a term means.
    `asked`: it is read from the words that say what is asked of the thing, as others may be: they are told as one.
    `of_subject`: what meets it speaks of the thing asked about; where not, a passage that holds much
    less of the question than the best does not meet it.
    `applies`: it is a condition only where this holds of something: what is asked of a thing that nothing speaks of by
    its name is said in other words.
    """

    kind: ConditionKind
    text: str
    holds: Callable[[Evidence], bool] = field(compare=False, repr=False)
    side: bool = False
    settles: bool = False
    asked: bool = False
    of_subject: bool = True
    applies: Callable[[Evidence], bool] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Unmet:
    """A condition that nothing meets, in the words of the question."""

    kind: ConditionKind
    text: str


class Named(Protocol):
    """A name in a question: what tells it from others, and where it stands."""

    @property
    def name(self) -> str:
        """The name itself."""

    @property
    def start(self) -> int:
        """The place of its first character."""

    @property
    def end(self) -> int:
        """The place after its last character."""


N = TypeVar("N", bound=Named)


def sides(text: str, named: Sequence[N]) -> set[N]:
    """The names of a question, in its order, that are sides of a comparison: 和, 比 or the like stands before the second."""
    return {
        name
        for first, second in pairwise(named)
        if first.name != second.name and _JOINS.search(text[first.end : second.start])
        for name in (first, second)
    }
