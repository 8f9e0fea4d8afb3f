"""/: the documents that have been read, each with what is in it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rendering.citations import source
from bot.rendering.paging import ListPage, page_of
from bot.web.addresses import document_url
from bot.web.visit import Page, Visit
from knowledge.documents import Document
from knowledge.store.queries.contents import Contents

A_PAGE = 100


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document of the list: its name, where it is of, what is in it, and whether another answers in its place."""

    name: str
    url: str
    place: str
    facts: str
    replaced: bool


def home_page(visit: Visit) -> Page:
    """A page of the documents, in the order of their files."""
    number = visit.page or 0
    page = visit.prepared(("/", number), lambda: _documents(visit, number), lambda page: len(page.items))
    return Page("home.html", {"page": page})


def _documents(visit: Visit, number: int) -> ListPage[DocumentLine]:
    page = page_of(visit.knowledge.documents(), number, A_PAGE)
    contents = visit.knowledge.contents([document.id for document in page.items])
    nothing = Contents()  # of a document that a load has just removed
    lines = [_line(visit, document, contents.get(document.id, nothing)) for document in page.items]
    return ListPage(lines, page.number, page.count, page.first)


def _line(visit: Visit, document: Document, contents: Contents) -> DocumentLine:
    facts = visit.words.web.facts.format(
        sections=contents.headings, deadlines=contents.deadlines, targets=contents.targets
    )
    name, place = source(document, (), visit.words), document.place or ""
    return DocumentLine(name, document_url(document.id), place, facts, document.instead is not None)
