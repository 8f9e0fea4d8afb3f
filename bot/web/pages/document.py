"""/d/{document}: the text under its headings, its deadlines and targets beside it; /p/{passage}: opened at a passage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.rendering.citations import source
from bot.rendering.dates import days_left, deadline_date, target_date, target_value
from bot.rendering.markup import visible
from bot.rendering.table_rows import cited_section, readable
from bot.web.addresses import document_url
from bot.web.pages.files import document_of, drawn_file, has_file
from bot.web.visit import Page, Shown, Visit
from knowledge.answers import Answer
from knowledge.documents import Document

DEEPEST = 5  # levels of headings below the title that HTML has


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text: its level, counted from 0, and the name of its place in the page."""

    text: str
    level: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin: what it is, when, and of what."""

    kind: str
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage with the headings that begin before it and the notes beside it; `page` is its printed page, if there
    are pages, and `begins_page`: it is the first to begin there."""

    id: str
    text: str
    headings: tuple[Heading, ...]
    notes: tuple[Note, ...]
    page: int | None
    begins_page: bool


def document_page(visit: Visit) -> Page:
    """A document; `p` in the query names the passage that is marked."""
    values = visit.prepared(("/d", visit.place), lambda: _values(visit), lambda made: len(made["paragraphs"]))
    moved, marked = bool(visit.query.get("moved")), visit.query.get("p", "")
    return Page("document.html", {**values, "moved": moved, "marked": marked})


def _values(visit: Visit) -> Mapping[str, Any]:
    document = document_of(visit)
    paragraphs = list(_paragraphs(visit.knowledge.text(document.id), visit))
    return {
        "document": document,
        "title": source(document, (), visit.words),
        "about": _about(document),
        "outline": [heading for paragraph in paragraphs for heading in paragraph.headings],
        "paragraphs": paragraphs,
        "file": f"{document_url(document.id)}/file" if has_file(visit, document) else "",
        "pages": f"{document_url(document.id)}/page" if drawn_file(visit, document) else "",
    }


def passage_page(visit: Visit) -> Shown:
    """The document of a passage, opened where the passage stands."""
    answer = visit.knowledge.passage(visit.place)
    return _opened_at(answer) if answer else _changed(visit)


def _opened_at(answer: Answer, moved: bool = False) -> Response:
    """The way to a passage in its document: the browser goes to its place by itself."""
    id_ = answer.passage_id
    note = "&moved=1" if moved else ""
    return RedirectResponse(f"{document_url(answer.document.id)}?p={id_}{note}#p-{id_}", 302)


def _changed(visit: Visit) -> Shown:
    """Where the words of a citation stand now, else that they are gone; only the bot's own citations are told."""
    words = visit.query.get("t", "")
    if not (visit.site and visit.site.cited(visit.place, words, visit.query.get("s", ""))):
        raise HTTPException(404)
    for answer in visit.knowledge.search(words):
        if words in "".join(answer.passage.split()):
            return _opened_at(answer, moved=True)
    return Page("changed.html", {"cited": visible(words)}, 410)


def _about(document: Document) -> str:
    speaker = " ".join(filter(None, (document.post, document.speaker)))
    details = (document.subtitle, document.issue, speaker, document.issuer, document.place)
    return " · ".join(visible(part) for part in details if part)


def _paragraphs(passages: Sequence[Answer], visit: Visit) -> Iterator[Paragraph]:
    """The passages, each with the headings that begin with it."""
    above: tuple[str, ...] = ()
    count, last_page = 0, None  # the page on which the passage before begins
    for answer in passages:
        section = cited_section(answer)
        headings = tuple(_begun(above, section, count))
        above, count = section, count + len(headings)
        yield Paragraph(
            id=answer.passage_id,
            text=visible(readable(answer)).strip(),
            headings=headings,
            notes=tuple(_notes(answer, visit)),
            page=answer.page,
            begins_page=answer.page not in (None, last_page),
        )
        last_page = answer.page


def _begun(above: tuple[str, ...], section: tuple[str, ...], count: int) -> Iterator[Heading]:
    """The headings of a section that did not stand over the passage before."""
    pairs = list(zip(above, section, strict=False))
    same = next((place for place, (old, new) in enumerate(pairs) if old != new), len(pairs))
    for level, text in enumerate(section[same:], same):
        count += 1
        yield Heading(visible(text), min(level, DEEPEST - 1), f"h-{count}")


def _notes(answer: Answer, visit: Visit) -> Iterator[Note]:
    say, today = visit.words, visit.setting.today
    for deadline in answer.deadlines:
        left = days_left(deadline, today, say)
        when = " ".join(filter(None, (deadline_date(deadline, say) or deadline.phrase, left)))
        yield Note(say.web.due, visible(when), visible(deadline.task))
    for target in answer.targets:
        yield Note(
            say.web.goal, target_date(target, say), visible(f"{target.indicator} {target_value(target, say)}")
        )
