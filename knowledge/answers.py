"""What the knowledge base returns for a question: a reply with its answers, each word for word with its citation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from knowledge.conditions.condition import Unmet
from knowledge.deadlines.deadlines import Deadline
from knowledge.documents import Document
from knowledge.query.corrections import Correction
from knowledge.query.small_talk import Talk
from knowledge.targets.targets import Target

Zone = Literal["answer", "unsure", "decline"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One contiguous stretch of a document, word for word.

    `span` counts characters of the document's decoded text, `highlights` characters of `passage`. `row`: of a
    row of a table, its cells, each the header of its column and its words. `page` is the printed page on which it
    begins, counted from 1, None where there are no pages; `recognised`: some of it was recognised on a scanned page.
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
    recognised: bool = False


ItemsKind = Literal["which", "each", "compare", "members", "bound", "points", "choice", "more"]
"""Why a reply has items: which documents speak of a matter, what each says, which says more, the members of a named
set, the values that keep a bound, the points of a list that is too long for one quotation; `choice`: the question does not say which of several it means; `more`: what else was found for the last question."""


@dataclass(frozen=True, slots=True)
class Item:
    """One of several things that were asked for, with the passage that says it.

    `indicator` and `value` as printed, `op` and `by` as of a target; None where the passage is all there is to tell.
    `reported`: the value is what was reached, not what is to be.
    """

    answer: Answer
    indicator: str | None = None
    value: str | None = None
    op: str | None = None
    by: dt.date | None = None
    reported: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """The answers to one question, best first, and how sure the knowledge base is of the first (0 to 1).

    Several questions in one message: `parts` holds a reply for each, and the reply itself is the first.
    `understood` tells what mistyped words were taken for, `unmet` the conditions of the question that nothing meets:
    then the answers are of another place, year or person. `items`: all of a list, a comparison, or the values among
    which the question does not choose; `items_kind` says which of these it is. `talk`: what was said to the bot itself; then
    it is declined.
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
    items: tuple[Item, ...] = ()
    items_kind: ItemsKind | None = None
    talk: Talk | None = None

    @property
    def answered(self) -> bool:
        """Whether the first answer is given as the answer."""
        return self.zone == "answer"
