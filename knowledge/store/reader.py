"""Reading from a knowledge base."""

from __future__ import annotations

import copy
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from cachetools import LRUCache

from knowledge.deadlines.deadlines import Deadline
from knowledge.documents import Document, told_apart
from knowledge.filters.filters import Located
from knowledge.lexicon.topics import TopicCount
from knowledge.readers import Reader, ReadingRule, closed_to, unpacked, without_closed
from knowledge.store.engine import Connection
from knowledge.store.full_text.frequencies import Frequencies
from knowledge.store.full_text.search import FullTextSearch
from knowledge.store.queries import question_answers
from knowledge.store.queries.contents import Contents, contents_of
from knowledge.store.queries.dated_items import DatedItemReader, DatedItems
from knowledge.store.queries.documents import read_documents
from knowledge.store.queries.left_out import read_left_out
from knowledge.store.queries.located_items import located_items
from knowledge.store.queries.passage_pages import PassagePages
from knowledge.store.queries.placeholders import in_list
from knowledge.store.queries.reading import read_rows
from knowledge.store.queries.removed import is_removed
from knowledge.store.queries.surroundings import surroundings_of
from knowledge.store.queries.topic_counts import count_topics
from knowledge.store.records import LeftOutLine, PlacedPair, QuestionAnswer, SourceFile, StoredPassage
from knowledge.store.rows import PASSAGE_COLUMNS, deadline_of, passage_of, target_of
from knowledge.targets.targets import Target

MOST_VIEWS = 32  # stores that are narrowed to a reader


