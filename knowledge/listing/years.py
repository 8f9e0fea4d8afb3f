"""The reply to a question for several years: each is answered by itself, and what they say stands side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from knowledge.answers import Answer, Reply
from knowledge.conditions.condition import Unmet
from knowledge.documents import Document
from knowledge.query.year_comparisons import YearComparison
from knowledge.query.year_series import YearSeries
from knowledge.retrieval.calibration import OF_ANOTHER
from loaders.lazy_pattern import lazy_pattern

_AS_SURE = 0.8  # of the confidence in the best answer, that in the answer for a year of a series
_YEAR = lazy_pattern(r"(?<!\d)20\d\d(?!\d)")


def years_reply(
    compared: YearComparison, whole: Reply, documents: Iterable[Document], ask: Callable[[str], Reply]
) -> Reply:
    """The reply to a comparison of two years; `whole` is that of the search for all words of the question.

    What both years say stands side by side; a printed year that nothing answers for is unmet. Where whole plans are
    compared no passage answers: then it is told of which years there are documents.
    """
    if any(unmet.kind != "year" for unmet in whole.unmet):
        return whole
    if not compared.matter:
        return _of_whole_plans(compared, whole, documents)
    if whole.answered and _tells_both(whole.answers[0], compared.years):
        return whole
    sides = [ask(question) for question in compared.questions]
    if all(map(_answers, sides, compared.years, reversed(compared.years))):
        return _side_by_side(whole, sides)
    missing = [year for year, side in zip(compared.years, sides, strict=True) if not _is_of(side, year)]
    if not (compared.printed and missing):
        return replace(whole, items=(), items_kind=None)
    near = [answer for side in sides if side.answered for answer in side.answers] or whole.answers
    return _unanswered(replace(whole, answers=tuple(near)), missing)


def series_reply(
    series: YearSeries,
    whole: Reply,
    documents: Sequence[Document],
    today: int | None,
    ask: Callable[[str], Reply],
) -> Reply:
    """The reply to a question for the last years or the newest; `whole` is that of the search for its matter.

    Of the place that is asked about, or else that of the best answer, each year with documents is asked for by itself,
    newest first. Where the best answer names several years itself, or fewer than two tell, that of the whole stands; so
    it does where the newest is asked for and several places have one.
    """
    place = series.place or (whole.answers[0].document.place if whole.answers else None)
    if whole.unmet or not (place and whole.answered) or len(set(_YEAR.findall(whole.answers[0].passage))) > 1:
        return whole
    if series.newest and not series.place and whole.items_kind == "choice":
        return whole
    years = series.years(documents, place, today)
    sides = ((year, ask(series.question(year, place))) for year in years)
    least = _AS_SURE * whole.confidence
    telling = (s for year, s in sides if s.answered and s.confidence >= least and _is_own(s, year))
    if series.newest:
        newest = next(telling, None)
        return _newest(whole, newest) if newest else whole
    told = list(telling)
    return _in_series(whole, told) if len(told) > 1 else whole


def _is_own(side: Reply, year: int) -> bool:
    """Whether the answer for a year stands in a document of that year."""
    return side.answers[0].document.year == year


def _newest(whole: Reply, newest: Reply) -> Reply:
    """The reply of the newest year, no surer than the one for all of them is."""
    sure = min(whole.confidence, newest.confidence)
    return replace(newest, question=whole.question, confidence=sure, items=(), items_kind=None)


def _in_series(whole: Reply, sides: Sequence[Reply]) -> Reply:
    return replace(_side_by_side(whole, sides), items_kind="each")


def _answers(side: Reply, year: int, other: int) -> bool:
    """Whether a side is answered for its year; what is of the other year answers only where it names this one."""
    return side.answered and (_is_of(side, year) or side.answers[0].document.year != other)


def _is_of(side: Reply, year: int) -> bool:
    return any(answer.document.year == year or str(year) in answer.passage for answer in side.answers[:1])


def _tells_both(answer: Answer, years: tuple[int, int]) -> bool:
    """Whether one passage tells of both years: 比2026年增加 in a plan for 2027."""
    return all(year == answer.document.year or str(year) in answer.passage for year in years)


def _side_by_side(whole: Reply, sides: Sequence[Reply]) -> Reply:
    answers = {answer.passage_id: answer for side in sides for answer in side.answers}
    items = tuple(item for side in sides for item in side.items)
    return replace(
        whole,
        zone="answer",
        confidence=min(side.confidence for side in sides),
        answers=tuple(answers.values()),
        suggestions=(),
        unmet=(),
        items=items,
        items_kind="compare",
    )


def _of_whole_plans(compared: YearComparison, whole: Reply, documents: Iterable[Document]) -> Reply:
    years = {document.year for document in documents if compared.place in ("", document.place)}
    return _unanswered(whole, [year for year in compared.years if year not in years])


def _unanswered(reply: Reply, missing: Sequence[int]) -> Reply:
    unmet = tuple(Unmet("year", f"{year}年") for year in missing)
    zone = "unsure" if reply.zone == "answer" or (reply.answers and unmet) else reply.zone
    return replace(
        reply, zone=zone, confidence=min(reply.confidence, OF_ANOTHER), unmet=unmet, items=(), items_kind=None
    )
