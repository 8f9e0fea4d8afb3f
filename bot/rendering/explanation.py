"""Why a question got the answers it got: how it was understood, and what each answer's score is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.messages import CHINESE
from bot.rendering.citations import source
from bot.rendering.json import Json, reply_json
from bot.rendering.markup import shortened
from knowledge.answers import Reply
from knowledge.documents import Document
from knowledge.knowledge_base import KnowledgeBase
from knowledge.query.query import Query
from knowledge.retrieval.candidates import Candidates
from knowledge.retrieval.ranker import Ranked

ANSWERS = 5
OPENING = 40  # characters of a passage
WAYS = 6  # other words told for a concept


def explanation_lines(knowledge: KnowledgeBase, question: str) -> Iterator[str]:
    """The understanding, the zone and the signals of each answer, as lines of text."""
    reply, candidates = knowledge.ask(question), knowledge.candidates(question)
    documents = {document.id: document for document in knowledge.documents()}
    yield from _understanding(candidates.query)
    yield f"zone {reply.zone}  confidence {reply.confidence:.3f}"
    if candidates.ranked:
        yield "  " + _sum(candidates.told(), knowledge.weights.judging(candidates.genre))
    ranking = knowledge.weights.ranking(candidates.genre)
    for number, ranked in enumerate(candidates.ranked[:ANSWERS], 1):
        yield from _answer(number, ranked, documents[ranked.hit.passage.document], ranking)


def explanation_json(knowledge: KnowledgeBase, question: str, id: object = None) -> Json:
    """The reply with what it rests on: the concepts, the signals of confidence and those of each answer."""
    reply, candidates = knowledge.ask(question), knowledge.candidates(question)
    return reply_json(reply, id) | {"explanation": _explained(reply, candidates)}


def _explained(reply: Reply, candidates: Candidates) -> Json:
    shown = {answer.passage_id for answer in reply.answers}
    return {
        "concepts": [{v.words: v.weight for v in concept.variants} for concept in candidates.query.concepts],
        "confidence": candidates.told() if candidates.ranked else {},
        "signals": {
            ranked.hit.passage.id: ranked.signals.values()
            for ranked in candidates.ranked
            if ranked.hit.passage.id in shown
        },
    }


def _understanding(query: Query) -> Iterator[str]:
    yield f"kind {query.kind}  topics {' '.join(query.topics) or '-'}  places {' '.join(query.places) or '-'}"
    for concept in query.concepts:
        others = " ".join(f"{v.words}({v.weight:.2f})" for v in concept.variants[1 : WAYS + 1])
        yield f"  {concept.words}{' → ' + others if others else ''}"


def _answer(number: int, ranked: Ranked, document: Document, weights: Mapping[str, float]) -> Iterator[str]:
    passage = ranked.hit.passage
    yield f"{number}. {ranked.score:.3f}  {shortened(passage.text, OPENING)}"
    yield f"   {source(document, passage.headings, CHINESE)}"
    yield "   " + _sum(ranked.signals.values(), weights)


def _sum(signals: Mapping[str, float], weights: Mapping[str, float]) -> str:
    """Each signal's value by its weight, what counts most first."""
    terms = sorted(signals.items(), key=lambda item: -abs(item[1] * weights[item[0]]))
    return "  ".join(
        f"{name} {value:.2f}×{weights[name]:g}={value * weights[name]:+.2f}" for name, value in terms if value
    )
