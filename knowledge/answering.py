"""How a question is answered: understood, its candidates found and ordered, judged, and read; then what was taught."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from cachetools import LRUCache

from knowledge.answers import Answer, Reply, Zone
from knowledge.conditions.reading import read_conditions
from knowledge.lexicon.thesaurus import Thesaurus
from knowledge.listing.items import ItemFinder, bound_reply
from knowledge.listing.years import series_reply, years_reply
from knowledge.query.answer_types import is_everyday, kind_of
from knowledge.query.corrections import corrections
from knowledge.query.followups import completed
from knowledge.query.list_questions import ListQuestion, list_question
from knowledge.query.query import Query, QueryParser, split_questions
from knowledge.query.small_talk import Talk, talk_of
from knowledge.query.year_comparisons import year_comparison
from knowledge.query.year_series import year_series
from knowledge.retrieval import calibration
from knowledge.retrieval.answer_span import SpanFinder
from knowledge.retrieval.candidates import Candidates
from knowledge.retrieval.guard import EvidenceReader, Guarded, guarded
from knowledge.retrieval.heading_passages import is_labelled
from knowledge.retrieval.matching.concept_matching import Matcher
from knowledge.retrieval.matching.semantic_similarity import similarities_of
from knowledge.retrieval.passage_context import in_context, passage_within
from knowledge.retrieval.point_lists import whole_passage
from knowledge.retrieval.ranker import Ranked, rank
from knowledge.retrieval.reader import Reader, quote
from knowledge.retrieval.reranking.answerable import answerable
from knowledge.retrieval.reranking.recency import in_force_first, newest_first
from knowledge.retrieval.reranking.responsible_first import is_no_asking, responsible_first
from knowledge.retrieval.reranking.subject import is_no_year, meaning_held, subject_held
from knowledge.retrieval.weights import Weights
from knowledge.sessions import Session
from knowledge.store.reader import Store
from knowledge.suggestions import examples, suggestions_for, topics_to_try
from knowledge.teaching.stretches import stretch_of_pair
from knowledge.teaching.taught_answers import Match, TaughtAnswers, merged, overlap, still_holds
from knowledge.text.analyzer import Analyzer

_MOST_ANSWERS = 5
# Questions whose candidates are kept: a page and the buttons of an answer ask for them again.
_MOST_RECENT = 8
_Asked = tuple[tuple[int, int], tuple[str, ...], str, frozenset[str], dt.date | None]
OFFERING: tuple[Talk, ...] = ("greeting", "who", "can")  # what is replied to with examples of questions
_SETTLED = 0.9  # that in a passage which names the holder of the post, or explains the term


class Answering:
    """Answers questions over whichever version of the file a session has open; it keeps nothing of them.

    Arguments: how text is made words; what the signals count; what tells the day that 今年 counts from, without which
    it names no year; the words that mean the same; what editors taught.
    """

    def __init__(
        self,
        analyzer: Analyzer,
        weights: Weights,
        today: Callable[[], dt.date] | None,
        words: Thesaurus,
        taught: TaughtAnswers,
    ) -> None:
        self._analyzer, self._weights, self._today, self._taught = analyzer, weights, today, taught
        self._parser = QueryParser(analyzer, words)
        self._recent: LRUCache[_Asked, Candidates] = LRUCache(_MOST_RECENT)
        self._lock = threading.Lock()
        self._normalise = lru_cache(maxsize=20_000)(analyzer.normalise)

    def answer(self, session: Session, message: str, scope: Collection[str]) -> Reply:
        """Answer a message: one question, or several, each of which gets a reply of its own."""
        taught = self._taught.is_taught(message)
        if not taught and (talk := talk_of(message)):
            offered = examples(session.store) if talk in OFFERING else ()
            return Reply(message, "decline", 0.0, "fact", (), offered, talk=talk)
        asked = [message] if taught else split_questions(message)
        whole = completed(asked, session.store.places) if len(asked) > 1 else asked
        replies = [self._with_taught(session, question, scope) for question in whole]
        parts = tuple(replies) if len(replies) > 1 else ()
        return replace(replies[0], question=message, parts=parts)

    def candidates(self, session: Session, question: str, scope: Collection[str]) -> Candidates:
        """Understand one question and order the passages that may answer it; what was asked just now is remembered."""
        today = self._today() if self._today else None
        key = (session.identity, session.store.closed, question, frozenset(scope), today)
        with self._lock:
            asked_before = self._recent.get(key)
        if asked_before is None:
            asked_before = self._found(session, question, scope, today)
            with self._lock:
                self._recent[key] = asked_before
        return asked_before

    def _found(
        self, session: Session, question: str, scope: Collection[str], today: dt.date | None
    ) -> Candidates:
        """The candidates of a question asked on a day."""
        session.rarity.learn([question], ())
        query = self._parser.parse(
            question, session.store.places, today, lambda word: session.rarity.words(word) > 0
        )
        session.rarity.learn(
            [*query.pairs, *(words for concept in query.concepts for words in concept.spellings)],
            query.sounds,
        )
        matcher = Matcher(query, session.rarity)
        hits = session.retriever.retrieve(query, scope)
        documents = session.store.documents
        speaking = answerable(query, hits, documents, scope)
        weights = self._weights.ranking(session.genre)
        similar = similarities_of(session.store, question, [hit.number for hit in speaking])
        ranked = rank(query, matcher, speaking, documents, weights, similar)
        held_of = subject_held(session.store, query, matcher, self._normalise, is_no_asking)
        naming = responsible_first(query, ranked, held_of, partial(is_labelled, session.store))
        ordered = naming if query.years else newest_first(naming, documents)
        held = self._guarded(session, query, matcher, in_force_first(ordered, documents))
        return Candidates(query, matcher, session.genre, held.ranked, held.fitting, held.unmet, held.settled)

    def _guarded(self, session: Session, query: Query, matcher: Matcher, ranked: Sequence[Ranked]) -> Guarded:
        """The candidates that meet the conditions of the question first, and the conditions that none meets."""
        words, store = self._analyzer.whole_words(query.normalised), session.store
        conditions = read_conditions(query, words, store.places, session.rarity.words)
        if not conditions:
            return Guarded(tuple(ranked), len(ranked))
        dated = any(condition.kind == "year" for condition in conditions)
        years_compared = any(condition.kind == "year" and condition.side for condition in conditions)
        held_of = (
            subject_held(store, query, matcher, self._normalise, is_no_year)
            if years_compared
            else meaning_held
        )
        return guarded(ranked, conditions, EvidenceReader(store, self._normalise, ranked, dated).of, held_of)

    def read(self, session: Session, candidates: Candidates, chosen: Sequence[Ranked]) -> list[Answer]:
        """Read some of the candidates."""
        spans = self._spans(candidates)
        reader = Reader(spans)
        passages = [whole_passage(session.store, ranked.hit.passage, spans) for ranked in chosen]
        contexts = in_context(session.store, passages)
        return [reader.read(ranked.score, context) for ranked, context in zip(chosen, contexts, strict=True)]

    def _spans(self, candidates: Candidates) -> SpanFinder:
        """What finds where a passage answers the question of some candidates."""
        query = candidates.query
        return SpanFinder(query.kind, query.normalised, candidates.matcher.within, self._normalise)

    def _with_taught(self, session: Session, question: str, scope: Collection[str]) -> Reply:
        """The reply of the search, with what was taught in it."""
        reply = self._list_reply(session, question, scope)
        reply = replace(reply, suggestions=self._taught.wordings(reply.suggestions))
        for match in self._taught.matches(question):
            answer = self._taught_answer(session.store, question, match, scope)
            if answer and (not match.generated or _answers_best(answer, reply)):
                return merged(reply, match, answer, self._weights.zones["unsure"])
        return reply

    def _taught_answer(
        self, store: Store, question: str, match: Match, scope: Collection[str]
    ) -> Answer | None:
        """The stretch that an editor gave as the answer, else the passage that was taught; None when that is not there."""
        if answer := _edited_answer(store, match, scope):
            return answer
        stored = passage_within(store, match.passage, scope)
        if stored is None or match.generated or not still_holds(match, stored):
            return None
        asked = self._analyzer.normalise(question)
        held = overlap(asked)
        reader = Reader(SpanFinder(kind_of(question), asked, lambda _: held, self._analyzer.normalise))
        return reader.read(0.0, *in_context(store, [stored]))

    def _list_reply(self, session: Session, question: str, scope: Collection[str]) -> Reply:
        """The reply to a question that may ask for several things: searched by its matter too, the surer one counts."""
        year = self._today().year if self._today else None
        compared = year_comparison(question, session.store.places, year)
        if compared:
            whole, documents = self._reply(session, question, scope, None), session.store.documents.values()
            return years_reply(compared, whole, documents, partial(self._side, session, scope))
        series = year_series(question, session.store.places)
        if series and not scope:
            whole = self._one_reply(session, question, scope)
            if series.newest or not whole.answered:
                by_matter = self._one_reply(session, series.place + series.matter, scope)
                whole = replace(by_matter, question=question)
            sides = partial(self._side, session, scope)
            return series_reply(series, whole, tuple(session.store.documents.values()), year, sides)
        return self._one_reply(session, question, scope)

    def _one_reply(self, session: Session, question: str, scope: Collection[str]) -> Reply:
        """The reply to a question of no certain years."""
        asked = list_question(question)
        reply = self._reply(session, question, scope, asked)
        if asked is None or asked.bound or asked.matter == question or reply.unmet:
            return reply
        by_matter = self._reply(session, asked.matter, scope, asked)
        surer = max(by_matter, reply, key=lambda each: (len(each.items) > 1, each.confidence))
        return replace(surer, question=question)

    def _reply(
        self, session: Session, question: str, scope: Collection[str], asked: ListQuestion | None
    ) -> Reply:
        candidates = self.candidates(session, question, scope)
        kind = candidates.query.kind
        if not candidates.ranked or _is_elsewhere(candidates.query):
            return Reply(question, "decline", 0.0, kind, (), topics_to_try(session.store, candidates.query))
        sure, zone = self._judged(candidates)
        answers = tuple(self.read(session, candidates, candidates.ranked[:_MOST_ANSWERS]))
        finder = self._finder(session, candidates, scope, answers)
        items, items_kind = finder.find(asked) if zone == "answer" or asked else ((), None)
        if items_kind == "bound":
            return bound_reply(question, items)
        if items_kind == "which" and finder.speaks_of_it and not candidates.unmet:
            zone, sure = "answer", max(sure, self._weights.zones["answer"])
        suggestions = suggestions_for(zone, session.store, candidates.query, candidates.ranked)
        printed = partial(self._printed, answers[0])
        return Reply(
            question,
            zone,
            round(sure, 4),
            kind,
            answers,
            suggestions,
            understood=corrections(candidates.query, printed) if zone != "decline" else (),
            unmet=candidates.unmet,
            items=items if zone == "answer" else (),
            items_kind=items_kind if zone == "answer" else None,
        )

    def _side(self, session: Session, scope: Collection[str], question: str) -> Reply:
        """The reply for one side of a comparison, with what its answer says as items."""
        candidates = self.candidates(session, question, scope)
        reply = Reply(question, "decline", 0.0, candidates.query.kind, ())
        if not candidates.ranked:
            return reply
        sure, zone = self._judged(candidates)
        answers = tuple(self.read(session, candidates, candidates.ranked[:1]))
        items = tuple(self._finder(session, candidates, scope, answers).of_best())
        return replace(reply, zone=zone, confidence=round(sure, 4), answers=answers, items=items)

    def _judged(self, candidates: Candidates) -> tuple[float, Zone]:
        """The confidence in the first candidate and the zone: whatever is of another place or year is no answer."""
        sure = calibration.confidence(self._weights.judging(candidates.genre), candidates.told())
        if candidates.settled:
            sure = max(sure, _SETTLED)
        zone = calibration.zone_of(sure, self._weights.zones)
        if candidates.unmet:
            return min(sure, calibration.OF_ANOTHER), "unsure" if zone == "answer" else zone
        return sure, zone

    def _finder(
        self, session: Session, candidates: Candidates, scope: Collection[str], answers: Sequence[Answer]
    ) -> ItemFinder:
        """What finds the items of a question; `answers` are the candidates that have been read."""
        answers_read = {answer.passage_id: answer for answer in answers}

        def read(chosen: Sequence[Ranked]) -> list[Answer]:
            if new := [candidate for candidate in chosen if candidate.hit.passage.id not in answers_read]:
                answers_read.update(
                    (answer.passage_id, answer) for answer in self.read(session, candidates, new)
                )
            return [answers_read[candidate.hit.passage.id] for candidate in chosen]

        return ItemFinder(
            session.store,
            candidates.query,
            candidates.matcher,
            candidates.ranked,
            scope,
            read,
            self._spans(candidates),
            self._analyzer.normalise,
        )

    def _printed(self, answer: Answer) -> str:
        """An answer with what stands above it, as a question is normalised."""
        return self._analyzer.normalise(" ".join((answer.document.title, *answer.section, answer.passage)))


def _is_elsewhere(query: Query) -> bool:
    """Whether a question is for the bot itself or about everyday life alone: no document answers that."""
    return talk_of(query.text) is not None or is_everyday([concept.words for concept in query.concepts])


def _answers_best(answer: Answer, reply: Reply) -> bool:
    """Whether no other document answers better: a generated question may be that of several."""
    return not reply.answered or reply.answers[0].document == answer.document


def _edited_answer(store: Store, match: Match, scope: Collection[str]) -> Answer | None:
    """The passage with the words that an editor gave as the answer, where they stand."""
    if not (match.answer and (stretch := stretch_of_pair(store, match.pair, match.answer, scope))):
        return None
    return replace(quote(*in_context(store, [stretch.passage])), highlights=(stretch.within,))
