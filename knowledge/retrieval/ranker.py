"""The order of candidates: how much of the question a passage holds, in whose words, and whether it answers the kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import NamedTuple

from rapidfuzz import fuzz, process

from knowledge.documents import Document
from knowledge.passages.passages import LONGEST
from knowledge.query.answer_types import answers_kind, figures_asked, has_figure
from knowledge.query.query import Query
from knowledge.retrieval.matching.concept_matching import Matcher
from knowledge.retrieval.matching.holding import Holding
from knowledge.retrieval.retriever import Hit
from knowledge.semantics.vectors import ORDINARY, Similarity
from knowledge.store.records import QuestionAnswer
from knowledge.text.spans import ends_of
from loaders.lazy_pattern import lazy_pattern

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
_EXPLAINED_BEHIND = lazy_pattern(r"[”\"]?.{0,8}?(?:即|是指|指的是|就是|[(：:])")
_MEANING = 0.3
_ROUNDING = 1e-6


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
        return {name: getattr(self, name) for name in _NAMES}


_NAMES: tuple[str, ...] = Signals.__slots__


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
    holdings = matcher.holdings({hit.number: hit.texts for hit in hits})
    held = [(hit, holdings[hit.number]) for hit in hits]
    columns = _of_passages(query, held) | _of_best_sentences(query, held)
    best = max((hit.bm25 for hit in hits), default=0.0) or 1.0
    fits = {id_: _document_fit(query, documents[id_]) for id_ in {hit.passage.document for hit in hits}}
    similar = [similarities.get(hit.number, ORDINARY) for hit in hits]
    columns |= {
        "sounds": [matcher.sounds(hit.sounds) for hit in hits],
        "search": [hit.bm25 / best for hit in hits],
        "document": [fits[hit.passage.document] for hit in hits],
        "semantic_passage": [similarity.passage for similarity in similar],
        "semantic_sentence": [similarity.sentence for similarity in similar],
    }
    in_order = [weights[name] for name in _NAMES]
    rows = zip(*(columns[name] for name in _NAMES), strict=True)
    ranked = [
        Ranked(hit, sum(map(mul, in_order, row)), Signals(*row)) for hit, row in zip(hits, rows, strict=True)
    ]
    return sorted(ranked, key=lambda candidate: -candidate.score)


def _of_passages(query: Query, held: Sequence[tuple[Hit, Holding]]) -> dict[str, list[float]]:
    """The signals of whole candidates, of each those of all."""
    alike = frozenset(_ALIKE.get(query.kind, (query.kind,)))
    role = _ROLE_OF_KIND.get(query.kind)
    defines = query.kind == "definition"
    return {
        "concepts": [holding.concepts for _, holding in held],
        "count": [holding.count for _, holding in held],
        "pairs": [holding.pairs for _, holding in held],
        "characters": [holding.characters for _, holding in held],
        "headings": [holding.headings for _, holding in held],
        "around": [holding.around for _, holding in held],
        "missing": [holding.missing for _, holding in held],
        "topic": [_topic_fit(query, hit) for hit, _ in held],
        "asked": [_asked(query, hit, holding) for hit, holding in held],
        "pair": [float(not alike.isdisjoint(hit.kinds)) for hit, _ in held],
        "defined": [float(defines and _defines(query, hit.texts.passage)) for hit, _ in held],
        "role": [float(role is None or role == hit.passage.role) for hit, _ in held],
        "fuzzy": _likeness_of_letters(query.normalised, [hit.texts.passage for hit, _ in held]),
        "length": [min(1.0, len(hit.texts.passage) / LONGEST) for hit, _ in held],
    }


def _likeness_of_letters(question: str, passages: Sequence[str]) -> list[float]:
    """How much a question is like that part of each passage which it is most like."""
    return [
        share / 100 for _, share, _ in process.extract_iter(question, passages, scorer=fuzz.partial_ratio)
    ]


def _of_best_sentences(query: Query, held: Sequence[tuple[Hit, Holding]]) -> dict[str, list[float]]:
    """The signals of that sentence of each candidate which holds most of the question."""
    most = [max(holding.sentences) for _, holding in held]
    best = [
        (hit.texts, holding.sentences.index(share)) for (hit, holding), share in zip(held, most, strict=True)
    ]
    answers, figures = answers_kind(query.kind), figures_asked(query.normalised)
    return {
        "sentence": most,
        "kind": [float(bool(answers(texts.sentences[place]))) for texts, place in best],
        "figure": [has_figure(figures, texts.told_by(place) if figures else "") for texts, place in best],
    }


def _asked(query: Query, hit: Hit, holding: Holding) -> float:
    """How much the question is like the most alike of those that the passage answers.

    Alike are letters and meaning: what share of the question's concepts the stored question holds, in any words.
    How alike its letters are is not reckoned to the end where it cannot be more alike than another.
    """
    most = 0.0
    for pair, wordings, held in zip(hit.pairs, hit.texts.questions, holding.questions, strict=True):
        kind, meaning = _kind_fit(pair, query), _MEANING * held
        if (1 - _MEANING + meaning) * kind > most:
            least = max(0.0, 100 * (most / kind - meaning) / (1 - _MEANING) - _ROUNDING)
            if alike := process.extractOne(query.normalised, wordings, scorer=fuzz.ratio, score_cutoff=least):
                most = max(most, ((1 - _MEANING) * (alike[1] / 100) + meaning) * kind)
    return most


def _kind_fit(pair: QuestionAnswer, query: Query) -> float:
    """How well a stored question of its kind serves a question of another."""
    if pair.kind == query.kind:
        return 1.0
    return _EXPLAINED if pair.kind == "definition" else _OTHER_KIND


def _defines(query: Query, text: str) -> bool:
    """Whether a named thing of the question is explained: “三减三健”…即…, or “三减三健”（…）."""
    return any(
        _EXPLAINED_BEHIND.match(text, end)
        for concept in query.concepts
        for end in ends_of(concept.words, text)
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
