"""Writing documents into a knowledge base."""

from __future__ import annotations

import base64
import logging
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple

from knowledge.readers import ReadingRule
from knowledge.store.engine import Database
from knowledge.store.full_text.passage_indexes import PassageChanges, PassageIndexes, PutPassage
from knowledge.store.full_text.postings import last_number
from knowledge.store.queries.removed import note_removed, places_of_documents
from knowledge.store.records import AnnotatedDocument, SourceFile
from knowledge.store.rows import Row, Rows, file_rows
from loaders.structure.outline import LoadedFile

_DATED = "id document passage sentence sentence_start sentence_end redacted".split()
# Only these columns are written: rows come out of processes that have read files of strangers.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "files": ("path", "origin", "text", "encoding", "noise", "warnings"),
    "documents": (
        *("id", "path", "part", "title", "place", "level", "position", "year", "month", "day"),
        *("subtitle", "speaker", "post", "issue", "signed", "issuer", "expires", "recognised"),
    ),
    "pairs": (
        *("id", "passage", "topic", "question", "kind", "start", "end"),
        *("variants", "said_start", "said_end"),
    ),
    "deadlines": (
        *(*_DATED, "kind", "phrase", "task", "start", "end", "precision"),
        *("bodies", "roles", "explanation", "also"),
    ),
    "targets": (*_DATED, "indicator", "op", "value", "unit", "by", "base"),
    "passages": (
        *("number", "id", "document", "position", "start", "end", "text"),
        *("headings", "topic", "topics", "role", "redacted", "row", "page", "recognised"),
    ),
}
_ORIGIN = ("path", "digest", "said", "size", "modified", "changed", "inode")


MOST_REFUSED = 20  # files of an archive; beyond that the rest is not tried
# What is raised on rows that break a constraint or hold what is no value of the table: a list, a lone surrogate, no text
# where there must be one, vectors that are not in base64.
_REFUSED = (
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
    OverflowError,
    ValueError,
    TypeError,
    KeyError,
)

log = logging.getLogger(__name__)


