"""How long an answer is shown: the sentences that answer, the passage, or the part of the section around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.messages import Messages
from bot.rendering.answers import answering
from bot.state.chats.preferences import Length
from knowledge.answers import Answer, Item, Reply
from knowledge.deadlines.deadlines import Deadline
from knowledge.knowledge_base import KnowledgeBase
from knowledge.passages.enumerations import enumeration_in
from knowledge.targets.targets import Target
from knowledge.text.spans import overlap

LONGEST_LIST = 160  # characters of a list in its short form; its first point stands there however long it is
LONGEST = 900  # characters of a long answer: one message with its dates and its source

Fact = TypeVar("Fact", Deadline, Target)


@dataclass(frozen=True, slots=True)
class ShortList:
    """Where the short form of a list ends in its text, and the marks of the points after it: （四）, （五）."""

    end: int
    left_out: tuple[str, ...]


def short_list(text: str, highlights: Sequence[tuple[int, int]]) -> ShortList | None:
    """The short form of a text that is a list and is answered by its lead-in, None of every other."""
    enumeration = enumeration_in(text)
    if enumeration is None or not highlights or highlights[0][0] >= enumeration.lead_in:
        return None
    ends = [*(point.start for point in enumeration.points[1:]), len(text)]
    fitting = [end for end in ends if end <= LONGEST_LIST] or ends[:1]
    others = enumeration.points[len(fitting) :]
    return ShortList(fitting[-1], tuple(text[point.start : point.end].strip(" .．、") for point in others))


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
        fact for fact in facts if overlap(fact.sentence_span, span) or not overlap(fact.sentence_span, whole)
    )


def _widened(answer: Answer, section: Sequence[Answer]) -> Answer:
    """The answer between its neighbours of the section, as many as there is room for, the nearest first."""
    section = [passage for passage in section if _is_beside(passage, answer)]
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


def _is_beside(passage: Answer, answer: Answer) -> bool:
    """Whether a passage is the one that was asked for, or none that the answer holds already."""
    return passage.passage_id == answer.passage_id or passage.passage not in answer.passage


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


def list_text(reply: Reply) -> str:
    """The lead-in and all points of a reply that lists them, as the document has them."""
    return "\n".join(item.answer.passage for item in reply.items)


def left_out_notes(reply: Reply, words: Messages) -> list[str]:
    """What the short form of the first answer leaves out, a sentence a list; several questions each have theirs."""
    parts = [part for part in reply.parts or (reply,) if part.answered and part.answers]
    shortened = (short_list(*_listed(part)) for part in parts)
    return [
        words.lists.left_out.format(
            count=len(short.left_out), marks=words.lists.between_marks.join(short.left_out)
        )
        for short in shortened
        if short and short.left_out
    ]


def _listed(reply: Reply) -> tuple[str, Sequence[tuple[int, int]]]:
    first: Answer = reply.answers[0]
    return (list_text(reply) if reply.items_kind == "points" else first.passage), first.highlights
