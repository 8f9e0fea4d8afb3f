"""/: the documents that have been read, each with what is in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bot.rendering.citations import source
from bot.web.addresses import document_url
from bot.web.visit import Page, Visit
from knowledge.documents import Document


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document of the list: its name, where it is of, what is in it, and whether another answers in its place."""

    name: str
    url: str
    place: str
    facts: str
    replaced: bool


def home_page(visit: Visit) -> Page:
    """All documents, in the order of their files."""
    due = Counter(located.document.id for located in visit.knowledge.deadlines())
    goals = Counter(located.document.id for located in visit.knowledge.targets())
    lines = [_line(visit, document, due, goals) for document in visit.knowledge.documents()]
    return Page("home.html", {"documents": lines})


def _line(visit: Visit, document: Document, due: Counter[str], goals: Counter[str]) -> DocumentLine:
    sections = len(visit.knowledge.headings(document.id))
    facts = visit.words.web.facts.format(
        sections=sections, deadlines=due[document.id], targets=goals[document.id]
    )
    name, place = source(document, (), visit.words), document.place or ""
    return DocumentLine(name, document_url(document.id), place, facts, document.instead is not None)
