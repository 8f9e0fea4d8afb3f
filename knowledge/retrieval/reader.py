"""The reader: cuts the answer out of a passage and marks what answers."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answers import Answer
from knowledge.deadlines.deadlines import Deadline
from knowledge.retrieval.answer_span import SpanFinder
from knowledge.retrieval.passage_context import PassageContext, in_context
from knowledge.store.reader import Store
from knowledge.store.records import StoredPassage
from knowledge.text.redaction import blank_figures

LONGEST_QUOTED = 360
"""A passage with the sentences of its deadlines that stand elsewhere is no longer (characters without white space)."""

_FIGURE_KINDS = frozenset({"fact", "target", "achievement", "deadline", "who", "problem", "list"})


class Reader:
    """Reads the answer to one question out of passages."""

    def __init__(self, spans: SpanFinder) -> None:
        """Arguments: what finds the answer span in a passage."""
        self._spans = spans

    def read(self, score: float, context: PassageContext) -> Answer:
        """Cut the answer out of a passage; it stays one contiguous stretch of the document, word for word."""
        text = context.passage.text
        highlights = self._spans.spans(text)
        sentence = self._spans.sentence_at(text, highlights[0][0])
        redacted = self._redacted(text[sentence.start : sentence.end])
        return _quoting(context, highlights, round(score, 4), redacted)

    def _redacted(self, sentence: str) -> bool:
        return self._spans.kind in _FIGURE_KINDS and blank_figures(sentence) > 0


def quote(context: PassageContext) -> Answer:
    """Quote a whole passage that was not asked for by a question, so nothing in it stands out."""
    return _quoting(context, (), 0.0, context.passage.redacted)


def _quoting(
    context: PassageContext, highlights: tuple[tuple[int, int], ...], score: float, redacted: bool
) -> Answer:
    passage = context.passage
    return Answer(
        passage_id=passage.id,
        passage=passage.text,
        highlights=highlights,
        score=score,
        document=context.document,
        section=passage.headings,
        span=(passage.start, passage.end),
        topic=passage.topic,
        redacted=redacted,
        deadlines=_that_fit(passage.text, context.deadlines),
        targets=context.targets,
        row=passage.row,
        page=passage.page,
        recognised=passage.recognised,
    )


def quoted(store: Store, passages: Sequence[StoredPassage]) -> list[Answer]:
    """Quote whole passages, in their order."""
    return [quote(context) for context in in_context(store, passages)]


def _that_fit(passage: str, deadlines: Sequence[Deadline]) -> tuple[Deadline, ...]:
    """The deadlines whose sentences stand in the passage or still fit beside it."""
    quoted = "".join(passage.split())
    fitting: list[Deadline] = []
    for deadline in deadlines:
        sentence = "".join(deadline.sentence.split())
        if sentence not in quoted:
            if len(quoted) + len(sentence) > LONGEST_QUOTED:
                continue
            quoted += sentence
        fitting.append(deadline)
    return tuple(fitting)
