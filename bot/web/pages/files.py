"""/d/{document}/file: the original file; what of the files may be shown at all."""

from __future__ import annotations

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response

from bot.web.page_pictures import can_be_drawn
from bot.web.visit import Visit
from knowledge.corpus.files import is_file_of
from knowledge.documents import Document


def document_of(visit: Visit) -> Document:
    """The document of the address; HTTPException 410 where it was there for everybody, 404 else."""
    if document := visit.knowledge.document(visit.place):
        return document
    raise HTTPException(410 if visit.knowledge.is_removed(visit.place) else 404)


def has_file(visit: Visit, document: Document) -> bool:
    """Whether the file of a document may be sent and is there."""
    return visit.setting.files and is_file_of(visit.corpus, document.file_in(visit.corpus))


def drawn_file(visit: Visit, document: Document) -> Path | None:
    """The file of a document whose pages can be shown as pictures, None where they cannot or may not."""
    file = visit.corpus / document.path  # one in an archive is none
    shown = visit.setting.files and is_file_of(visit.corpus, file) and can_be_drawn(file)
    return file if shown else None


def file_page(visit: Visit) -> Response:
    """The original file, where files may be sent."""
    document = document_of(visit)
    if not has_file(visit, document):
        raise HTTPException(404)
    path = document.file_in(visit.corpus)
    return FileResponse(path, filename=path.name, media_type="application/octet-stream")
