"""The tables of a knowledge base, built by numbered migrations.

The number of the last migration that ran is SQLite's user_version.
"""

from __future__ import annotations

from collections.abc import Callable

from knowledge.store.engine import Database
from knowledge.store.full_text.postings import PostingsWriter, create_postings


def files_and_documents(db: Database) -> None:
    """A file as read, and the speeches in it."""
    db.table("files").create(
        {"path": str, "digest": str, "text": str, "encoding": str, "noise": str, "warnings": str}, pk="path"
    )
    columns = {"id": str, "path": str, "part": str, "title": str, "place": str, "level": str}
    numbers = {"position": int, "year": int, "month": int, "day": int}
    db.table("documents").create({**columns, **numbers}, pk="id", foreign_keys=[("path", "files", "path")])
    db.table("documents").create_index(["path"])


def passages(db: Database) -> None:
    """Passages; by their `number` the full-text search knows them."""
    places = {"number": int, "document": str, "position": int, "start": int, "end": int}
    words = {
        "id": str,
        "text": str,
        "headings": str,
        "topic": str,
        "topics": str,
        "role": str,
        "redacted": int,
    }
    db.table("passages").create(
        {**places, **words}, pk="number", foreign_keys=[("document", "documents", "id")]
    )
    db.table("passages").create_index(["id"], unique=True)
    db.table("passages").create_index(["document", "position"], unique=True)
    db.execute(
        'CREATE VIRTUAL TABLE terms USING fts5(body, headings, questions, tokenize = "unicode61 remove_diacritics 0")'
    )
    db.execute('CREATE VIRTUAL TABLE sounds USING fts5(body, tokenize = "unicode61 remove_diacritics 0")')


def pairs(db: Database) -> None:
    """Question-answer pairs: the answer is a stretch of a passage."""
    columns = {
        "id": str,
        "passage": str,
        "topic": str,
        "question": str,
        "kind": str,
        "start": int,
        "end": int,
    }
    db.table("pairs").create(columns, pk="id", foreign_keys=[("passage", "passages", "id")])
    db.table("pairs").create_index(["passage"])
    db.table("pairs").create_index(["topic"])


def deadlines_and_targets(db: Database) -> None:
    """What is due when, and which goals have which values."""
    place = {
        "id": str,
        "document": str,
        "passage": str,
        "sentence": str,
        "sentence_start": int,
        "sentence_end": int,
    }
    times = {
        "kind": str,
        "phrase": str,
        "task": str,
        "start": str,
        "end": str,
        "precision": str,
        "bodies": str,
    }
    goals = {"indicator": str, "op": str, "value": str, "unit": str, "by": str}
    for name, columns in (("deadlines", times), ("targets", goals)):
        db.table(name).create(
            {**place, **columns, "redacted": int}, pk="id", foreign_keys=[("document", "documents", "id")]
        )
        db.table(name).create_index(["document"])
        db.table(name).create_index(["passage"])


def facts(db: Database) -> None:
    """What the knowledge base knows of itself: the analyzer's version, when it was loaded."""
    db.table("facts").create({"name": str, "value": str}, pk="name")


def rows(db: Database) -> None:
    """Passages that are rows of tables: their cells with their headers."""
    db.table("passages").add_column("row", str)


def versions(db: Database) -> None:
    """Who speaks, the issuing number; which document stands for which, and the hashes that tell they are alike."""
    for name in ("subtitle", "speaker", "post", "issue", "signed", "instead", "replaced"):
        db.table("documents").add_column(name, str)
    db.table("documents").add_column("sketched", int)
    db.execute(
        "CREATE TABLE sketches (hash INTEGER, document TEXT, PRIMARY KEY (hash, document)) WITHOUT ROWID"
    )
    db.execute("CREATE INDEX sketches_document ON sketches (document)")


