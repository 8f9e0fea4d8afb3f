"""Training: the weights of the ranker and of the confidence are fitted to gold questions, and cross-validated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from knowledge.evaluation.fitting import Vector, dot, fit_logistic, fit_order
from knowledge.evaluation.metrics import GoldQuestion
from knowledge.knowledge_base import KnowledgeBase
from knowledge.retrieval import calibration
from knowledge.retrieval.candidates import Candidates
from knowledge.retrieval.ranker import Signals
from knowledge.retrieval.weights import HAND_SET, Weights

NAMES = tuple(HAND_SET["ranker"])
TOLD = tuple(HAND_SET["confidence"])[1:]
_SIGNED = ("document", "length", "missing")
_DRAW, _RIDGE = 0.1, 0.002
# The candidates that a fit looks at: those far down teach nothing.
_MOST = 15
_UNSURE_SHARE = 0.3
_DECLINING = 0.25
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class TrainingExample:
    """A gold question with its candidates, best first by the weights they were found with, and which are right.

    The first `fitting` meet the conditions of the question, and confidence is in the first of those; where one is
    `unmet` by all, the question is not answered, whatever the weights. `genre`: how far their base is of the genre.
    """

    gold: GoldQuestion
    signals: tuple[Signals, ...]
    rows: tuple[Vector, ...]
    right: tuple[bool, ...]
    subject: calibration.QuestionSubject
    fitting: int
    unmet: bool
    genre: float

    @property
    def answerable(self) -> bool:
        """Whether the corpus answers the question."""
        return self.gold.kind != "none"


@dataclass(frozen=True, slots=True)
class QuestionOutcome:
    """What became of a question: whether the corpus answers it, the place of the first right candidate (0 for none),
    whether it was answered."""

    answerable: bool
    rank: int
    answered: bool

    @property
    def right(self) -> bool:
        """Whether the reply is right: the right answer given, or rightly declined."""
        return self.answered and self.rank == 1 if self.answerable else not self.answered


@dataclass(frozen=True, slots=True)
class FitReport:
    """How some questions fared."""

    outcomes: tuple[QuestionOutcome, ...]

    def hit(self, k: int) -> float:
        """The share of the answerable questions with a right one among the first k."""
        return _share(
            0 < question_outcome.rank <= k
            for question_outcome in self.outcomes
            if question_outcome.answerable
        )

    @property
    def right_reply(self) -> float:
        """The share of right replies."""
        return _share(question_outcome.right for question_outcome in self.outcomes)

    @property
    def wrongly_declined(self) -> float:
        """The share of the answerable questions that were not answered."""
        return _share(
            not question_outcome.answered for question_outcome in self.outcomes if question_outcome.answerable
        )

    @property
    def wrongly_answered(self) -> float:
        """The share of the unanswerable questions that were answered."""
        return _share(
            question_outcome.answered for question_outcome in self.outcomes if not question_outcome.answerable
        )


def collect(knowledge: KnowledgeBase, questions: Iterable[GoldQuestion]) -> list[TrainingExample]:
    """Ask gold questions and note their candidates; one without any is left out."""
    paths = {document.id: document.path for document in knowledge.documents()}
    asked_questions = ((gold, knowledge.candidates(gold.q)) for gold in questions)
    return [_example(gold, candidates, paths) for gold, candidates in asked_questions if candidates.ranked]


def fit(examples: Sequence[TrainingExample], start: Weights) -> Weights:
    """Fit all weights, drawn to those to start from; the zones are put where most replies are right.

    Without examples the weights stay as they are.
    """
    if not examples:
        return start
    fitted = _fit_ranking(examples, start)
    return _fit_confidence(examples, fitted)


def _fit_ranking(examples: Sequence[TrainingExample], start: Weights) -> Weights:
    """Both sets of the ranker at once: a question counts for each by how far its base is of the genre."""
    lists = [
        ([_shared(row, e) for row in e.rows[:_MOST]], e.right[:_MOST])
        for e in examples
        if any(e.right[:_MOST])
    ]
    if not lists:
        return start
    begin = [table[name] for table in (start.ranker, start.general_ranker) for name in NAMES]
    fitted = fit_order(lists, begin, [name in _SIGNED for name in NAMES] * 2, _DRAW)
    ranker, general = fitted[: len(NAMES)], fitted[len(NAMES) :]
    tables = (dict(zip(NAMES, values, strict=True)) for values in (ranker, general))
    return replace(start, ranker=next(tables), general_ranker=next(tables))


def _shared(row: Vector, example: TrainingExample) -> Vector:
    """The signals as the two sets share them."""
    share = example.genre
    return [*(share * value for value in row), *((1 - share) * value for value in row)]


def _fit_confidence(examples: Sequence[TrainingExample], weights: Weights) -> Weights:
    """The confidence of each set and the zones, by the questions whose conditions some candidate meets: the others are
    declined without them."""
    met = [example for example in examples if not example.unmet] or examples
    inside = _logistic([e for e in met if e.genre >= _HALF], weights) or weights.confidence
    outside = _logistic([e for e in met if e.genre < _HALF], weights) or weights.general_confidence
    fitted = replace(weights, confidence=inside, general_confidence=outside)
    confidence_signals = [_told(example, fitted) for example in met]
    chances = [
        calibration.confidence(fitted.judging(example.genre), signals)
        for example, (signals, _) in zip(met, confidence_signals, strict=True)
    ]
    answer = _best_threshold(chances, [right for _, right in confidence_signals], [e.answerable for e in met])
    return replace(fitted, zones={"answer": answer, "unsure": answer * _UNSURE_SHARE})


def _logistic(examples: Sequence[TrainingExample], weights: Weights) -> dict[str, float] | None:
    """The weights of a confidence, None without examples."""
    if not examples:
        return None
    confidence_signals = [_told(example, weights) for example in examples]
    rows = [[signals[name] for name in TOLD] for signals, _ in confidence_signals]
    return dict(
        zip(
            ("bias", *TOLD),
            fit_logistic(rows, [right for _, right in confidence_signals], _RIDGE),
            strict=True,
        )
    )


def measure(examples: Sequence[TrainingExample], weights: Weights) -> FitReport:
    """How questions fare with some weights."""
    return FitReport(tuple(_outcome(example, weights) for example in examples))


def cross_validate(
    examples: Sequence[TrainingExample], start: Weights, by: Callable[[TrainingExample], str]
) -> FitReport:
    """How questions fare with weights that were fitted without them, fold by fold.

    Arguments: the examples; the weights to start from; what tells the fold of an example, its document say.
    """
    outcomes: list[QuestionOutcome] = []
    for name in sorted({by(example) for example in examples}):
        others = [example for example in examples if by(example) != name]
        fold = [example for example in examples if by(example) == name]
        outcomes += measure(fold, fit(others, start)).outcomes
    return FitReport(tuple(outcomes))


def _outcome(example: TrainingExample, weights: Weights) -> QuestionOutcome:
    signals, _ = _told(example, weights)
    sure = calibration.confidence(weights.judging(example.genre), signals)
    answered = sure >= weights.zones["answer"] and not example.unmet
    return QuestionOutcome(example.answerable, _rank(example, weights), answered)


def _example(gold: GoldQuestion, candidates: Candidates, paths: dict[str, str]) -> TrainingExample:
    signals = tuple(ranked.signals for ranked in candidates.ranked)
    rows = tuple([signal.values()[name] for name in NAMES] for signal in signals)
    right = tuple(
        gold.holds(paths[ranked.hit.passage.document], ranked.hit.passage.text)
        for ranked in candidates.ranked
    )
    fitting = candidates.fitting or len(signals)
    return TrainingExample(
        gold, signals, rows, right, candidates.subject, fitting, bool(candidates.unmet), candidates.genre
    )


def _order(example: TrainingExample, weights: Weights) -> list[tuple[float, int]]:
    """The scores and places of the candidates that meet the conditions, best first, then of the others."""
    ranking = weights.ranking(example.genre)
    scores = [dot([ranking[name] for name in NAMES], row) for row in example.rows]
    return sorted(
        zip(scores, range(len(scores)), strict=True),
        key=lambda pair: (pair[1] >= example.fitting, -pair[0], pair[1]),
    )


def _told(example: TrainingExample, weights: Weights) -> tuple[dict[str, float], bool]:
    """The signals of confidence in the first candidate, and whether it is right."""
    order = _order(example, weights)
    first = order[0][1]
    scores = [score for score, _ in order[: example.fitting]]
    confidence_signals = calibration.signals(scores, example.signals[first], example.subject)
    return confidence_signals, example.right[first]


def _rank(example: TrainingExample, weights: Weights) -> int:
    """The place of the first right candidate, 0 for none."""
    places = enumerate(_order(example, weights), 1)
    return next((place for place, (_, i) in places if example.right[i]), 0)


def _best_threshold(chances: Sequence[float], right: Sequence[bool], answerable: Sequence[bool]) -> float:
    """The threshold of answering with the most right answers, where rightly declining all that has no answer weighs
    as much as a quarter of them: there are few such questions among any."""
    rows = list(zip(chances, right, answerable, strict=True))

    def worth(threshold: float) -> float:
        answers = _share(good and chance >= threshold for chance, good, can in rows if can)
        return answers + _DECLINING * _share(chance < threshold for chance, _, can in rows if not can)

    return max((step / 100 for step in range(20, 61)), key=worth)


def _share(values: Iterable[bool]) -> float:
    flags = list(values)
    return fmean(flags) if flags else 0.0
