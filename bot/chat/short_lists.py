"""The short form of a list (应当符合下列条件：…): its lead-in with the first points, the others named by their marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages import Messages
from knowledge.answers import Answer, Reply
from knowledge.passages.enumerations import enumeration_in

LONGEST = 160  # characters of a list in its short form; its first point stands there however long it is


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
    fitting = [end for end in ends if end <= LONGEST] or ends[:1]
    others = enumeration.points[len(fitting) :]
    return ShortList(fitting[-1], tuple(text[point.start : point.end].strip(" .．、") for point in others))


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
