"""Which of several documents that say as much answers: the newest plan, and what is in force before what is not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from knowledge.documents import Document
from knowledge.passages.validity import is_draft
from knowledge.retrieval.ranker import Ranked

_YEARS = re.compile(r"20\d\d年?度?|[-—－–~～至]|[（()）《》]")
_REACH = 6  # candidates among which years are compared
_AS_MUCH = 0.9  # of what the best candidate holds of the question
_AS_GOOD = 0.85  # of its score


def newest_first(ranked: Sequence[Ranked], documents: Mapping[str, Document]) -> tuple[Ranked, ...]:
    """Candidates, best first, with those that say as much as the best of them in order of their years, newest first.

    Only documents of the best one's place or body count; an undated one stays where it is.
    """
    if not ranked:
        return ()
    best = documents[ranked[0].hit.passage.document]
    places = [
        place
        for place, candidate in enumerate(ranked[:_REACH])
        if _says_as_much(candidate, ranked[0]) and _is_of(best, documents[candidate.hit.passage.document])
    ]
    newest = sorted(places, key=lambda place: -(documents[ranked[place].hit.passage.document].year or 0))
    ordered = list(ranked)
    for place, chosen in zip(places, newest, strict=True):
        ordered[place] = ranked[chosen]
    return tuple(ordered)


def in_force_first(ranked: Sequence[Ranked], documents: Mapping[str, Document]) -> tuple[Ranked, ...]:
    """Candidates, best first; a draft, or what is abolished, gives way where a document in force says as much.

    Only a document of the same place, or of none that is known, says the same thing.
    """
    if not ranked:
        return ()
    best = documents[ranked[0].hit.passage.document]
    if _is_in_force(best):
        return tuple(ranked)
    for place, candidate in enumerate(ranked[:_REACH]):
        other = documents[candidate.hit.passage.document]
        same_place = other.place == best.place or None in (other.place, best.place)
        if _is_in_force(other) and same_place and _says_as_much(candidate, ranked[0]):
            return (candidate, *ranked[:place], *ranked[place + 1 :])
    return tuple(ranked)


def _is_in_force(document: Document) -> bool:
    return not document.abolished_by and not is_draft(document.title)


def _says_as_much(candidate: Ranked, best: Ranked) -> bool:
    whole = candidate.signals.concepts >= _AS_MUCH * best.signals.concepts
    return whole and candidate.score >= _AS_GOOD * best.score


def _is_of(best: Document, other: Document) -> bool:
    """Whether a document is the plan of another year: of the place or body of the best, with its title but for the year."""
    if best.year is None or other.year is None:
        return False
    same_place = best.place == other.place and None in (best.issuer, other.issuer)
    same_body = best.issuer is not None and best.issuer == other.issuer
    alike = _YEARS.sub("", best.title) == _YEARS.sub("", other.title)
    return best.id == other.id or (alike and (same_place or same_body))
