"""What the knowledge base returns for a question: a reply with its answers, each word for word with its citation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from knowledge.conditions.condition import Unmet
from knowledge.deadlines.deadlines import Deadline
from knowledge.documents import Document
from knowledge.query.corrections import Correction
from knowledge.targets.targets import Target

Zone = Literal["answer", "unsure", "decline"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One contiguous stretch of a document, word for word.

    `span` counts characters of the document's decoded text, `highlights` characters of `passage`. `row`: of a
    row of a table, its cells, each the header of its column and its words. `page` is the printed page on which it
    begins, counted from 1, None where there are no pages.
    """

    passage_id: str
    passage: str
    highlights: tuple[tuple[int, int], ...]
    score: float
    document: Document
    section: tuple[str, ...]
    span: tuple[int, int]
    topic: str
    redacted: bool
    deadlines: tuple[Deadline, ...]
    targets: tuple[Target, ...]
    row: tuple[tuple[str, str], ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The answers to one question, best first, and how sure the knowledge base is of the first (0 to 1).

    Several questions in one message: `parts` holds a reply for each, and the reply itself is the first.
    `understood` tells what mistyped words were taken for, `unmet` the conditions of the question that nothing meets:
    then the answers are of another place, year or person.
    """

    question: str
    zone: Zone
    confidence: float
    kind: str
    answers: tuple[Answer, ...]
    suggestions: tuple[str, ...] = ()
    parts: tuple[Reply, ...] = ()
    understood: tuple[Correction, ...] = ()
    unmet: tuple[Unmet, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether the first answer is given as the answer."""
        return self.zone == "answer"
