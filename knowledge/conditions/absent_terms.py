"""A term of the field that stands nowhere in the corpus: no passage answers for it, however much else it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import pairwise

from knowledge.conditions.condition import Condition, Evidence
from knowledge.lexicon.topics import subject_words
from knowledge.query.query import Query

SHORTEST = 4  # characters: shorter ones are parts of many words
_SPREAD = 2  # times its length: so far apart stand the parts of a term that is said in another order


def conditions_on_absent_terms(query: Query, rarity: Callable[[str], float]) -> Iterator[Condition]:
    """The conditions of a question for terms that tell a subject and that the corpus has by none of their names.

    Arguments: the query; how rare a pair of characters is in the corpus, 0 for one that it lacks. A passage with all
    characters of a term close together may say it in another order (改革薪酬, “两癌”免费筛查) and meets the condition.
    """
    for concept in query.concepts:
        is_term = len(concept.words) >= SHORTEST and concept.words in _terms() and not concept.guesses
        if is_term and not any(_may_stand(name, rarity) for name in concept.spellings):
            yield Condition("attribute", concept.words, partial(_is_reordered, concept.words))


@cache
def _terms() -> frozenset[str]:
    """The words that tell a subject of the taxonomy by themselves."""
    return frozenset(subject_words())


def _may_stand(name: str, rarity: Callable[[str], float]) -> bool:
    """Whether the corpus has each pair of characters of a name; one that it lacks stands in no whole name."""
    return all(rarity(first + second) for first, second in pairwise(name))


def _is_reordered(term: str, evidence: Evidence) -> bool:
    """Whether all characters of a term stand close together in a passage."""
    characters, length, text = set(term), _SPREAD * len(term), evidence.text
    starts = range(max(len(text) - length, 0) + 1)
    return any(characters.issubset(text[start : start + length]) for start in starts)
