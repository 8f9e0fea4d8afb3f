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

from knowledge.query.answer_types import Kind, answers_kind, figures_asked, has_figure
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
        best = self._best_run(passage, labels)
        if best is None:
            return tuple(labels) or ((0, len(text)),)
        _, start, end = best
        end = self._extended(text, start, end, passage.sentences)
        return ((start, end), *(label for label in labels if label[0] >= end))

    def sentence_at(self, text: str, place: int) -> Sentence:
        """The sentence of a passage in which a place stands, or the first after it."""
        return next(part for part in readable(text, self.normalise).sentences if part.end > place)

    def _best_run(self, passage: ReadableText, labels: Sequence[tuple[int, int]]) -> _ScoredRun | None:
        """The best run outside labels, of equal ones the earlier, the shorter; what cannot be as good is not judged."""
        coverage = self.within(passage.words)
        shares = zip(map(coverage, passage.sentence_words), passage.sentences, strict=True)
        judge = _RunJudge(self.kind, figures_asked(self.question), coverage)
        best: _ScoredRun | None = None
        for share, part in sorted(shares, key=lambda pair: -pair[0]):
            if best and judge.most(share, 0) < best[0]:
                break
            for run in passage.runs(part):
                length = run.end - run.start
                if (best and judge.most(share, length) < best[0]) or (labels and _lies_in(run, labels)):
                    continue
                scored = IN_GOOD_SENTENCE * share + judge.score(run.words, length), run.start, run.end
                if best is None or _order(scored) > _order(best):
                    best = scored
        return best

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


@dataclass(frozen=True, slots=True)
class _RunJudge:
    """Judges the runs of a passage: the kind of the question, the sorts of figure that it asks for, what tells how much
    of it a run holds."""

    kind: Kind
    figures: Sequence[re.Pattern[str]]
    coverage: Coverage

    def score(self, words: str, length: int) -> float:
        """How well a run of some words and so many characters answers by itself."""
        score = self.coverage(words) + RIGHT_FIGURE * (2 * has_figure(self.figures, words) - 1)
        if answers_kind(self.kind)(words):
            score += HAS_KIND.get(self.kind, HAS_OTHER_KIND)
        return score - A_CHARACTER * max(0, length - FREE)

    def most(self, share: float, length: int) -> float:
        """No run of so many characters scores more in a sentence that holds a share of the question."""
        beside = HAS_KIND.get(self.kind, HAS_OTHER_KIND) + (RIGHT_FIGURE if self.figures else 0.0)
        return (1 + IN_GOOD_SENTENCE) * share + beside - A_CHARACTER * max(0, length - FREE) + _ROUNDING


def _order(run: _ScoredRun) -> tuple[float, int, int]:
    score, start, end = run
    return score, -start, -end


def _lies_in(run: Run, labels: Sequence[tuple[int, int]]) -> bool:
    """Whether a run is a part of a label, which is marked as a whole."""
    return any(start <= run.start < end for start, end in labels)
