"""The words of the text that answer a generated pair, as an editor gives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.knowledge_base import KnowledgeBase
from knowledge.store.records import QuestionAnswer, StoredPassage
from knowledge.teaching.lessons import Edit
from knowledge.teaching.stretches import find_stretch


def with_answer(knowledge: KnowledgeBase, edit: Edit, pair: QuestionAnswer, words: str) -> Edit | None:
    """The edit of a generated pair with some words of its section as the answer, None where they do not stand there.

    No words, and those that answer it anyway, are the generated answer.
    """
    if not words.strip():
        return replace(edit, answer="")
    stretch = find_stretch(words, _section(knowledge, pair.passage), pair.start)
    if stretch is None:
        return None
    generated = (stretch.passage.id, stretch.start, stretch.end) == (pair.passage, pair.start, pair.end)
    return replace(edit, answer="" if generated else stretch.text)


def printed_answer(knowledge: KnowledgeBase, pair: QuestionAnswer) -> str:
    """The words that answer a pair, as they are printed."""
    answer = knowledge.passage(pair.passage)
    return answer.passage[pair.start - answer.span[0] : pair.end - answer.span[0]] if answer else ""


def _section(knowledge: KnowledgeBase, passage_id: str) -> Iterator[StoredPassage]:
    """The passage of an id, then the others under its innermost heading."""
    answer = knowledge.passage(passage_id)
    passages = knowledge.stored_passages(answer.document.id) if answer else []
    own = next((passage for passage in passages if passage.id == passage_id), None)
    if own:
        yield own
        depth = len(own.headings)
        inside = (passage for passage in passages if passage.headings[:depth] == own.headings)
        yield from (passage for passage in inside if passage.id != own.id)
