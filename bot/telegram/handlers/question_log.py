"""What is written down of a question, and what a person has said of its answer; neither may keep an answer back."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from telegram import Chat

from bot.chat.feedback_buttons import marked
from bot.chat.response import Response
from bot.concurrency import in_thread
from bot.errors import StateError, explain
from bot.messages import Messages
from bot.metrics import ANSWER_SECONDS, QUESTIONS
from bot.state.usage.question_log import AskedQuestion
from bot.telegram.delivery.journal import journal_of
from bot.telegram.handlers.feedback import standing
from bot.telegram.transport.services import Context, Services, services_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PendingQuestion:
    """A question that is being answered: who asked what in which chat, and since when they wait."""

    chat: Chat
    person: int
    text: str = ""  # as it was typed, of a button nothing
    since: float = field(default_factory=time.monotonic)


async def with_votes(
    context: Context, asking: PendingQuestion, response: Response, words: Messages, number: int | None = None
) -> Response:
    """The response with what the person has said of it on its buttons; a group sees nothing of that.

    `number` is the message that it will be the text of, None for a new one.
    """
    return await in_thread(read_votes, services_of(context), asking, response, words, number)


def read_votes(
    services: Services, asking: PendingQuestion, response: Response, words: Messages, number: int | None
) -> Response:
    """The same, in a thread."""
    if asking.chat.type != Chat.PRIVATE:
        return response
    mine = partial(standing, services, asking.person, asking.chat.id, number)
    try:
        return replace(response, messages=marked(response.messages, mine, words))
    except StateError as error:
        log.warning("%s", explain(error))
        return response


async def write_down(
    context: Context, asking: PendingQuestion, response: Response, numbers: Sequence[int]
) -> None:
    """Writes the question into the log, with the message that has the answer's buttons."""
    if response.reply is None:
        return
    waited = round((time.monotonic() - asking.since) * 1000)
    QUESTIONS.labels(response.reply.zone).inc()
    ANSWER_SECONDS.observe(waited / 1000)
    add, asked = services_of(context).state.questions.add, _asked(asking, response, waited)
    await journal_of(context).note(partial(add, asked, numbers[-1] if numbers else None))


async def note_opened(context: Context, chat: int, before: int, numbers: Sequence[int]) -> None:
    """Notes that what a button brought answers the question of the message before."""
    questions = services_of(context).state.questions
    try:
        for number in numbers[-1:]:
            await in_thread(questions.answered_again, chat, before, number)
    except StateError as error:
        log.warning("%s", explain(error))


def _asked(asking: PendingQuestion, response: Response, waited: int) -> AskedQuestion:
    reply = response.reply
    assert reply
    first = reply.answers[0] if reply.answers else None
    return AskedQuestion(
        person=asking.person,
        chat=asking.chat.id,
        # A follow-up is kept as it was understood: by itself it would say nothing when asked again.
        text=asking.text if reply.parts and asking.text else reply.question,
        zone=reply.zone,
        confidence=reply.confidence,
        document=first.document.id if first else "",
        passage=first.passage_id if first else "",
        milliseconds=waited,
    )
