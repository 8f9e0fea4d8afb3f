"""The documents as they are stored."""

from __future__ import annotations

from sqlite_utils import Database

from knowledge.documents import Document
from knowledge.store.rows import document_of


def read_documents(db: Database) -> dict[str, Document]:
    """All documents by id, in the order of their files."""
    rows = db.query("SELECT * FROM documents ORDER BY path, position")
    return {row["id"]: document_of(row) for row in rows}
