"""The documents as they are stored."""

from __future__ import annotations

from knowledge.documents import Document
from knowledge.store.engine import Connection
from knowledge.store.queries.reading import iterate_rows
from knowledge.store.rows import document_of


def read_documents(db: Connection) -> dict[str, Document]:
    """All documents by id, in the order of their files."""
    rows = iterate_rows(db, "SELECT * FROM documents ORDER BY path, position")
    return {row["id"]: document_of(row) for row in rows}
