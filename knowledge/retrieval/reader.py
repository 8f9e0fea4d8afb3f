"""The reader: cuts the answer out of a passage and marks what answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from knowledge.answers import Answer
from knowledge.deadlines.deadlines import Deadline
from knowledge.query.answer_types import Kind
from knowledge.retrieval.passage_context import PassageContext
from knowledge.text.redaction import blank_figures
from loaders.structure.outline import Sentence
from loaders.structure.sentences import sentences

LONGEST_QUOTED = 360
"""A passage with the sentences of its deadlines that stand elsewhere is no longer (characters without white space)."""

_FIGURE_KINDS = frozenset({"fact", "target", "achievement", "deadline", "who", "problem", "list"})
_CLAUSE = re.compile(r"[^，,；;。！？!?]+[，,；;。！？!?”]*")

Coverage = Callable[[str], float]
"""How much of the question stands in a stretch of printed text (0 to 1)."""


class Reader:
    """Reads the answer to one question out of passages."""

    def __init__(self, kind: Kind, coverage: Coverage) -> None:
        self._kind = kind
        self._coverage = coverage

    def read(self, score: float, context: PassageContext) -> Answer:
        """Cut the answer out of a passage; it stays one contiguous stretch of the document, word for word."""
        text = context.passage.text
        marked = self._best_clause(text)
        sentence = next(s for s in sentences(text, 0, len(text)) if s.end > marked.start)
        return replace(
            quote(context),
            highlights=((marked.start, marked.end),),
            score=round(score, 4),
            redacted=self._redacted(text[sentence.start : sentence.end]),
        )

    def _best_clause(self, text: str) -> Sentence:
        """The clause that holds most of the question, in the sentence that does."""
        best = max(sentences(text, 0, len(text)), key=lambda s: self._coverage(text[s.start : s.end]))
        clauses = list(_clauses(text, best))
        return max(clauses, key=lambda c: self._coverage(text[c.start : c.end])) if clauses else best

    def _redacted(self, sentence: str) -> bool:
        return self._kind in _FIGURE_KINDS and blank_figures(sentence) > 0


def quote(context: PassageContext) -> Answer:
    """Quote a whole passage that was not asked for by a question, so nothing in it stands out."""
    passage = context.passage
    return Answer(
        passage_id=passage.id,
        passage=passage.text,
        highlights=(),
        score=0.0,
        document=context.document,
        section=passage.headings,
        span=(passage.start, passage.end),
        topic=passage.topic,
        redacted=passage.redacted,
        deadlines=_that_fit(passage.text, context.deadlines),
        targets=context.targets,
        row=passage.row,
        page=passage.page,
    )


def _clauses(text: str, sentence: Sentence) -> Iterator[Sentence]:
    for match in _CLAUSE.finditer(text, sentence.start, sentence.end):
        yield Sentence(match.start(), match.end())


def _that_fit(passage: str, deadlines: Sequence[Deadline]) -> tuple[Deadline, ...]:
    """The deadlines whose sentences stand in the passage or still fit beside it."""
    quoted = "".join(passage.split())
    kept: list[Deadline] = []
    for deadline in deadlines:
        sentence = "".join(deadline.sentence.split())
        if sentence not in quoted:
            if len(quoted) + len(sentence) > LONGEST_QUOTED:
                continue
            quoted += sentence
        kept.append(deadline)
    return tuple(kept)
