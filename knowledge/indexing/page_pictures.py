"""The picture of a page of a document, for people who compare it with what was recognised."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from knowledge.corpus.files import is_file_of
from knowledge.documents import Document
from knowledge.indexing.ingestion import one_answer
from knowledge.indexing.recognition import page_picture
from loaders.containers import archive
from loaders.isolation.sandbox import DATA


def picture_of(corpus: Path, document: Document, page: int) -> bytes | None:
    """A page of a document as a JPEG picture; None where the file is gone or cannot be drawn, or the extra `scans` is
    not installed. Arguments: the corpus folder; the document; the number of the page, from 1."""
    file = document.file_in(corpus)
    if not is_file_of(corpus, file):
        return None
    data: bytes | None = file.read_bytes()
    if data and file != corpus / document.path:
        data = _member(data, file.relative_to(corpus).as_posix(), document.path)
    return page_picture(data, page) if data else None


def _member(data: bytes, container: str, path: str) -> bytes | None:
    """A file in an archive, unpacked in a confined process."""
    job: dict[str, Any] = {"path": container, "entries": []}
    for name in one_answer(job, data).get("members", ()):
        if archive.member_path(container, name) == path:
            content: bytes | None = one_answer({**job, "unpack": [name]}, data).get(DATA)
            return content
    return None
