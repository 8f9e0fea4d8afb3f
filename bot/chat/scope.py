"""The documents that a chat is narrowed to."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.context import ChatContext
from bot.rendering.citations import source
from bot.rendering.markup import shortened
from knowledge.documents import Document
from knowledge.knowledge_base import KnowledgeBase

LONGEST_TITLE = 30
NAMED = 3  # documents of a scope that are told by title


def scoped(knowledge: KnowledgeBase, scope: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of a scope that are still documents of the knowledge base."""
    present = {document.id for document in knowledge.documents()} if scope else set()
    return tuple(document for document in scope if document in present)


def scope_notes(knowledge: KnowledgeBase, setting: ChatContext) -> list[str]:
    """The line that says to which documents the chat is narrowed, none when it is to all."""
    chosen = [document for document in knowledge.documents() if document.id in setting.scope]
    if not setting.scope or not chosen:
        return []
    titles = "、".join(short_title(document, setting) for document in chosen[:NAMED])
    more = setting.words.scope_more.format(count=len(chosen)) if len(chosen) > NAMED else ""
    return [setting.words.scope_on.format(titles=titles + more)]


def short_title(document: Document, setting: ChatContext, length: int = LONGEST_TITLE) -> str:
    """The title with its year, short enough for a list or a button."""
    year = setting.words.cited_year.format(year=document.year) if document.year else ""
    title = (
        source(replace(document, recognised=False), (), setting.words)
        .removesuffix(year)
        .removeprefix("《")
        .removesuffix("》")
    )
    return f"《{shortened(title, length)}》{year}"
