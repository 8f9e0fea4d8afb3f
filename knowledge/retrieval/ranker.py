"""The order of candidates: how much of the question a passage holds, in whose words, and whether it answers the kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter, mul
from typing import NamedTuple

from rapidfuzz import fuzz, process

from knowledge.documents import Document
from knowledge.passages.passages import LONGEST
from knowledge.query.answer_types import answers_kind, figure_fit
from knowledge.query.query import Query
from knowledge.retrieval.matching.concept_matching import Matcher
from knowledge.retrieval.matching.holding import Holding
from knowledge.retrieval.retriever import Hit
from knowledge.semantics.vectors import ORDINARY, Similarity
from knowledge.store.records import QuestionAnswer

_ROLE_OF_KIND = {
    "problem": "problem",
    "achievement": "achievement",
    "deadline": "task",
    "target": "task",
    "how": "task",
}
# A question of one kind is often answered by what answers another.
_ALIKE: dict[str, tuple[str, ...]] = {
    "fact": ("fact", "target"),
    "target": ("target", "fact"),
    "achievement": ("achievement", "fact"),
}
# A stored question of another kind than the one asked is so much less alike.
_OTHER_KIND = 0.77
# What explains a term is asked for by its name alone, so that anything asked of it is like that question.
_EXPLAINED = 0.4
_MEANING = 0.3


@dataclass(slots=True)  # fifty are made a question, and a frozen one takes three times as long
class Signals:
    """What is known of how well a candidate fits, each about 0 to 1.

    concepts: share of the question's meaning found in the passage; sentence: the same in its best sentence;
    count: share of the concepts, however rare; pairs, sounds: share of the pairs of characters and of syllables;
    characters: share of single ones;
    headings, around: meaning found only in the headings, or in the neighbours; topic: it is of the question's topic;
    asked: likeness to a question that the passage is known to answer; pair: it has a stored answer to that kind
    of question; kind: what answers the kind stands in the best sentence; figure: the sort of figure asked for
    does; defined: a term of the question is explained; role: the part of
    the speech fits the kind; fuzzy: likeness of letters; search: the search's own score; document: place and year
    are those asked for (negative: others are); length: how long the passage is; missing: the
    weight of the rarest concept that it lacks; semantic_passage, semantic_sentence: how much more alike in meaning it
    and its most alike sentence are than those of the candidates are on average, 0 without an encoder.
    """

    concepts: float
    sentence: float
    count: float
    pairs: float
    sounds: float
    characters: float
    headings: float
    around: float
    topic: float
    asked: float
    pair: float
    kind: float
    figure: float
    defined: float
    role: float
    fuzzy: float
    search: float
    document: float
    length: float
    missing: float
    semantic_passage: float
    semantic_sentence: float

    def values(self) -> dict[str, float]:
        """The signals by name."""
        return dict(zip(self.__slots__, _values(self), strict=True))

    def weighed(self, weights: Iterable[float]) -> float:
        """The sum of the signals by their weights, both in the order of the fields."""
        total: float = sum(map(mul, weights, _values(self)))
        return total


_values: Callable[[Signals], tuple[float, ...]] = attrgetter(*Signals.__slots__)


class Ranked(NamedTuple):
    """A candidate with its score and the signals that it is made of."""

    hit: Hit
    score: float
    signals: Signals


def rank(
    query: Query,
    matcher: Matcher,
    hits: Sequence[Hit],
    documents: Mapping[str, Document],
    weights: Mapping[str, float],
    similarities: Mapping[int, Similarity],
) -> list[Ranked]:
    """Order candidates, best first, by what each signal counts.

    `similarities` in meaning are by the number of the candidate; they may be missing.
    """
    best = max((hit.bm25 for hit in hits), default=0.0) or 1.0
    holdings = matcher.holdings({hit.number: hit.texts for hit in hits})
    in_order = [weights[name] for name in Signals.__slots__]
    ranked = []
    for hit in hits:
        document, sounds = documents[hit.passage.document], matcher.sounds(hit.sounds)
        similarity = similarities.get(hit.number, ORDINARY)
        signals = _signals(query, hit, holdings[hit.number], sounds, hit.bm25 / best, document, similarity)
        ranked.append(Ranked(hit, signals.weighed(in_order), signals))
    return sorted(ranked, key=lambda candidate: -candidate.score)


def _signals(
    query: Query,
    hit: Hit,
    holding: Holding,
    sounds: float,
    search: float,
    document: Document,
    similarity: Similarity,
) -> Signals:
    texts, best = hit.texts, max(holding.sentences)
    place = holding.sentences.index(best)
    return Signals(
        concepts=holding.concepts,
        sentence=best,
        count=holding.count,
        pairs=holding.pairs,
        sounds=sounds,
        characters=holding.characters,
        headings=holding.headings,
        around=holding.around,
        topic=_topic_fit(query, hit),
        asked=_asked(query, hit, holding),
        pair=float(not hit.kinds.isdisjoint(_ALIKE.get(query.kind, (query.kind,)))),
        kind=float(bool(answers_kind(query.kind)(texts.sentences[place]))),
        figure=figure_fit(query.normalised, texts.told_by(place)),
        defined=float(query.kind == "definition" and _defines(query, texts.passage)),
        role=float(_ROLE_OF_KIND.get(query.kind, hit.passage.role) == hit.passage.role),
        fuzzy=fuzz.partial_ratio(query.normalised, texts.passage) / 100,
        search=search,
        document=_document_fit(query, document),
        length=min(1.0, len(texts.passage) / LONGEST),
        missing=holding.missing,
        semantic_passage=similarity.passage,
        semantic_sentence=similarity.sentence,
    )


def _asked(query: Query, hit: Hit, holding: Holding) -> float:
    """How much the question is like the most alike of those that the passage answers.

    Alike are letters and meaning: what share of the question's concepts the stored question holds, in any words.
    One that cannot be more alike than another by its letters is not looked into.
    """
    most = 0.0
    for pair, wordings, held in zip(hit.pairs, hit.texts.questions, holding.questions, strict=True):
        kind, meaning = _kind_fit(pair, query), _MEANING * held
        if (1 - _MEANING + meaning) * kind > most:
            letters = process.extractOne(query.normalised, wordings, scorer=fuzz.ratio)[1] / 100
            most = max(most, ((1 - _MEANING) * letters + meaning) * kind)
    return most


def _kind_fit(pair: QuestionAnswer, query: Query) -> float:
    """How well a stored question of its kind serves a question of another."""
    if pair.kind == query.kind:
        return 1.0
    return _EXPLAINED if pair.kind == "definition" else _OTHER_KIND


def _defines(query: Query, text: str) -> bool:
    """Whether a named thing of the question is explained: “三减三健”…即…, or “三减三健”（…）."""
    return any(
        concept.words in text
        and re.search(rf"[“\"]?{re.escape(concept.words)}[”\"]?.{{0,8}}?(?:即|是指|指的是|就是|[(：:])", text)
        for concept in query.concepts
    )


def _topic_fit(query: Query, hit: Hit) -> float:
    """1 for the same main topic, less where a further topic of the question or the passage is shared."""
    shared = [topic for topic in query.topics if topic in hit.passage.topics]
    if not shared:
        return 0.0
    return 1.0 if shared[0] == query.topics[0] == hit.passage.topic else 0.5


def _document_fit(query: Query, document: Document) -> float:
    fit = 0.0
    if query.places:
        fit += 1.0 if document.place in query.places else -1.0
    if query.years and document.year:
        # The speech of a year tells of the year before it too, so another year speaks less against a document.
        fit += 0.5 if document.year in query.years else -0.25
    return fit