class Store:
    """Reads one version of a knowledge base; what is read once and small is kept."""

    def __init__(self, db: Connection, engine: str = "") -> None:
        """Arguments: what reads the rows; what is told of the engine that holds them."""
        self._db, self.engine = db, engine
        self._full_text = FullTextSearch(db)
        self._closed: tuple[str, ...] = ()
        self._narrowed: LRUCache[Reader, Store] = LRUCache(MOST_VIEWS)
        self._terms = Frequencies(self._full_text.words)
        self._sounds = Frequencies(self._full_text.sounds)
        self._dated_items = DatedItemReader(db)
        self._pages = PassagePages(db)

    def narrowed(self, reader: Reader) -> Store:
        """The same store as somebody may read it, as if the other documents were not there.

        What characters and matches of words are worth is counted over all documents.
        """
        named = reader & self._named
        if named not in self._narrowed:
            self._narrowed[named] = self._without(closed_to(named, self.documents.values(), self._rules))
        return self._narrowed[named]

    @property
    def closed(self) -> tuple[str, ...]:
        """The ids of the documents that are left out, in an order of their own."""
        return self._closed

    def _without(self, closed: Collection[str]) -> Store:
        if not closed:
            return self
        other = copy.copy(self)
        other._closed = tuple(sorted(closed))
        other._terms, other._sounds = self._terms.without(closed), self._sounds.without(closed)
        for name in ("documents", "places", "documents_by_place", "years", "passage_count", "all_topics"):
            vars(other).pop(name, None)
        return other

    @cached_property
    def _named(self) -> Reader:
        """Everybody whom a rule names: of a reader nothing else counts, so readers who differ in others share a view."""
        return frozenset().union(*(rule.readers for rule in self._rules))

    @cached_property
    def _rules(self) -> list[ReadingRule]:
        return unpacked(self.fact("readers"))

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    @cached_property
    def documents(self) -> dict[str, Document]:
        """All documents by id, in the order of their files."""
        return told_apart(without_closed(self._closed, read_documents(self._db).values()))

    @cached_property
    def places(self) -> frozenset[str]:
        """The places that documents are of."""
        return frozenset(self.documents_by_place)

    @cached_property
    def documents_by_place(self) -> dict[str, list[str]]:
        """The ids of the documents of each place."""
        of_places: dict[str, list[str]] = {}
        for document in self.documents.values():
            if document.place:
                of_places.setdefault(document.place, []).append(document.id)
        return of_places

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that documents are of."""
        return frozenset(document.year for document in self.documents.values() if document.year)

    @cached_property
    def passage_count(self) -> int:
        """How many passages there are."""
        return self.count("passages")

    def count(self, table: str) -> int:
        """How many rows a table has."""
        if not self._closed:
            return int(self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        inside = "document" if table != "pairs" else "(SELECT document FROM passages p WHERE p.id = passage)"
        if table == "documents":
            inside = "id"
        sql = f"SELECT count(*) AS count FROM {table} WHERE {inside} NOT {in_list(self._closed)}"
        return int(self._rows(sql, self._closed)[0]["count"])

    def fact(self, name: str) -> str | None:
        """A fact of the knowledge base."""
        return self._facts.get(name)

    @cached_property
    def _facts(self) -> dict[str, str]:
        return dict(self._db.execute("SELECT name, value FROM facts").fetchall())

    def origins(self) -> dict[str, SourceFile]:
        """The files of the corpus as they looked when they were read, by path."""
        columns = "path, digest, said, size, modified, changed, inode"
        return {row[0]: SourceFile(*row) for row in self._db.execute(f"SELECT {columns} FROM origins")}

    def paths(self) -> dict[str, list[str]]:
        """The paths of the loaded files by the file of the corpus that holds them."""
        paths: dict[str, list[str]] = {}
        for path, origin in self._db.execute("SELECT path, origin FROM files"):
            paths.setdefault(origin, []).append(path)
        return paths

    def warned_of(self, code: str) -> frozenset[str]:
        """The files of the corpus of which a load had this to say."""
        rows = self._db.execute("SELECT origin, warnings FROM files")
        return frozenset(origin for origin, warnings in rows if f'"{code}"' in warnings)

    def frequency(self, term: str) -> int:
        """In how many passages a term stands."""
        return self._terms.of(term)

    def learn(self, terms: Iterable[str], sounds: Iterable[str] = ()) -> None:
        """Look up the frequencies of many terms, and of many pairs of syllables, at once."""
        self._terms.learn(terms)
        self._sounds.learn(sounds)

    def sound_frequency(self, pair: str) -> int:
        """In how many passages a pair of syllables stands."""
        return self._sounds.of(pair)

    def character_frequency(self, character: str) -> int:
        """In how many passages a Chinese character stands."""
        return self._characters.get(character, 0)

    @cached_property
    def _characters(self) -> dict[str, int]:
        counts: dict[str, int] = json.loads(self.fact("characters") or "{}")
        return counts

    def search(
        self, terms: Iterable[str], limit: int, scope: Collection[str] = ()
    ) -> list[tuple[int, float]]:
        """The best passages for any of some terms, by `TermIndex.best`; `scope`: ids of documents, none for all."""
        return self._full_text.words.best(terms, limit, scope, self._closed)

    def search_sounds(
        self, sounds: Iterable[str], limit: int, scope: Collection[str] = ()
    ) -> list[tuple[int, float]]:
        """The best passages for any of some pairs of syllables."""
        return self._full_text.sounds.best(sounds, limit, scope, self._closed)

    def sounds(self, numbers: Sequence[int]) -> dict[int, str]:
        """The pairs of syllables of passages by row number, with spaces between."""
        rows = self._rows(f"SELECT rowid AS number, body FROM sounds WHERE rowid {in_list(numbers)}", numbers)
        return {row["number"]: row["body"] for row in rows}

    def surroundings(self, numbers: Sequence[int]) -> dict[int, str]:
        """The texts of the passages before and after passages, by row number, where they stand in the same section."""
        return surroundings_of(self._db, numbers)

    def passages(self, numbers: Sequence[int]) -> dict[int, StoredPassage]:
        """Passages by row number."""
        sql = f"SELECT number, {PASSAGE_COLUMNS} FROM passages WHERE number {in_list(numbers)}"
        return {row["number"]: passage_of(row) for row in self._rows(sql, list(numbers))}

    def vectors(self, numbers: Sequence[int]) -> dict[int, bytes]:
        """The packed vectors of passages, by row number; of those that have any."""
        sql = f"SELECT number, packed FROM vectors WHERE number {in_list(numbers)}"
        return dict(self._db.execute(sql, list(numbers)))

    def passage(self, id_: str) -> StoredPassage | None:
        """A passage by its id."""
        row = self._row(f"SELECT {PASSAGE_COLUMNS} FROM passages WHERE id = ?", [id_])
        return passage_of(row) if row and row["document"] not in self._closed else None

    def passage_at(self, document: str, position: int) -> StoredPassage | None:
        """The passage at a place in a document, counted from 0."""
        return next(iter(self.passages_between(document, position, position)), None)

    def passages_between(self, document: str, first: int, last: int) -> list[StoredPassage]:
        """The passages of a document from one place to another, both included, in the order of the text."""
        return [] if document in self._closed else list(self._pages.between(document, first, last))

    def section(self, document: str, headings: Sequence[str]) -> list[StoredPassage]:
        """The passages of a document under a heading path, those under its sub-headings too."""
        rows = self._rows(
            f"SELECT {PASSAGE_COLUMNS} FROM passages WHERE document = ? ORDER BY position", [document]
        )
        passages = map(passage_of, rows if document not in self._closed else ())
        return [passage for passage in passages if passage.headings[: len(headings)] == tuple(headings)]

    def headings(self, document: str) -> list[str]:
        """The outermost headings of a document, in order."""
        rows = self._rows("SELECT headings FROM passages WHERE document = ? ORDER BY position", [document])
        paths = (json.loads(row["headings"]) for row in rows if document not in self._closed)
        return list(dict.fromkeys(path[0] for path in paths if path))

    def contents(self, documents: Collection[str]) -> dict[str, Contents]:
        """How much is in each of some documents, by their ids."""
        return contents_of(self._db, [document for document in documents if document in self.documents])

    def is_removed(self, document: str) -> bool:
        """Whether a document was there for everybody and is no more."""
        return is_removed(self._db, document, self._rules)

    def pairs(self, passages: Sequence[str]) -> dict[str, list[QuestionAnswer]]:
        """The question-answer pairs of passages, by passage."""
        return question_answers.pairs_of_passages(self._db, passages)

    def pairs_of_topic(
        self, topic: str, scope: Collection[str] = (), also: Collection[str] = ()
    ) -> list[QuestionAnswer]:
        """The question-answer pairs that a topic keys, and those of some ids, in the order of the documents."""
        return question_answers.pairs_of_topic(self._db, topic, self._open(scope), also)

    def placed_pairs(self) -> Iterator[PlacedPair]:
        """All question-answer pairs in the order of the documents, each with its answer and where it stands."""
        return question_answers.placed_pairs(self._db, self.documents)

    def topics(self, documents: Collection[str]) -> list[TopicCount]:
        """The topics of some documents with their numbers of passages and of questions, most passages first."""
        return count_topics(self._db, [document for document in documents if document in self.documents])

    @cached_property
    def all_topics(self) -> tuple[TopicCount, ...]:
        """The topics of all documents, most passages first: they are offered with each question that is declined."""
        return tuple(self.topics(self.documents))

    def deadlines(self) -> list[Located[Deadline]]:
        """All deadlines, in the order of the text."""
        return located_items(self._db, "deadlines", deadline_of, self.documents, self._closed)

    def targets(self) -> list[Located[Target]]:
        """All targets, in the order of the text."""
        return located_items(self._db, "targets", target_of, self.documents, self._closed)

    def dated_items(self, passages: Collection[str]) -> dict[str, DatedItems]:
        """The deadlines and targets of some passages, by passage."""
        return self._dated_items.of(passages)

    def left_out(self, path: str) -> list[LeftOutLine]:
        """What was left out of a file, in the order of its text."""
        return read_left_out(self._db, path) if not self._is_closed(path) else []

    def _open(self, scope: Collection[str]) -> Collection[str]:
        """A scope without the documents that are closed; it stays one, though none is left."""
        if not self._closed:
            return scope
        return [document for document in scope or self.documents if document in self.documents] or [""]

    def _is_closed(self, path: str) -> bool:
        """Whether a file holds a document that is closed."""
        rows = self._rows("SELECT id FROM documents WHERE path = ?", [path]) if self._closed else []
        return any(row["id"] in self._closed for row in rows)

    def _rows(self, sql: str, parameters: Sequence[object] = ()) -> list[dict[str, Any]]:
        return read_rows(self._db, sql, parameters)

    def _row(self, sql: str, parameters: Sequence[object]) -> dict[str, Any] | None:
        return next(iter(self._rows(sql, parameters)), None)