def origins(db: Database) -> None:
    """The files of the corpus, one of which may hold several; how each looked when it was read."""
    numbers = {"size": int, "modified": int, "changed": int, "inode": int}
    db.table("origins").create({"path": str, "digest": str, "said": str, **numbers}, pk="path")
    db.table("files").add_column("origin", str)
    db.execute("UPDATE files SET origin = path")
    db.execute("INSERT INTO origins (path, digest, said, size) SELECT path, '', '', -1 FROM files")
    db.table("files").create_index(["origin"])


def page_numbers(db: Database) -> None:
    """The printed page on which a passage begins."""
    db.table("passages").add_column("page", int)


def issuers(db: Database) -> None:
    """The body that signs a document."""
    db.table("documents").add_column("issuer", str)


def roles_of_deadlines(db: Database) -> None:
    """Who leads and who supports, why a time means its days, the other sentences that state the same; and the value
    that a target starts from."""
    for name in ("roles", "explanation", "also"):
        db.table("deadlines").add_column(name, str)
    db.table("targets").add_column("base", str)


def validity(db: Database) -> None:
    """The last day on which a document is in force, and what abolishes it."""
    for name in ("expires", "abolished_by"):
        db.table("documents").add_column(name, str)


def variants_of_questions(db: Database) -> None:
    """Other wordings of a question, and the words of its answer that tell what is asked for."""
    db.table("pairs").add_column("variants", str)
    for name in ("said_start", "said_end"):
        db.table("pairs").add_column(name, int)


def removed_documents(db: Database) -> None:
    """The documents that were there and are no more, in the order of their going; none that was for some alone."""
    db.table("removed").create({"id": str, "path": str, "part": str})
    db.table("removed").create_index(["id"])


def recognised_text(db: Database) -> None:
    """Which passages, and documents, hold text that was recognised on scanned pages."""
    for name in ("passages", "documents"):
        db.table(name).add_column("recognised", int)


def vectors(db: Database) -> None:
    """What passages mean, as vectors, where an encoder was installed; by the number of the passage."""
    db.table("vectors").create({"number": int, "packed": bytes}, pk="number")


def posting_lists(db: Database) -> None:
    """Posting lists that are read at once."""
    create_postings(db)
    terms, sounds = PostingsWriter(db, "terms"), PostingsWriter(db, "sounds")
    for row in db.execute("SELECT rowid, body, headings || ' ' || questions FROM terms ORDER BY rowid"):
        terms.add(*row)
    for row in db.execute("SELECT rowid, body FROM sounds ORDER BY rowid"):
        sounds.add(*row)
    terms.write()
    sounds.write()


def no_full_text_tables(db: Database) -> None:
    """The full-text tables of SQLite go, which no search reads any more; of each passage its sounds are kept."""
    db.execute("CREATE TABLE sounds_kept (rowid INTEGER PRIMARY KEY, body TEXT)")
    db.execute("INSERT INTO sounds_kept (rowid, body) SELECT rowid, body FROM sounds")
    for table in ("terms", "sounds"):
        db.execute(f"DROP TABLE {table}")
    db.execute("ALTER TABLE sounds_kept RENAME TO sounds")


MIGRATIONS: tuple[Callable[[Database], None], ...] = (
    files_and_documents,
    passages,
    pairs,
    deadlines_and_targets,
    facts,
    rows,
    versions,
    origins,
    page_numbers,
    issuers,
    roles_of_deadlines,
    validity,
    variants_of_questions,
    removed_documents,
    recognised_text,
    vectors,
    posting_lists,
    no_full_text_tables,
)
VERSION = len(MIGRATIONS)


def migrate(db: Database) -> None:
    """Bring a database to the present schema; each migration is committed with its number."""
    for number in range(version(db), VERSION):
        with db.conn:
            MIGRATIONS[number](db)
            db.execute(f"PRAGMA user_version = {number + 1}")


def version(db: Database) -> int:
    """The number of migrations that a database has seen."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def is_ours(db: Database) -> bool:
    """Whether the file is no database of another program: ours bears no mark."""
    return not db.execute("PRAGMA application_id").fetchone()[0]
