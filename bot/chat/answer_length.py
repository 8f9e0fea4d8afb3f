"""How long an answer is shown: the sentences that answer, the passage, or the part of the section around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from bot.chat.short_lists import list_text, short_list
from bot.rendering.answers import answering
from bot.state.chats.preferences import Length
from knowledge.answers import Answer, Item, Reply
from knowledge.deadlines.deadlines import Deadline
from knowledge.knowledge_base import KnowledgeBase
from knowledge.targets.targets import Target

LONGEST = 900  # characters of a long answer: one message with its dates and its source

Fact = TypeVar("Fact", Deadline, Target)


def reply_of_length(knowledge: KnowledgeBase, reply: Reply, length: Length) -> Reply:
    """The reply with what answers shown at this length; what is only offered stays as it is."""
    if length == "normal":
        return reply
    parts = tuple(reply_of_length(knowledge, part, length) for part in reply.parts)
    if not (reply.answered and reply.answers):
        return replace(reply, parts=parts)
    first = answer_of_length(knowledge, reply.answers[0], length)
    items = _first_points(reply) if length == "short" and reply.items_kind == "points" else reply.items
    return replace(reply, parts=parts, answers=(first, *reply.answers[1:]), items=items)


def answer_of_length(knowledge: KnowledgeBase, answer: Answer, length: Length) -> Answer:
    """The answer shown at this length, word for word as before."""
    if length == "short":
        return _answering_sentences(answer)
    return _widened(answer, knowledge.section(answer.passage_id)) if length == "long" else answer


def _first_points(reply: Reply) -> tuple[Item, ...]:
    """The lead-in of a list with its first points, as one item."""
    text, first = list_text(reply), reply.items[0].answer
    short = short_list(text, reply.answers[0].highlights)
    return (Item(replace(first, passage=text[: short.end].rstrip())),) if short else reply.items


def short_passage(answer: Answer) -> str:
    """The passage of an answer that is shown short."""
    return _answering_sentences(answer).passage


def _answering_sentences(answer: Answer) -> Answer:
    """The sentences that answer; all of the passage when nothing in it stands out."""
    if not answer.highlights:
        return answer
    listed = short_list(answer.passage, answer.highlights)
    start, stop = (0, listed.end) if listed else answering(answer)
    shorter = replace(
        answer,
        passage=answer.passage[start:stop].rstrip(),
        highlights=tuple((begin - start, end - start) for begin, end in answer.highlights),
        span=(answer.span[0] + start, answer.span[0] + stop),
    )
    inside = (answer.span, shorter.span)
    return replace(
        shorter, deadlines=_kept(answer.deadlines, *inside), targets=_kept(answer.targets, *inside)
    )


def _kept(facts: Sequence[Fact], whole: tuple[int, int], span: tuple[int, int]) -> tuple[Fact, ...]:
    """The facts of the sentences that are kept, and of those that stand outside the passage."""
    return tuple(
        fact
        for fact in facts
        if _overlaps(fact.sentence_span, span) or not _overlaps(fact.sentence_span, whole)
    )


def _overlaps(first: tuple[int, int], second: tuple[int, int]) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def _widened(answer: Answer, section: Sequence[Answer]) -> Answer:
    """The answer between its neighbours of the section, as many as there is room for, the nearest first."""
    places = [place for place, passage in enumerate(section) if passage.passage_id == answer.passage_id]
    if not places:
        return answer
    texts = [answer.passage if at == places[0] else passage.passage for at, passage in enumerate(section)]
    first, last = _room(texts, places[0])
    shift = sum(len(text) + 1 for text in texts[first : places[0]])
    text = "\n".join(texts[first : last + 1])
    start = answer.span[0] - shift  # what is counted from it in the passage is counted from there in the text
    return replace(
        answer,
        passage=text,
        highlights=tuple((begin + shift, end + shift) for begin, end in answer.highlights),
        span=(start, start + len(text)),
    )


def _room(texts: Sequence[str], place: int) -> tuple[int, int]:
    """The first and last of the neighbours that fit: what follows comes before what precedes."""
    first = last = place
    used = len(texts[place])
    grown = True
    while grown:
        grown = False
        if last + 1 < len(texts) and used + len(texts[last + 1]) < LONGEST:
            last, grown = last + 1, True
            used += len(texts[last]) + 1
        if first > 0 and used + len(texts[first - 1]) < LONGEST:
            first, grown = first - 1, True
            used += len(texts[first]) + 1
    return first, last
