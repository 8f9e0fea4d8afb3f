"""What the store holds of a document beside its outline."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.deadlines import Deadline
from knowledge.documents import Document
from knowledge.targets import Target


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with what is known of it; `start` and `end` count characters of the decoded text.

    `row`: of a row of a table, its cells, each the header of its column and its words.
    """

    id: str
    document: str
    position: int
    start: int
    end: int
    text: str
    headings: tuple[str, ...]
    topic: str
    topics: tuple[str, ...]
    role: str
    redacted: bool
    row: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """The index terms of a passage, by column, each a string of terms with spaces between."""

    body: str
    headings: str
    questions: str
    sounds: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A question with its answer: a stretch of the decoded text inside a passage."""

    id: str
    passage: str
    topic: str
    question: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document ready for the store; deadlines and targets come with the id of their passage."""

    document: Document
    passages: tuple[tuple[StoredPassage, Terms], ...]
    pairs: tuple[Pair, ...]
    deadlines: tuple[tuple[str, Deadline], ...]
    targets: tuple[tuple[str, Target], ...]
