"""The knowledge base: ask it, browse it."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from knowledge.answers import Answer, Reply, Zone
from knowledge.conditions.condition import Unmet
from knowledge.conditions.reading import read_conditions
from knowledge.deadlines.deadlines import Deadline
from knowledge.documents import Document
from knowledge.filters.filters import ALL, Filters, Located
from knowledge.filters.matching import due_day
from knowledge.lexicon import thesaurus
from knowledge.lexicon.topics import TopicCount
from knowledge.passages.versions import speaks
from knowledge.query.answer_types import is_everyday, is_small_talk, kind_of
from knowledge.query.corrections import corrections
from knowledge.query.query import Query, QueryParser, split_questions
from knowledge.query.similarity import groups
from knowledge.retrieval import calibration
from knowledge.retrieval.concept_matching import Matcher
from knowledge.retrieval.guard import EvidenceReader, Guarded, guarded
from knowledge.retrieval.ranker import Ranked, Ranker
from knowledge.retrieval.reader import Reader, quote
from knowledge.retrieval.weights import Weights, built_in
from knowledge.sessions import Session, Sessions
from knowledge.store.migrations import VERSION
from knowledge.store.reader import Store
from knowledge.store.records import LeftOutLine, QuestionAnswer, StoredPassage
from knowledge.targets.targets import Target
from knowledge.teaching.lessons import Lesson, Teaching
from knowledge.teaching.taught_answers import TaughtAnswers, extended, lesson_of, merged, overlap, still_holds
from knowledge.text import analyzer
from knowledge.text.analyzer import Analyzer

Known = tuple[StoredPassage, Document, list[Deadline], list[Target]]

_MOST_ANSWERS = 5
_MOST_SUGGESTIONS = 3
_OF_ANOTHER = 0.05  # the confidence in the nearest passage where a condition is unmet


@dataclass(frozen=True, slots=True)
class Status:
    """What a knowledge base holds, and what is wrong with it.

    `deadlines` counts all of them, `listed` those that lists show: not what recurs, is vague or waits for an event, and
    not those of documents for which another stands.
    """

    documents: int
    passages: int
    questions: int
    deadlines: int
    targets: int
    schema_version: int
    analyzer_version: str
    loaded_at: dt.datetime | None
    problems: tuple[str, ...]
    listed: int = 0


@dataclass(frozen=True, slots=True)
class Candidates:
    """A question as understood, and its candidates, best first.

    The first `fitting` meet the conditions of the question; `unmet` are those of them that nothing meets.
    """

    query: Query
    matcher: Matcher
    ranked: tuple[Ranked, ...]
    fitting: int
    unmet: tuple[Unmet, ...] = ()

    def told(self) -> dict[str, float]:
        """The signals of confidence in the first; there must be one."""
        scores = [ranked.score for ranked in self.ranked[: self.fitting or None]]
        return calibration.signals(scores, self.ranked[0].signals, self.subject)

    @property
    def subject(self) -> calibration.QuestionSubject:
        """What the question is about."""
        return calibration.QuestionSubject.of(self.query, self.matcher)


class KnowledgeBase:
    """Answers questions from a loaded database; may be used from several threads.

    A load swaps the file; the next question sees the new one. Raises DatabaseMissing, DatabaseDamaged or
    DatabaseTooNew when opened, and when the file has gone or broken since. `scope` narrows a question to some
    documents by their ids; empty, it is all of them.
    """

    def __init__(
        self, database: Path, today: Callable[[], dt.date] | None = None, weights: Weights | None = None
    ) -> None:
        """Arguments: the database; what tells the day that 今年 counts from, without which it names no year; what the
        signals count, None for the built-in weights."""
        self._weights = weights or built_in()
        self._today = today
        self._analyzer = Analyzer(thesaurus.field_words())
        self.teach(Teaching())
        self._normalise = lru_cache(maxsize=20_000)(self._analyzer.normalise)
        self._ranker = Ranker(self._normalise, self._weights.ranker)
        self._sessions = Sessions(database, self._analyzer)
        with self._sessions.current():
            pass

    @property
    def weights(self) -> Weights:
        """What the signals count."""
        return self._weights

    def ask(self, question: str, scope: Collection[str] = ()) -> Reply:
        """Answer a message: one question, or several, each of which gets a reply of its own."""
        asked = [question] if self._taught.is_taught(question) else split_questions(question)
        with self._sessions.current() as session:
            replies = [self._taught_reply(session, one, scope) for one in asked]
        first = replies[0]
        return replace(first, question=question, parts=tuple(replies) if len(replies) > 1 else ())

    def teach(self, teaching: Teaching) -> None:
        """Take over what editors have taught; the next question is answered by it."""
        words = extended(thesaurus.built_in(), teaching.synonyms, self._analyzer.normalise)
        self._parser = QueryParser(self._analyzer, words)
        self._taught = TaughtAnswers(teaching, self._analyzer)

    def trying(self, teaching: Teaching) -> KnowledgeBase:
        """The same knowledge base with other teaching, aside; this one stays as it is."""
        aside = copy.copy(self)
        aside.teach(teaching)
        return aside

    def over(self, database: Path) -> KnowledgeBase:
        """The same teaching and weights over another database, aside; to be closed."""
        aside = copy.copy(self)
        aside._sessions = Sessions(database, self._analyzer)
        return aside

    def is_taught(self, question: str) -> bool:
        """Whether an editor has taught this very question, so that it leans on no other."""
        return self._taught.is_taught(question)

    def may_differ(self, teaching: Teaching) -> Callable[[str], bool]:
        """Which questions other teaching may answer otherwise: with other synonyms any, else those it matches otherwise."""
        if teaching.synonyms != self.teaching.synonyms:
            return lambda question: True
        other = TaughtAnswers(teaching, self._analyzer)
        return lambda question: any(
            self._taught.match(one) != other.match(one) for one in (question, *split_questions(question))
        )

    @property
    def teaching(self) -> Teaching:
        """What has been taught."""
        return self._taught.teaching

    def lesson(self, questions: Sequence[str], passage_id: str) -> Lesson | None:
        """The lesson that a passage answers some questions, None when the passage is not there."""
        with self._sessions.current() as session:
            stored = session.store.passage(passage_id)
            return lesson_of(questions, stored) if stored else None

    def doubtful(self) -> list[Lesson]:
        """The lessons whose passages are gone or say something else now, which are not used."""
        with self._sessions.current() as session:
            return [
                lesson
                for lesson in self.teaching.lessons
                if not still_holds(lesson, session.store.passage(lesson.passage))
            ]

    def known_questions(self, words: str, limit: int) -> list[QuestionAnswer]:
        """The question-answer pairs that are most like some words, taught or generated, best first."""
        with self._sessions.current() as session:
            hits = [ranked.hit for ranked in self._candidates(session, words, ()).ranked]
            generated = [pair for hit in hits for pair in hit.pairs]
            return self._taught.like(words, generated, session.store.passage)[:limit]

    def groups(self, questions: Sequence[str]) -> list[list[int]]:
        """Groups of questions that one answer would serve, as places in `questions`."""
        return groups(questions, self._analyzer)

    def search(self, words: str, scope: Collection[str] = (), limit: int = 50) -> list[Answer]:
        """The passages nearest to some words, best first, whether or not one of them answers."""
        with self._sessions.current() as session:
            candidates = self._candidates(session, words, scope)
            return self._read(session, candidates, limit)

    def candidates(self, question: str) -> Candidates:
        """Understand one question and order the passages that may answer it."""
        with self._sessions.current() as session:
            return self._candidates(session, question, ())

    def passage(self, passage_id: str) -> Answer | None:
        """The stored passage of an id, None when its text is no longer there."""
        with self._sessions.current() as session:
            stored = session.store.passage(passage_id)
            return quote(*_known(session, stored)) if stored else None

    def neighbour(self, passage_id: str, step: int) -> Answer | None:
        """The passage so many places after (or, negative, before) another in its document, None past its ends."""
        with self._sessions.current() as session:
            stored = session.store.passage(passage_id)
            other = session.store.passage_at(stored.document, stored.position + step) if stored else None
            return quote(*_known(session, other)) if other else None

    def section(self, passage_id: str) -> list[Answer]:
        """All passages under the innermost heading of a passage, in the order of the text."""
        with self._sessions.current() as session:
            stored = session.store.passage(passage_id)
            inside = session.store.section(stored.document, stored.headings) if stored else []
            return [quote(*_known(session, stored_passage)) for stored_passage in inside]

    def text(self, document_id: str) -> list[Answer]:
        """All passages of a document, in the order of the text."""
        with self._sessions.current() as session:
            return [
                quote(*_known(session, stored_passage))
                for stored_passage in session.store.section(document_id, ())
            ]

    def documents(self) -> list[Document]:
        """All documents, in the order of their files."""
        with self._sessions.current() as session:
            return list(session.store.documents.values())

    def headings(self, document_id: str) -> list[str]:
        """The outermost headings of a document, in the order of the text."""
        with self._sessions.current() as session:
            return session.store.headings(document_id)

    def left_out(self, path: str) -> list[LeftOutLine]:
        """What was left out of a file of the corpus, in the order of its text."""
        with self._sessions.current() as session:
            return session.store.left_out(path)

    def topics(self, filters: Filters = ALL) -> list[TopicCount]:
        """The topics that key the knowledge base, or those that some filters ask for, the fullest first."""
        with self._sessions.current() as session:
            documents = [
                d.id for d in session.store.documents.values() if filters.wants(d) and _is_meant(d, filters)
            ]
            return [topic for topic in session.store.topics(documents) if filters.of_topic(topic.name)]

    def questions(self, topic: str, scope: Collection[str] = ()) -> list[QuestionAnswer]:
        """The question-answer pairs that a topic keys, in the order of the documents."""
        with self._sessions.current() as session:
            generated = session.store.pairs_of_topic(topic, scope or _standing(session.store))
            return self._taught.pairs(topic, generated, lambda id_: _within(session.store, id_, scope))

    def generated(self, topic: str) -> list[QuestionAnswer]:
        """The generated pairs of a topic as they were before any edit."""
        with self._sessions.current() as session:
            return session.store.pairs_of_topic(topic)

    def deadlines(self, filters: Filters = ALL, every_kind: bool = False) -> list[Located[Deadline]]:
        """The deadlines that some filters ask for; `every_kind` adds recurring, vague and event-anchored ones."""
        with self._sessions.current() as session:
            found = session.store.deadlines()
        return [
            located
            for located in found
            if (every_kind or located.item.kind not in ("every", "vague", "event"))
            and filters.of_document(located.document)
            and _is_meant(located.document, filters)
            and filters.of_topic(located.topic)
            and filters.includes(due_day(located.item))
        ]

    def targets(self, filters: Filters = ALL) -> list[Located[Target]]:
        """The targets that some filters ask for."""
        with self._sessions.current() as session:
            found = session.store.targets()
        return [
            located
            for located in found
            if filters.of_document(located.document)
            and _is_meant(located.document, filters)
            and filters.of_topic(located.topic)
            and filters.includes(located.item.by)
        ]

    def status(self) -> Status:
        """What the knowledge base holds, and what is wrong with it."""
        with self._sessions.current() as session:
            status = _status(session.store)
        return replace(status, listed=len(self.deadlines()))

    def close(self) -> None:
        """Close what this thread opened."""
        self._sessions.close()

    def _candidates(self, session: Session, question: str, scope: Collection[str]) -> Candidates:
        today = self._today() if self._today else None
        query = self._parser.parse(
            question, session.store.places, today, lambda word: session.rarity.words(word) > 0
        )
        session.rarity.learn(
            [*query.pairs, *(words for concept in query.concepts for words in concept.spellings)]
        )
        matcher = Matcher(query, session.rarity)
        hits = session.retriever.retrieve(query, scope)
        documents = session.store.documents
        speaking = [
            hit for hit in hits if scope or speaks(documents[hit.passage.document], query.years, documents)
        ]
        ranked = self._ranker.rank(query, matcher, speaking, documents)
        held = self._guarded(session, query, ranked)
        return Candidates(query, matcher, held.ranked, held.fitting, held.unmet)

    def _taught_reply(self, session: Session, question: str, scope: Collection[str]) -> Reply:
        """The reply of the search, with what was taught in it."""
        reply = self._reply(session, question, scope)
        reply = replace(reply, suggestions=self._taught.wordings(reply.suggestions))
        match = self._taught.match(question)
        stored = _within(session.store, match.passage, scope) if match else None
        if match is None or stored is None or not still_holds(match, stored):
            return reply
        reader = Reader(kind_of(question), overlap(question, self._analyzer.normalise))
        answer = reader.read(0.0, *_known(session, stored))
        return merged(reply, match, answer, self._weights.zones["unsure"])

    def _reply(self, session: Session, question: str, scope: Collection[str]) -> Reply:
        candidates = self._candidates(session, question, scope)
        kind = candidates.query.kind
        if not candidates.ranked or _is_elsewhere(candidates.query):
            return Reply(question, "decline", 0.0, kind, (), _topics_to_try(session.store, candidates.query))
        sure = calibration.confidence(self._weights.confidence, candidates.told())
        zone = calibration.zone_of(sure, self._weights.zones)
        if candidates.unmet:
            sure, zone = min(sure, _OF_ANOTHER), "unsure" if zone == "answer" else zone
        suggestions = _suggestions(zone, session.store, candidates)
        answers = tuple(self._read(session, candidates, _MOST_ANSWERS))
        return Reply(
            question,
            zone,
            round(sure, 4),
            kind,
            answers,
            suggestions,
            understood=corrections(candidates.query, self._printed(answers[0])) if zone != "decline" else (),
            unmet=candidates.unmet,
        )

    def _guarded(self, session: Session, query: Query, ranked: Sequence[Ranked]) -> Guarded:
        """The candidates that meet the conditions of the question first, and the conditions that none meets."""
        words, store = list(self._analyzer.whole_words(query.normalised)), session.store
        known = lambda word: session.rarity.words(word) > 0  # noqa: E731
        conditions = read_conditions(query.normalised, words, store.places, known)
        if not conditions:
            return Guarded(tuple(ranked), len(ranked))
        return guarded(ranked, conditions, EvidenceReader(store, self._normalise, ranked).of)

    def _printed(self, answer: Answer) -> str:
        """An answer with what stands above it, as a question is normalised."""
        return self._analyzer.normalise(" ".join((answer.document.title, *answer.section, answer.passage)))

    def _read(self, session: Session, found: Candidates, limit: int) -> list[Answer]:
        matcher = found.matcher
        reader = Reader(
            found.query.kind, lambda text: matcher.coverage(matcher.found(self._analyzer.normalise(text)))
        )
        chosen = found.ranked[:limit]
        known = _all_known(session, [ranked.hit.passage for ranked in chosen])
        return [reader.read(ranked.score, *facts) for ranked, facts in zip(chosen, known, strict=True)]


def _within(store: Store, passage_id: str, scope: Collection[str]) -> StoredPassage | None:
    """The passage of an id, None when its text is no longer there or a scope leaves its document out."""
    stored = store.passage(passage_id)
    return stored if stored and (not scope or stored.document in scope) else None


def _standing(store: Store) -> Collection[str]:
    """The documents that no other stands for; none are named when those are all, for a search is faster so."""
    standing = [document.id for document in store.documents.values() if document.instead is None]
    return standing if len(standing) < len(store.documents) else ()


def _is_meant(document: Document, filters: Filters) -> bool:
    """Whether a document is to be listed: one that another stands for only where it is asked for."""
    return document.instead is None or filters.document is not None


def _known(session: Session, passage: StoredPassage) -> Known:
    """A passage with its document, deadlines and targets."""
    return _all_known(session, [passage])[0]


def _all_known(session: Session, passages: Sequence[StoredPassage]) -> list[Known]:
    """Passages with their documents, deadlines and targets."""
    ids = [passage.id for passage in passages]
    due, goals = session.store.deadlines(ids), session.store.targets(ids)
    return [
        (
            passage,
            session.store.documents[passage.document],
            [located.item for located in due if located.passage_id == passage.id],
            [located.item for located in goals if located.passage_id == passage.id],
        )
        for passage in passages
    ]


def _status(store: Store) -> Status:
    loaded = store.fact("loaded")
    undated = (document for document in store.documents.values() if document.date is None)
    return Status(
        documents=len(store.documents),
        passages=store.passage_count,
        questions=store.count("pairs"),
        deadlines=store.count("deadlines"),
        targets=store.count("targets"),
        schema_version=VERSION,
        analyzer_version=store.fact("analyzer") or analyzer.VERSION,
        loaded_at=dt.datetime.fromisoformat(loaded) if loaded else None,
        problems=tuple(f"《{d.title}》（{d.path}）: no date" for d in undated),
    )


def _is_elsewhere(query: Query) -> bool:
    """Whether a question is for the bot itself or about everyday life alone: no document answers that."""
    return is_small_talk(query.normalised) or is_everyday([concept.words for concept in query.concepts])


def _suggestions(zone: Zone, store: Store, found: Candidates) -> tuple[str, ...]:
    """What can be asked instead: near the answer other questions, far from any the topics."""
    if zone == "answer":
        return ()
    if zone == "decline":
        return _topics_to_try(store, found.query)
    questions = dict.fromkeys(
        ranked.hit.pairs[0].question for ranked in found.ranked[:_MOST_ANSWERS] if ranked.hit.pairs
    )
    return tuple(questions)[:_MOST_SUGGESTIONS]


def _topics_to_try(store: Store, query: Query) -> tuple[str, ...]:
    """The topics of the question that are spoken of, and the fullest."""
    there = [topic.name for topic in store.topics(store.documents)]
    own = [topic for topic in query.topics if topic in there]
    return tuple(dict.fromkeys([*own, *there]))[:_MOST_SUGGESTIONS]