class Writer:
    """Puts files into a knowledge base and takes them out; the caller holds the transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._before = places_of_documents(db)
        self._number = last_number(db)
        self._indexes = PassageIndexes(db)

    def put(self, path: str, digest: str, file: LoadedFile, documents: Sequence[AnnotatedDocument]) -> None:
        """Put a file in the place of what was known of it; `digest` is the hash of what was loaded."""
        self.put_origin(SourceFile(path, digest), [file_rows(path, file, documents)])

    def put_origin(
        self, origin: SourceFile, files: Iterable[Rows], kept_paths: Collection[str] = ()
    ) -> set[str]:
        """Put what was read from a file of the corpus in the place of what was known of it.

        Arguments: the file of the corpus; the rows of each file in it, several when it is an archive, to be gone through
        more than once; the paths of
        those that are to stay as they were. Gives the paths of those whose rows the tables refuse: these stay as they
        were, too.
        """
        refused: set[str] = set()
        while paths := self._put_or_undo(origin, files, {*kept_paths, *refused}):
            refused |= paths
            if len(refused) > MOST_REFUSED:  # each of them begins the archive anew
                refused |= set().union(*map(_paths_of, files))
        return refused

    def _put_or_undo(
        self, origin: SourceFile, files: Iterable[Rows], kept_paths: Collection[str]
    ) -> set[str]:
        """Puts all but what is kept; where the tables refuse a file nothing has changed, and it gives its paths."""
        number, paths, changes = self._number, set[str](), PassageChanges()
        try:
            with self._db.atomic():
                self._remove_files(origin.path, changes, kept_paths)
                self.note_origin(origin)
                for rows in files:
                    paths = _paths_of(rows)
                    if paths.isdisjoint(kept_paths):
                        self._put_rows(origin, rows, changes)
        except _REFUSED as error:
            log.warning("%s: %s", origin.path, type(error).__name__)
            self._number = number
            return paths
        self._indexes.take(changes)
        return set()

    def note_origin(self, origin: SourceFile) -> None:
        """Note how a file of the corpus looked when it was last read."""
        self._db.execute("DELETE FROM origins WHERE path = ?", [origin.path])
        self._insert_all("origins", _ORIGIN, [dict(zip(_ORIGIN, astuple(origin), strict=True))])

    def remove(self, path: str) -> None:
        """Take a file of the corpus and all that was made of it out of the knowledge base."""
        changes = PassageChanges()
        self._remove_files(path, changes)
        self._indexes.take(changes)
        self._db.execute("DELETE FROM origins WHERE path = ?", [path])

    def write_indexes(self) -> None:
        """Bring the posting lists, and in how many passages each Chinese character stands, up to date."""
        self.note("characters", self._indexes.write())

    def note_removed(self, rules: Sequence[ReadingRule]) -> None:
        """Remember which documents have gone; `rules` tell which of them were or are for some alone."""
        note_removed(self._db, self._before, rules)

    def encode_by(self, encoder: str) -> None:
        """Note which encoder makes the vectors from now on; those that another has made are of no use any more."""
        noted = self._db.execute("SELECT 1 FROM facts WHERE name = 'encoder' AND value = ?", [encoder])
        if not noted.fetchone():
            self._db.execute("DELETE FROM vectors")
            self.note("encoder", encoder)

    def note(self, name: str, value: str) -> None:
        """Note a fact of the knowledge base."""
        self._db.table("facts").upsert({"name": name, "value": value}, pk="name")

    def _remove_files(self, origin: str, changes: PassageChanges, kept_paths: Collection[str] = ()) -> None:
        for (path,) in self._db.execute("SELECT path FROM files WHERE origin = ?", [origin]).fetchall():
            if path in kept_paths:
                continue
            for (document,) in self._db.execute("SELECT id FROM documents WHERE path = ?", [path]).fetchall():
                self._remove_document(document, changes)
            self._db.execute("DELETE FROM files WHERE path = ?", [path])

    def _put_rows(self, origin: SourceFile, rows: Rows, changes: PassageChanges) -> None:
        self._insert_all("files", _COLUMNS["files"], [row | {"origin": origin.path} for row in rows["files"]])
        self._insert_all("documents", _COLUMNS["documents"], rows.get("documents", []))
        changes.put += self._put_passages(rows.get("passages", []))
        for table in ("pairs", "deadlines", "targets"):
            self._insert_all(table, _COLUMNS[table], rows.get(table, []))

    def _put_passages(self, rows: Sequence[Row]) -> list[PutPassage]:
        numbered = [{**row, "number": number} for number, row in enumerate(rows, self._number + 1)]
        self._number += len(rows)
        self._insert_all("passages", _COLUMNS["passages"], numbered)
        self._db.conn.executemany("INSERT INTO sounds (rowid, body) VALUES (:number, :sounds)", numbered)
        vectors = [(row["number"], base64.b64decode(row["vectors"])) for row in numbered if row["vectors"]]
        self._db.conn.executemany("INSERT INTO vectors (number, packed) VALUES (?, ?)", vectors)
        return [PutPassage.of(row) for row in numbered]

    def _insert_all(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join(f":{column}" for column in columns)
        self._db.conn.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)

    def _remove_document(self, document: str, changes: PassageChanges) -> None:
        changes.gone += self._db.execute(
            "SELECT number, text FROM passages WHERE document = ?", [document]
        ).fetchall()
        inside = "SELECT number FROM passages WHERE document = ?"
        self._db.execute(f"DELETE FROM sounds WHERE rowid IN ({inside})", [document])
        self._db.execute(f"DELETE FROM vectors WHERE number IN ({inside})", [document])
        ids = "SELECT id FROM passages WHERE document = ?"
        self._db.execute(f"DELETE FROM pairs WHERE passage IN ({ids})", [document])
        for table in ("deadlines", "targets", "passages"):
            self._db.execute(f"DELETE FROM {table} WHERE document = ?", [document])
        self._db.execute("DELETE FROM documents WHERE id = ?", [document])


def _paths_of(rows: Rows) -> set[str]:
    """The paths of the files that rows are of."""
    return {str(row["path"]) for row in rows["files"]}
