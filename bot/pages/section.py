"""The whole section that a passage stands in."""

from __future__ import annotations

from collections.abc import Iterable

from bot.callback_data.browsing import OpenSection
from bot.chat.context import ChatContext
from bot.chat.response import Response, told
from bot.rendering.citations import source
from bot.rendering.markup import line, quotation
from bot.rendering.message import MessageDraft
from bot.rendering.table_rows import readable
from knowledge.answers import Answer
from knowledge.knowledge_base import KnowledgeBase

QUOTED = 800  # characters of a quotation: small enough to fill a message with several
MOST_PASSAGES = 60  # beyond that a chat is no place to read


def whole_section(knowledge: KnowledgeBase, setting: ChatContext, button: OpenSection) -> Response:
    """The section in as many messages as it needs, under its heading."""
    passages, words = knowledge.section(button.passage), setting.words
    if not passages:
        return told(words.text_changed)
    first = passages[0]
    place = min((one.section for one in passages), key=len)
    heading = line(source(first.document, place, words), bold=True)
    quoted = (quotation(text) for text in _paragraphs(passages[:MOST_PASSAGES]))
    rest = (line(words.section_cut),) if len(passages) > MOST_PASSAGES else ()
    return Response(MessageDraft((heading, *quoted, *rest)).messages())


def _paragraphs(passages: Iterable[Answer]) -> list[str]:
    """The passages of each heading together, so that a short section is one quotation and a long one fills its
    messages."""
    texts: list[str] = []
    last: tuple[str, ...] | None = None
    for passage in passages:
        if last == passage.section and len(texts[-1]) + len(passage.passage) < QUOTED:
            texts[-1] += "\n" + readable(passage, "；")
        else:
            texts.append(readable(passage, "；"))
        last = passage.section
    return texts
