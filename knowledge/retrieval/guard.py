"""The guard: which candidates meet the conditions of a question, and which conditions nothing meets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from knowledge.conditions.condition import Condition, Evidence, Unmet
from knowledge.documents import Document
from knowledge.retrieval.ranker import Ranked
from knowledge.store.queries.dated_items import DatedItems
from knowledge.store.reader import Store

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_AS_MUCH = 0.6  # of what the best candidate holds of the question


@dataclass(frozen=True, slots=True)
class Guarded:
    """Candidates, those that meet all conditions first, how many those are, and the conditions that none meets.

    `settled`: the first meets one that is the answer itself.
    """

    ranked: tuple[Ranked, ...]
    fitting: int
    unmet: tuple[Unmet, ...] = ()
    settled: bool = False


def guarded(
    ranked: Sequence[Ranked],
    conditions: Sequence[Condition],
    evidence_of: Callable[[Ranked], Evidence],
    held_of: Callable[[Ranked], float],
) -> Guarded:
    """Hold candidates, best first, against conditions.

    Where none meets them all, those that nothing meets are unmet; else, where they are met but never together, those
    that the best candidate does not meet. A side of a comparison is met by a candidate that holds about as much of the
    question, by `held_of`, as the best of all does; what says nothing of the subject by one that holds about as much as
    the first.
    """
    if not conditions or not ranked:
        return Guarded(tuple(ranked), len(ranked))
    evidence = [evidence_of(candidate) for candidate in ranked]
    conditions = [condition for condition in conditions if _applies(condition, evidence)]
    held = [_held(conditions, facts) for facts in evidence]
    if any(not condition.of_subject for condition in conditions):
        held = _of_the_matter(conditions, held, [held_of(candidate) for candidate in ranked])
    lacking = [_lacking(conditions, numbers) for numbers in held]
    order = sorted(range(len(ranked)), key=lambda place: bool(lacking[place]))
    ordered = tuple(ranked[place] for place in order)
    never = set(lacking[0]).intersection(*lacking) or (lacking[0] if lacking[order[0]] else set())
    never = never or _sides_without_answer(conditions, ranked, held, lacking, held_of)
    fitting = sum(not numbers for numbers in lacking)
    settled = bool(fitting) and any(condition.settles for condition in conditions)
    unmet = _unmet([conditions[number] for number in sorted(never)])
    return Guarded(ordered, fitting, unmet, settled and not unmet)


def _applies(condition: Condition, evidence: Sequence[Evidence]) -> bool:
    return condition.applies is None or any(map(condition.applies, evidence))


def _held(conditions: Sequence[Condition], evidence: Evidence) -> set[int]:
    """The numbers of the conditions that a candidate meets."""
    return {number for number, condition in enumerate(conditions) if condition.holds(evidence)}


def _of_the_matter(
    conditions: Sequence[Condition], held: Sequence[set[int]], shares: Sequence[float]
) -> list[set[int]]:
    """The numbers of the conditions that candidates meet, best candidate first, by the shares of the question they hold.

    One that says nothing of the subject is met by passages of any matter (通报 and 不得 stand everywhere): where the best
    candidate does not meet it, one that holds much less of the question does not either.
    """
    anywhere = {number for number, condition in enumerate(conditions) if not condition.of_subject} - held[0]
    least = _AS_MUCH * shares[0]
    return [
        numbers if share >= least else numbers - anywhere for numbers, share in zip(held, shares, strict=True)
    ]


def _lacking(conditions: Sequence[Condition], held: set[int]) -> set[int]:
    """The numbers of the conditions that a candidate does not meet; of the sides of a comparison one is enough."""
    sides = {number for number, condition in enumerate(conditions) if condition.side}
    return set(range(len(conditions))) - held - (sides if held & sides else set())


def _sides_without_answer(
    conditions: Sequence[Condition],
    ranked: Sequence[Ranked],
    held: Sequence[set[int]],
    lacking: Sequence[set[int]],
    held_of: Callable[[Ranked], float],
) -> set[int]:
    """The sides of a comparison of which no candidate that meets all else tells what is compared."""
    sides = {number for number, condition in enumerate(conditions) if condition.side}
    if not sides:
        return set()
    of_sides = [
        (numbers & sides, held_of(candidate))
        for candidate, numbers, lacks in zip(ranked, held, lacking, strict=True)
        if numbers & sides and not lacks
    ]
    best = max((share for _, share in of_sides), default=0.0)
    return sides.difference(*(numbers for numbers, share in of_sides if share >= _AS_MUCH * best))


def _unmet(conditions: Sequence[Condition]) -> tuple[Unmet, ...]:
    """What is told of conditions that nothing meets: what is asked of the thing once, in the first words for it."""
    readings = [condition for condition in conditions if condition.asked]
    distinct = (condition for condition in conditions if not condition.asked or condition is readings[0])
    return tuple(dict.fromkeys(Unmet(condition.kind, condition.text) for condition in distinct))


class EvidenceReader:
    """Gathers what is known of some candidates."""

    def __init__(
        self, store: Store, normalise: Callable[[str], str], ranked: Sequence[Ranked], dated: bool
    ) -> None:
        """Arguments: the store; what brings printed text into the form of questions; the candidates; whether
        the years of their dates are wanted, which takes a while to look up."""
        self._documents = store.documents
        of_candidates = {candidate.hit.passage.document for candidate in ranked}
        self._about = {id_: normalise(" ".join(_about(self._documents[id_]))) for id_ in of_candidates}
        self._dated = store.dated_items([c.hit.passage.id for c in ranked]) if dated else {}

    def of(self, candidate: Ranked) -> Evidence:
        """What is known of a candidate."""
        passage, texts = candidate.hit.passage, candidate.hit.texts
        return Evidence(
            self._documents[passage.document],
            about=self._about[passage.document],
            text=texts.under_headings,
            above=texts.above,
            around=texts.around,
            years=_years(self._dated[passage.id]) if self._dated else frozenset(),
            columns=_column_years(passage.row) if passage.row else frozenset(),
            reports=passage.role in ("achievement", "problem"),
        )


def _about(document: Document) -> Iterable[str]:
    fields = (
        document.title, document.subtitle, document.place, document.issuer, document.post, document.speaker,
    )  # fmt: skip
    return filter(None, fields)


def _column_years(row: Sequence[tuple[str, str]]) -> frozenset[int]:
    """The years that the headers of a row's cells name."""
    return frozenset(int(year) for header, _ in row for year in _YEAR.findall(header))


def _years(dated: DatedItems) -> frozenset[int]:
    """The years in which the dates and targets of a passage fall due."""
    days = (
        *(day for deadline in dated.deadlines for day in (deadline.start, deadline.end)),
        *(target.by for target in dated.targets),
    )
    return frozenset(day.year for day in days if day)
