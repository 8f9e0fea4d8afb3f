"""/s: the answer to a question as the chat gives it, and below it the passages that speak of the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup
from starlette.exceptions import HTTPException

from bot.chat.typed_length import refusal
from bot.conversation.ask import ask
from bot.rendering.citations import cited
from bot.rendering.markup import shortened, visible
from bot.rendering.table_rows import cited_section, readable
from bot.web.addresses import Link, links, passage_url
from bot.web.markup import marked, paragraphs
from bot.web.visit import Page, Visit
from knowledge.answers import Answer, Reply

MOST = 12  # passages below an answer
LONGEST_LABEL = 24


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A passage with what answers in it marked, where it stands, and the way there."""

    text: Markup
    source: str
    url: str


def search_page(visit: Visit) -> Page:
    """The answer to what was typed; without a question, the form alone."""
    question = visit.typed
    if not question:
        return Page("search.html", {"question": "", "answer": "", "links": [], "passages": []})
    if refusal(question, None, visit.words):
        raise HTTPException(413)
    response = ask(visit.knowledge, question, visit.setting)
    rows = tuple(row for message in response.messages for row in message.buttons)
    values = {
        "question": question,
        "answer": paragraphs(response.messages),
        "links": [*_sources(response.reply, visit), *links(rows)],
        "passages": list(_passages(visit, question, response.reply)),
    }
    return Page("search.html", values)


def _sources(reply: Reply | None, visit: Visit) -> Iterator[Link]:
    """The way to where each part of the answer stands."""
    for part in (reply.parts or (reply,)) if reply else ():
        if part.zone == "answer" and part.answers:
            first = part.answers[0]
            name = shortened(visible((cited_section(first) or (first.document.title,))[-1]), LONGEST_LABEL)
            yield Link(visit.words.web.read_there.format(place=name), passage_url(first.passage_id))


def _passages(visit: Visit, question: str, reply: Reply | None) -> Iterator[QuotedPassage]:
    """What answers first, then what a search finds; nothing below a question that is declined."""
    if reply is None or not (replies := [part for part in reply.parts or (reply,) if part.zone != "decline"]):
        return
    answers = [answer for part in replies for answer in part.answers]
    nearest = visit.knowledge.search(question, limit=MOST) if not reply.parts else []
    once = {answer.passage_id: answer for answer in (*reversed(nearest), *reversed(answers))}
    for answer in [once[id_] for id_ in dict.fromkeys(a.passage_id for a in (*answers, *nearest))][:MOST]:
        yield quoted(answer, visit)


def quoted(answer: Answer, visit: Visit) -> QuotedPassage:
    """A passage as a page quotes it."""
    text = marked(readable(answer), () if answer.row else answer.highlights)
    return QuotedPassage(text, cited(answer, visit.words), passage_url(answer.passage_id))
