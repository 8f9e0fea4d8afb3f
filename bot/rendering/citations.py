"""Where a passage stands, and the passage with that, ready to be pasted elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.messages import Messages
from bot.rendering.markup import shortened, units, visible
from bot.rendering.table_rows import cited_section, readable
from knowledge.answers import Answer
from knowledge.documents import Document
from knowledge.passages.validity import is_draft

LONGEST = 256  # what a copy button of Telegram holds
LONGEST_HEADING = 60  # characters


def source(document: Document, section: Sequence[str], words: Messages) -> str:
    """Where a passage stands: 《title》（year）› section › section."""
    title = "《" + document.title.removeprefix("《").removesuffix("》") + "》"
    year = words.cited_year.format(year=document.year) if document.year else ""
    recognised = words.recognised_document if document.recognised else ""
    return " › ".join(
        [
            title + year + _namesake(document, words) + _validity(document, words) + recognised,
            *(shortened(heading, LONGEST_HEADING) for heading in section),
        ]
    )


def _namesake(document: Document, words: Messages) -> str:
    """Who speaks and on which day, where another document of the year bears the same title."""
    date = document.date.iso if document.date and document.date.month else ""
    parts = [part for part in (document.speaker or document.issuer, date) if part]
    return words.cited_namesake.format(parts=" ".join(parts)) if document.namesake and parts else ""


def _validity(document: Document, words: Messages) -> str:
    """That a document is a draft, abolished, or in force for a time alone."""
    notes = words.conditions.validity
    if document.abolished_by:
        return notes["abolished"].format(by=document.abolished_by.strip("《》"))
    if is_draft(document.title):
        return notes["draft"]
    return notes["expires"].format(date=document.expires) if document.expires else ""


def cited(answer: Answer, words: Messages) -> str:
    """Where an answer stands, with its printed page where there are pages: … › section，第3页; whether it was recognised
    on a scan."""
    page = words.cited_page.format(page=answer.page) if answer.page else ""
    recognised = words.cited_recognised if answer.recognised else ""
    document = replace(answer.document, recognised=False)
    return source(document, cited_section(answer), words) + page + recognised


def copied(answer: Answer, words: Messages) -> str:
    """The passage with its citation; where both are too long, the citation alone."""
    place = visible(cited(answer, words))
    whole = visible(readable(answer)) + "\n" + words.citation.format(source=place)
    if units(whole) <= LONGEST:
        return whole
    return place if units(place) <= LONGEST else _cut(place)


def _cut(text: str) -> str:
    while units(text) >= LONGEST:
        text = text[:-1]
    return text + "…"
