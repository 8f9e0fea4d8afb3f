"""Which indicators and tasks of different documents are the same."""

from __future__ import annotations

from rapidfuzz import fuzz

from loaders.lazy_pattern import lazy_pattern

# What a document puts before the name of an indicator that is the same elsewhere.
SCOPE = lazy_pattern(
    r"^(?:全[省市县区]|各[县市区]|[县市区]?城乡|本[省市县区]|力争|确保|实现)+|[（(][^）)]{0,40}[）)]|的|[“”]"
)
SAME = 80.0  # of 100; fuzz.ratio: the share of characters in common, their order kept (Indel distance)


def bare_name(indicator: str) -> str:
    """The name of an indicator without for whom it is said."""
    return SCOPE.sub("", "".join(indicator.split())) or indicator


def likeness(first: str, second: str) -> float:
    """How alike two texts are, 0 to 100: `rapidfuzz.fuzz.ratio` of their bare words."""
    return fuzz.ratio(bare_name(first), bare_name(second))


def is_same(first: str, second: str) -> bool:
    """Whether two names are names of the same indicator."""
    return likeness(first, second) >= SAME
