"""The answer span: the clauses of a passage that answer a question, as machine reading comprehension marks them.

A run of clauses is judged by how much of the question it holds, in which sentence it stands, and whether it has what
answers that kind of question: a date, a figure of the right sort, a list. Dates and bodies may also stand in a label
at the end of an item: （责任单位：县卫健局；完成时限：6月底前）.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from knowledge.query.answer_types import Kind, answers_kind, figure_fit
from knowledge.retrieval.readable_text import ReadableText, Run, clauses, readable
from loaders.structure.outline import Sentence

# What follows a short answer in its sentence mostly belongs to it; a definition goes on longer. On the gold of the
# example corpus 0.93 of the answers stand in spans of 37 characters on average.
LONGEST_SPAN, LONGEST_DEFINITION = 40, 70
SHORT_DEFINITION = 30  # one that ends so early is told by the next sentence
FREE, A_CHARACTER = 25, 0.002  # characters of a run that cost nothing, and what each beyond them costs
IN_GOOD_SENTENCE, RIGHT_FIGURE = 0.5, 0.3
HAS_KIND: Mapping[str, float] = MappingProxyType(
    {"deadline": 0.5, "who": 0.5, "definition": 0.35, "how": 0.1}
)
HAS_OTHER_KIND = 0.2
_ROUNDING = 1e-9

Coverage = Callable[[str], float]
"""How much of a question (0 to 1) stands in a normalised stretch of a passage; no more in a part than in the whole."""
_ScoredRun = tuple[float, int, int]  # its score, where it begins and ends

_LABEL = re.compile(
    r"[（(](?=[^（()）]{0,12}(?:责任|牵头|完成时限|配合|主办|时限))(?:[^（()）]|[（(][^（()）]*[)）])*[)）]"
)
_WHOLE_TIME = re.compile("全年|每[年季月]")
_LABELLED: tuple[Kind, ...] = ("who", "deadline")


@dataclass(frozen=True, slots=True)
class SpanFinder:
    """Finds the answer span of one question: its kind, its normalised text, what tells of a passage how much of the
    question (0 to 1) stands in a stretch of it, what brings printed text into the form of the question."""

    kind: Kind
    question: str
    within: Callable[[str], Coverage]
    normalise: Callable[[str], str]

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """The answer span, and after it the labels that may hold what is asked for; offsets in the text."""
        labels = [label.span() for label in _LABEL.finditer(text)] if self.kind in _LABELLED else []
        passage = readable(text, self.normalise)
        runs = self._best_runs(passage, labels)
        if not runs:
            return tuple(labels) or ((0, len(text)),)
        _, start, end = max(runs, key=lambda run: (run[0], -run[1], -run[2]))
        end = self._extended(text, start, end, passage.sentences)
        return ((start, end), *(label for label in labels if label[0] >= end))

    def sentence_at(self, text: str, place: int) -> Sentence:
        """The sentence of a passage in which a place stands, or the first after it."""
        return next(part for part in readable(text, self.normalise).sentences if part.end > place)

    def _best_runs(self, passage: ReadableText, labels: Sequence[tuple[int, int]]) -> list[_ScoredRun]:
        """The runs outside labels, those of the sentences that hold most first; where none can be the best, none."""
        coverage = self.within(passage.words)
        shares = map(coverage, passage.sentence_words)
        runs: list[_ScoredRun] = []
        best = 0.0
        for share, part in sorted(zip(shares, passage.sentences, strict=True), key=lambda pair: -pair[0]):
            if share < self._least(best):
                break
            good = IN_GOOD_SENTENCE * share
            own = [
                (good + self._score(run, coverage), run.start, run.end)
                for run in passage.runs(part)
                if not _lies_in(run, labels)
            ]
            runs += own
            best = max([best, *(score for score, _, _ in own)])
        return runs

    def _least(self, best: float) -> float:
        """How much of the question a sentence must hold for a run of it to be as good as one of a score."""
        most_beside = RIGHT_FIGURE + HAS_KIND.get(self.kind, HAS_OTHER_KIND)
        return (best - most_beside) / (1 + IN_GOOD_SENTENCE) - _ROUNDING

    def _score(self, run: Run, coverage: Coverage) -> float:
        fits = figure_fit(self.question, run.words)
        score = coverage(run.words) + RIGHT_FIGURE * (2 * fits - 1)
        if answers_kind(self.kind)(run.words):
            score += HAS_KIND.get(self.kind, HAS_OTHER_KIND)
        return score - A_CHARACTER * max(0, run.end - run.start - FREE)

    def _is_another(self, clause: str) -> bool:
        """Whether a clause that follows a date has one of its own, which is another's."""
        words = self.normalise(clause)
        dated = _WHOLE_TIME.search(words) or answers_kind("deadline")(words)
        return self.kind == "deadline" and dated is not None

    def _extended(self, text: str, start: int, end: int, parts: Sequence[Sentence]) -> int:
        """Where the span ends with what follows and belongs to it."""
        defines = self.kind == "definition"
        most = LONGEST_DEFINITION if defines else LONGEST_SPAN
        place = next(place for place, part in enumerate(parts) if part.end >= end)
        for begin, following in clauses(text, Sentence(end, parts[place].end)):
            if following - start > most or self._is_another(text[begin:following]):
                return end
            end = following
        after = parts[place + 1] if place + 1 < len(parts) else None
        tells = defines and end - start < SHORT_DEFINITION and after
        return after.end if tells and after and after.end - start <= most else end


def _lies_in(run: Run, labels: Sequence[tuple[int, int]]) -> bool:
    """Whether a run is a part of a label, which is marked as a whole."""
    return any(start <= run.start < end for start, end in labels)
