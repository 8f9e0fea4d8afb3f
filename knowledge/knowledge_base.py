"""The knowledge base: ask it, browse it."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from knowledge.answering import Answering
from knowledge.answers import Answer, Reply
from knowledge.deadlines.deadlines import Deadline
from knowledge.documents import Document
from knowledge.filters.filters import ALL, Filters, Located
from knowledge.filters.matching import due_day
from knowledge.lexicon import thesaurus
from knowledge.lexicon.topics import TopicCount
from knowledge.query.similarity import groups
from knowledge.readers import Reader
from knowledge.retrieval.candidates import Candidates
from knowledge.retrieval.matching.semantic_similarity import warm_up
from knowledge.retrieval.reader import quoted
from knowledge.retrieval.weights import Weights, built_in
from knowledge.serving.processes import AnsweringProcesses
from knowledge.sessions import Edition, Sessions
from knowledge.status import Status, status_of
from knowledge.store.queries.contents import SEPARATE, Contents
from knowledge.store.records import LeftOutLine, PlacedPair, QuestionAnswer, SourceFile, StoredPassage
from knowledge.store.source import FileSource, Identity, Source
from knowledge.targets.targets import Target
from knowledge.teaching.lessons import Lesson, Teaching
from knowledge.teaching.taught_answers import TaughtAnswers, extended, lesson_of
from knowledge.text.analyzer import Analyzer
from knowledge.topic_page import TopicQuestion, topic_questions
from knowledge.topic_questions import generated_questions, placed_questions, questions_of_topic, topic_counts


class KnowledgeBase:
    """Answers questions from a loaded database; may be used from several threads.

    A load puts the next version in its place, which the next question sees. Raises DatabaseMissing, DatabaseDamaged or
    DatabaseTooNew when opened, and when it has gone since. `scope`: the ids of the documents meant, all where empty.
    """

    def __init__(
        self, place: Path | Source, today: Callable[[], dt.date] | None = None, weights: Weights | None = None
    ) -> None:
        """Arguments: the file, or where else it is read from; what tells the day (without it 今年 names no year); weights."""
        self._weights = weights or built_in()
        self._today = today
        self._whole: KnowledgeBase | None = None  # of one that is narrowed to a reader
        self._processes: AnsweringProcesses | None = None
        self._analyzer = Analyzer(thesaurus.field_words())
        self.teach(Teaching())
        self._sessions = Sessions(FileSource(place) if isinstance(place, Path) else place, self._analyzer)
        with self._sessions.current():
            pass

    @property
    def version(self) -> Identity:
        """What tells the present version from every other."""
        return self._sessions.version

    @property
    def edition(self) -> Edition:
        """What tells all that can be read here from what could be read before, or by somebody else."""
        return self._sessions.edition

    @property
    def known_edition(self) -> Edition | None:
        """The same where it is known without opening it."""
        return self._sessions.known_edition

    @property
    def source(self) -> Source:
        """Where it is read from, and where a load publishes what it has built."""
        return self._sessions.source

    @property
    def weights(self) -> Weights:
        """What the signals count."""
        return self._weights

    def ask(self, question: str, scope: Collection[str] = ()) -> Reply:
        """Answer a message: one question, or several, each of which gets a reply of its own."""
        asking, reader, today = self._processes, self._sessions.reader, self._today and self._today()
        if asking and (reply := asking.ask(question, scope, reader, self.teaching, (self.edition, today))):
            return reply
        with self._sessions.current() as session:
            return self._answering.answer(session, question, scope)

    def answer_in(self, processes: AnsweringProcesses) -> None:
        """Have questions answered by processes, which have the same knowledge base open."""
        self._processes = processes

    def teach(self, teaching: Teaching) -> None:
        """Take over what editors have taught; the next question is answered by it."""
        if self._whole:
            self._whole.teach(teaching)
        words = extended(thesaurus.built_in(), teaching.synonyms, self._analyzer.normalise)
        self._taught = TaughtAnswers(teaching, self._analyzer)
        self._answering = Answering(self._analyzer, self._weights, self._today, words, self._taught)

    def trying(self, teaching: Teaching) -> KnowledgeBase:
        """The same knowledge base with other teaching, aside; this one stays as it is."""
        aside = copy.copy(self)
        aside._whole = aside._processes = None
        aside.teach(teaching)
        return aside

    def read_by(self, reader: Reader | None) -> KnowledgeBase:
        """The same knowledge base as if the documents that a reader may not read were not there; None reads all.

        What it is taught all are taught.
        """
        aside = copy.copy(self)
        aside._whole = self._whole or self
        aside._sessions = self._sessions.read_by(reader)
        return aside

    def over(self, database: Path) -> KnowledgeBase:
        """The same teaching and weights over another database, aside; to be closed."""
        aside = copy.copy(self)
        aside._whole = aside._processes = None
        aside._sessions = self._sessions.over(FileSource(database))
        return aside

    def is_taught(self, question: str) -> bool:
        """Whether an editor has taught this very question, so that it leans on no other."""
        return self._taught.is_taught(question)

    def may_differ(self, teaching: Teaching) -> Callable[[str], bool]:
        """Which questions other teaching may answer otherwise: with other synonyms any, else those it matches otherwise."""
        if teaching.synonyms != self.teaching.synonyms:
            return lambda question: True
        return self._taught.may_differ(TaughtAnswers(teaching, self._analyzer))

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
            return self._taught.doubtful(session.store.passage)

    def known_questions(self, words: str, limit: int) -> list[QuestionAnswer]:
        """The question-answer pairs that are most like some words, taught or generated, best first."""
        with self._sessions.current() as session:
            ranked = self._answering.candidates(session, words, ()).ranked
            generated = [pair for candidate in ranked for pair in candidate.hit.pairs]
            return self._taught.like(words, generated, session.store)[:limit]

    def groups(self, questions: Sequence[str]) -> list[list[int]]:
        """Groups of questions that one answer would serve, as places in `questions`."""
        return groups(questions, self._analyzer)

    def search(self, words: str, scope: Collection[str] = (), limit: int = 50) -> list[Answer]:
        """The passages nearest to some words, best first, whether or not one of them answers."""
        asking, reader = self._processes, self._sessions.reader
        if asking and (answers := asking.search(words, scope, limit, reader, self.teaching)) is not None:
            return answers
        with self._sessions.current() as session:
            candidates = self._answering.candidates(session, words, scope)
            return self._answering.read(session, candidates, candidates.ranked[:limit])

    def candidates(self, question: str) -> Candidates:
        """Understand one question and order the passages that may answer it."""
        with self._sessions.current() as session:
            return self._answering.candidates(session, question, ())

    def passage(self, passage_id: str) -> Answer | None:
        """The stored passage of an id, None when its text is no longer there."""
        with self._sessions.current() as session:
            stored = session.store.passage(passage_id)
            return quoted(session.store, [stored])[0] if stored else None

    def neighbour(self, passage_id: str, step: int) -> Answer | None:
        """The passage so many places after (or, negative, before) another in its document, None past its ends."""
        with self._sessions.current() as session:
            stored = session.store.passage(passage_id)
            other = session.store.passage_at(stored.document, stored.position + step) if stored else None
            return quoted(session.store, [other])[0] if other else None

    def section(self, passage_id: str) -> list[Answer]:
        """All passages under the innermost heading of a passage, in the order of the text."""
        with self._sessions.current() as session:
            stored = session.store.passage(passage_id)
            inside = session.store.section(stored.document, stored.headings) if stored else []
            return quoted(session.store, inside)

    def text(self, document_id: str) -> list[Answer]:
        """All passages of a document, in the order of the text."""
        with self._sessions.current() as session:
            return quoted(session.store, session.store.section(document_id, ()))

    def stored_passages(self, document_id: str) -> list[StoredPassage]:
        """All passages of a document as they are stored, in the order of the text."""
        with self._sessions.current() as session:
            return session.store.section(document_id, ())

    def documents(self) -> list[Document]:
        """All documents, in the order of their files."""
        with self._sessions.current() as session:
            return list(session.store.documents.values())

    def document(self, document_id: str) -> Document | None:
        """The document of an id, None when it is not there."""
        with self._sessions.current() as session:
            return session.store.documents.get(document_id)

    def is_removed(self, document_id: str) -> bool:
        """Whether a document was there for everybody and is no more."""
        with self._sessions.current() as session:
            return session.store.is_removed(document_id)

    def contents(self, document_ids: Collection[str]) -> dict[str, Contents]:
        """How much is in each of some documents, by their ids."""
        with self._sessions.current() as session:
            return session.store.contents(document_ids)

    def headings(self, document_id: str) -> list[str]:
        """The outermost headings of a document, in the order of the text."""
        with self._sessions.current() as session:
            return session.store.headings(document_id)

    def origins(self) -> dict[str, SourceFile]:
        """The files of the corpus as they looked when they were read, by path."""
        with self._sessions.current() as session:
            return session.store.origins()

    def left_out(self, path: str) -> list[LeftOutLine]:
        """What was left out of a file of the corpus, in the order of its text."""
        with self._sessions.current() as session:
            return session.store.left_out(path)

    def topics(self, filters: Filters = ALL) -> list[TopicCount]:
        """The topics that key the knowledge base, or those that some filters ask for, the fullest first."""
        with self._sessions.current() as session:
            return topic_counts(session.store, self._taught, filters)

    def questions(self, topic: str, scope: Collection[str] = ()) -> list[QuestionAnswer]:
        """The question-answer pairs that a topic keys, in the order of the documents."""
        with self._sessions.current() as session:
            return questions_of_topic(session.store, self._taught, topic, scope)

    def topic_page(self, topic: str, today: dt.date, scope: Collection[str] = ()) -> list[TopicQuestion]:
        """The questions of a topic as a page tells them on a day: each once, by kind, what is due soonest first."""
        with self._sessions.current() as session:
            pairs = questions_of_topic(session.store, self._taught, topic, scope)
            return topic_questions(session.store, pairs, today)

    def pairs(self, filters: Filters = ALL) -> list[PlacedPair]:
        """The stored pairs that some filters ask for, as editors left them, in the order of the documents."""
        with self._sessions.current() as session:
            return placed_questions(session.store, self._taught, filters)

    def generated(self, topic: str) -> list[QuestionAnswer]:
        """The generated pairs of a topic as they were before any edit, those too that an editor moved there."""
        with self._sessions.current() as session:
            return generated_questions(session.store, self._taught, topic)

    def deadlines(self, filters: Filters = ALL, every_kind: bool = False) -> list[Located[Deadline]]:
        """The deadlines that some filters ask for; `every_kind` adds recurring, vague and event-anchored ones."""
        with self._sessions.current() as session:
            deadlines = session.store.deadlines()
        return [
            located
            for located in deadlines
            if (every_kind or located.item.kind not in SEPARATE)
            and filters.lists(located, due_day(located.item))
        ]

    def targets(self, filters: Filters = ALL) -> list[Located[Target]]:
        """The targets that some filters ask for."""
        with self._sessions.current() as session:
            targets = session.store.targets()
        return [located for located in targets if filters.lists(located, located.item.by)]

    def status(self) -> Status:
        """What the knowledge base holds, and what is wrong with it."""
        with self._sessions.current() as session:
            return replace(status_of(session.store), listed=len(self.deadlines()))

    def warm_up(self) -> None:
        """Read beforehand what else the first question would wait for."""
        with self._sessions.current() as session:
            warm_up(session.store)

    def close(self) -> None:
        """Close what no thread has in hand; what is asked next opens it again."""
        self._sessions.close()
