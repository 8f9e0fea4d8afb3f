"""How far a knowledge base is of the genre that the search is made for: plans and reports, full of dates and targets."""

from __future__ import annotations

from knowledge.store.reader import Store

_OUTSIDE, _INSIDE = 0.1, 0.2  # deadlines and targets a passage: laws have 0.04, speeches 0.3, plans 1 to 2
_UNSEEN = 100  # passages that a small base is judged with, as if they were at the edge of the genre


def genre_share(store: Store) -> float:
    """How far questions are answered as ones of the genre, from 0 (not at all) to 1 (as ever).

    Dates and targets are counted because the genre's own signals (stored questions, kinds, topics, roles) are made of
    such sentences: where these are rare, those signals mislead. A few passages prove nothing, so that small bases are
    drawn to the genre.
    """
    stated = store.count("deadlines") + store.count("targets") + _UNSEEN * _INSIDE
    density = stated / (store.passage_count + _UNSEEN)
    return max(0.0, min(1.0, (density - _OUTSIDE) / (_INSIDE - _OUTSIDE)))
