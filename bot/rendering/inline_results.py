"""Inline mode: passages to choose from, in any chat."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.messages import Messages
from bot.rendering.answers import brief, passage_messages
from bot.rendering.citations import source
from bot.rendering.markup import has_words, shortened, visible
from bot.rendering.paging import page_of
from knowledge.answers import Answer
from knowledge.knowledge_base import KnowledgeBase

A_PAGE = 10
MOST = 50  # passages offered for one query
LONGEST_TITLE = 60
LONGEST_LINE = 60


@dataclass(frozen=True, slots=True)
class InlineResult:
    """A passage to choose: how it is listed, the message that it becomes, where the passage is read in a browser."""

    id: str
    title: str
    line: str
    html: str
    url: str = ""


def offers(
    knowledge: KnowledgeBase,
    query: str,
    offset: str,
    words: Messages,
    url_of: Callable[[Answer], str] = lambda answer: "",
) -> tuple[list[InlineResult], str]:
    """The offers for a query from a page on, and the offset of the next page, empty at the end.

    `url_of` tells where a passage is read in a browser, empty where it cannot be.
    """
    answers = knowledge.search(visible(query).strip(), limit=MOST)
    number = int(offset) if offset.isdecimal() and len(offset) < 3 else 0
    page = page_of(answers, number, A_PAGE)
    following = str(page.after) if page.after is not None else ""
    return list(_once(_offer(answer, words, url_of(answer)) for answer in page.items)), following


def help_offer(bot: str, words: Messages) -> InlineResult:
    """What is offered before anything has been typed."""
    return InlineResult(
        "help", words.inline_help_title, words.inline_help_line, words.inline_help.format(bot=bot)
    )


def _once(results: Iterable[InlineResult]) -> Iterable[InlineResult]:
    return {offer.id: offer for offer in results}.values()


def _offer(answer: Answer, words: Messages, url: str) -> InlineResult:
    title = brief(answer) if has_words(brief(answer)) else source(answer.document, answer.section, words)
    cited = shortened(source(answer.document, answer.section[-1:], words), LONGEST_LINE * 2)
    html = passage_messages(answer, words)[0].html
    return InlineResult(answer.passage_id, shortened(title, LONGEST_TITLE), visible(cited), html, url)
