"""Who leads or is responsible (谁牵头, 归谁管) is answered by a passage that names a body, not by one that only names the task.

Where the question is about the whole document, its title holds it and no passage need: then the passage that tells how
the work is organised comes before those that name who does one part of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import partial

from knowledge.query.query import Query
from knowledge.retrieval.ranker import Ranked
from knowledge.store.records import StoredPassage

_ASKS = re.compile(
    r"牵头|归谁|归哪|归口|谁来?(?:负责|管|抓|办|干|做|主管|组织)|由谁|哪[个些家]?(?:部门|单位)|主管(?:部门|单位)|责任(?:单位|部门|主体)|负责(?:单位|部门)"
)
_BODY = "[局委办府院心会司校所站组处厅]"
_NAMES = re.compile(
    rf"牵头|归口|责任(?:单位|部门|主体|人)|主管(?:部门|单位)|领导小组|专班|由[^，。；：\n]{{1,30}}?{_BODY}|{_BODY}(?:要|应|须|负责|会同|承担|组织|具体)"
)
_ORGANISES = re.compile("领导小组|专班|牵头抓总|统筹协调|组织领导|加强领导")
_REACH = 12  # candidates
_AS_GOOD = 0.55  # of the score of the best candidate
_MOST_ABOUT_IT = 6  # candidates among which the one is that holds most of what is done
_AS_MUCH, _ABOUT_IT = 0.55, 0.34  # of what that holds


def asks_responsible(question: str) -> bool:
    """Whether a normalised question asks which body leads or is responsible."""
    return _ASKS.search(question) is not None


def names_responsible(text: str) -> bool:
    """Whether a passage names a body that is to do something."""
    return _NAMES.search(text) is not None


def is_no_asking(words: str) -> bool:
    """Whether a concept is of what is done, not the words that ask who does it (谁牵头)."""
    return "谁" not in words and _ASKS.search(words) is None


def responsible_first(
    query: Query,
    ranked: Sequence[Ranked],
    held_of: Callable[[Ranked], float],
    is_labelled: Callable[[StoredPassage], bool],
) -> tuple[Ranked, ...]:
    """Candidates, best first; where the question asks for a body, one that names it first.

    The best stays where it names one, or the label below it does, by `is_labelled`, and is about what is done, by `held_of`. What comes before it must be so, too. It takes the place of the best, and its score.
    """
    if not ranked or not asks_responsible(query.normalised):
        return tuple(ranked)
    best, near = ranked[0], ranked[:_REACH]
    subject = [concept.words for concept in query.concepts if is_no_asking(concept.words)]
    most = max(map(held_of, near[:_MOST_ABOUT_IT]))
    names = partial(_names, is_labelled)
    if names(best) and held_of(best) >= _ABOUT_IT * most and not _is_a_part(best, near, subject, names):
        return tuple(ranked)
    naming = [
        candidate
        for candidate in near
        if candidate.score >= _AS_GOOD * best.score
        and names(candidate)
        and held_of(candidate) >= _AS_MUCH * most
    ]
    if not naming:
        return tuple(ranked)
    chosen = max(naming, key=lambda candidate: (_organises_all(candidate, subject), candidate.score))
    others = (candidate for candidate in ranked if candidate is not chosen)
    return (chosen._replace(score=best.score), *others)


def _is_a_part(
    best: Ranked, near: Sequence[Ranked], subject: Collection[str], names: Callable[[Ranked], bool]
) -> bool:
    """Whether a passage tells who does one part of what its document is about, and another how all of it is organised."""
    document = best.hit.passage.document
    others = (other for other in near if other.hit.passage.document == document)
    whole = any(names(other) and _organises_all(other, subject) for other in others)
    return whole and _in_title(best, subject) and not _organises_all(best, subject)


def _names(is_labelled: Callable[[StoredPassage], bool], candidate: Ranked) -> bool:
    """Whether a passage names a body that is to do something, or the label below it does."""
    passage = candidate.hit.passage
    return names_responsible(passage.text) or is_labelled(passage)


def _organises_all(candidate: Ranked, subject: Collection[str]) -> bool:
    """Whether a passage tells how the work of its document is organised, of which the title alone names the task."""
    passage = candidate.hit.passage
    organises = _ORGANISES.search(" ".join((*passage.headings, passage.text))) is not None
    return organises and _in_title(candidate, subject)


def _in_title(candidate: Ranked, subject: Collection[str]) -> bool:
    return not any(words in candidate.hit.texts.passage for words in subject)
