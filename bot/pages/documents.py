"""/documents: what the bot has read. /scope: which of it a chat wants its answers from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.callback_data.browsing import (
    EVERY_DOCUMENT,
    ListDocuments,
    ListScope,
    OpenDocument,
    SendFile,
    ToggleScope,
)
from bot.callback_data.documents import ManageDocument
from bot.callback_data.scheduled import WatchDocument
from bot.chat.context import ChatContext
from bot.chat.keyboards import number_rows, page_note, turn_rows
from bot.chat.response import Response, told, turned
from bot.chat.scope import short_title
from bot.rendering.citations import source
from bot.rendering.markup import Block, line, shortened, to_html, visible
from bot.rendering.message import Button
from bot.rendering.paging import ListPage, page_of
from knowledge.documents import Document
from knowledge.knowledge_base import KnowledgeBase

A_PAGE = 8
HEADINGS = 40  # told of one document
LONGEST_HEADING = 60


def documents_about(knowledge: KnowledgeBase, setting: ChatContext, typed: str) -> Response:
    """What /documents brings with words after it: the one document that they name, the first of those, else all."""
    asked = typed.split()
    named = [document for document in knowledge.documents() if asked and _is_named(document, asked)]
    if len(named) == 1:
        return document_page(knowledge, setting, OpenDocument(named[0].id, 0))
    if not named:
        return _documents_page(knowledge, setting, ListDocuments(), typed)
    page = page_of(named[:A_PAGE], 0, A_PAGE)
    heading = line(setting.words.documents_named.format(typed=visible(typed), count=len(named)))
    return turned(to_html((heading, *_lines(knowledge, setting, page))), number_rows(page, _keys(page)))


def documents_page(knowledge: KnowledgeBase, setting: ChatContext, button: ListDocuments) -> Response:
    """A page of the documents with what is known of them."""
    return _documents_page(knowledge, setting, button)


def _documents_page(
    knowledge: KnowledgeBase, setting: ChatContext, button: ListDocuments, unknown: str = ""
) -> Response:
    """A page of the documents; before it what is told of words that name none of them."""
    words, documents = setting.words, knowledge.documents()
    if not documents:
        return told(words.no_documents)
    page = page_of(documents, button.page, A_PAGE)
    missing = (line(words.no_document_named.format(typed=visible(unknown))),) if unknown else ()
    heading = line(words.documents_heading.format(count=len(documents), place=page_note(page, words)))
    blocks = (*missing, heading, *_lines(knowledge, setting, page))
    return turned(to_html(blocks), (*number_rows(page, _keys(page)), *turn_rows(page, words, ListDocuments)))


def _keys(page: ListPage[Document]) -> list[OpenDocument]:
    return [OpenDocument(document.id, page.number) for document in page.items]


def _is_named(document: Document, asked: Sequence[str]) -> bool:
    """Whether every word that is asked for stands in what a document is called by."""
    called = " ".join(
        filter(None, (document.title, document.place, document.speaker, str(document.year or "")))
    )
    return all(word in called for word in asked)


def document_page(knowledge: KnowledgeBase, setting: ChatContext, button: OpenDocument) -> Response:
    """A document with its outermost headings."""
    document = document_of(knowledge, button.document)
    if document is None:
        return told(setting.words.document_gone)
    words = setting.words
    file = ((Button(words.original_file, SendFile(document.id).pack()),),) if setting.files else ()
    back = (Button(words.back_to_documents, ListDocuments(button.page).pack()),)
    managing = Button(words.documents.manage, ManageDocument(document.id).pack())
    manage = ((managing,),) if setting.editor else ()
    watch = (
        ((Button(words.watches.watch_document, WatchDocument(document.id).pack()),),)
        if setting.may_watch
        else ()
    )
    return turned(to_html(_outline(knowledge, setting, document)), (*file, *watch, *manage, back))


def scope_page(knowledge: KnowledgeBase, setting: ChatContext, button: ListScope) -> Response:
    """A page of the documents, each with a button that takes it into the scope or out."""
    words, documents = setting.words, knowledge.documents()
    if not documents:
        return told(words.no_documents)
    page = page_of(documents, button.page, A_PAGE)
    keys = tuple((_toggle(document, page, setting),) for document in page.items)
    ending = Button(words.scope_all, ToggleScope(EVERY_DOCUMENT, page.number).pack())
    every = ((ending,),) if setting.scope else ()
    now = words.scope_some.format(count=len(setting.scope)) if setting.scope else words.scope_none
    blocks = (line(words.scope_heading), line(now))
    return turned(to_html(blocks), (*keys, *turn_rows(page, words, ListScope), *every))


def toggle(knowledge: KnowledgeBase, setting: ChatContext, button: ToggleScope) -> Response:
    """Takes a document into the scope or out, or ends the narrowing."""
    every = [document.id for document in knowledge.documents()]
    if button.document not in (*every, EVERY_DOCUMENT):
        return told(setting.words.document_gone)
    chosen = set() if button.document == EVERY_DOCUMENT else set(setting.scope) ^ {button.document}
    scope = tuple(document for document in every if document in chosen)
    scope = () if len(scope) == len(every) else scope  # all of them is no narrowing
    page = scope_page(knowledge, replace(setting, scope=scope), ListScope(button.page))
    return replace(page, scope=scope)


def document_of(knowledge: KnowledgeBase, document_id: str) -> Document | None:
    """The document of an id, None when it is no longer there."""
    return knowledge.document(document_id)


def _lines(knowledge: KnowledgeBase, setting: ChatContext, page: ListPage[Document]) -> Iterator[Block]:
    for number, document in enumerate(page.items, page.first + 1):
        mark = setting.words.in_scope if document.id in setting.scope else ""
        yield line(f"{number}. {source(document, (), setting.words)}{mark}{_standing(document, setting)}")
        yield line(_facts(knowledge, setting, document))


def _facts(knowledge: KnowledgeBase, setting: ChatContext, document: Document) -> str:
    count = len(knowledge.headings(document.id))
    sections = (setting.words.sections.format(count=count),) if count else ()
    part = document.part if document.part != document.title else None
    return "    " + " · ".join([*filter(None, (document.place, part)), *sections])


def _standing(document: Document, setting: ChatContext) -> str:
    """Which other document answers in its place, and why."""
    words = setting.words
    return {"duplicate": words.replaced_duplicate, "older": words.replaced_older}.get(
        document.replaced or "", ""
    )


def _outline(knowledge: KnowledgeBase, setting: ChatContext, document: Document) -> Iterator[Block]:
    headings = knowledge.headings(document.id)
    yield line(source(document, (), setting.words) + _standing(document, setting), bold=True)
    speaker = " ".join(filter(None, (document.post, document.speaker)))
    yield from (
        line(detail) for detail in (document.subtitle, document.issue, speaker, document.place) if detail
    )
    if not headings:
        yield line(setting.words.no_headings)
    yield from (line(shortened(heading, LONGEST_HEADING)) for heading in headings[:HEADINGS])
    if len(headings) > HEADINGS:
        yield line("……")


def _toggle(document: Document, page: ListPage[Document], setting: ChatContext) -> Button:
    mark = "✅ " if document.id in setting.scope else ""
    return Button(mark + short_title(document, setting), ToggleScope(document.id, page.number).pack())
