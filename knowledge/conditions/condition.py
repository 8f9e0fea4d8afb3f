"""A condition of a question, what it is held against, and one that nothing meets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from knowledge.documents import Document

ConditionKind = Literal["place", "year", "person", "term", "attribute"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a passage: its document, and texts in the form of a normalised question.

    `about`: title, place, issuer and speaker of the document; `text`: the passage with the headings above it;
    `around`: its neighbours in the section; `years`: those that its dates and targets fall due in; `reports`:
    whether it tells what was achieved.
    """

    document: Document
    about: str
    text: str
    around: str = ""
    years: frozenset[int] = frozenset()
    reports: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that an answer must be of: `text` is it in the words of the question.

    `side`: it is one side of a comparison, of which an answer need be of one alone, but each must be answered.
    `settles`: what meets it is the answer itself: the holder of a post, what a term means.
    `applies`: it is a condition only where this holds of something: what is asked of a thing that nothing speaks of by
    its name is said in other words.
    """

    kind: ConditionKind
    text: str
    holds: Callable[[Evidence], bool] = field(compare=False, repr=False)
    side: bool = False
    settles: bool = False
    applies: Callable[[Evidence], bool] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Unmet:
    """A condition that nothing meets, in the words of the question."""

    kind: ConditionKind
    text: str
