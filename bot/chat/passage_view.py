"""A view: which passage a message shows, and what else its buttons can bring.

The data behind a button is the whole view, so it works after a restart and needs no memory of the message: the
passages that answer the question, how the first of them answers, and where among them the reader stands.
"""

from __future__ import annotations

import struct
import threading
from base64 import b32decode, b32encode, urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from cachetools import LRUCache, cached

from knowledge.answers import Answer, Reply
from knowledge.knowledge_base import KnowledgeBase
from knowledge.query.answer_types import Kind

MOST = 5  # passages of a view: with more, its data would not fit 64 bytes
KINDS = ("", *get_args(Kind))
HEAD = struct.Struct(">Bh3s")  # kind, place and blank; steps; highlight
ID = 8  # bytes of an id
FARTHEST = 2**15 - 1
LONGEST = 2**12 - 1  # where a highlight can lie
MOST_KEPT = 4096  # passages of which is kept what stands around them


@dataclass(frozen=True, slots=True)
class View:
    """Passages that answer, best first; `at` is the one shown, or the one `step` passages away from it.

    `kind`, `highlight` and `redacted` tell how the first one answers.
    """

    passages: tuple[str, ...]
    at: int = 0
    step: int = 0
    kind: str = ""
    highlight: tuple[int, int] = (0, 0)
    redacted: bool = False

    @property
    def is_answer(self) -> bool:
        """Whether the answer itself is shown, not another passage."""
        return self.at == self.step == 0

    def answer(self) -> View:
        """The view of the answer itself."""
        return replace(self, at=0, step=0)

    def other(self) -> View:
        """The view of the next passage that answers."""
        return replace(self, at=(self.at + 1) % len(self.passages), step=0)

    def moved(self, steps: int) -> View:
        """The view of a neighbouring passage."""
        return replace(self, step=max(-FARTHEST, min(self.step + steps, FARTHEST)))


@dataclass(frozen=True, slots=True)
class OpenedPassage:
    """A view with its passage, and which ways lead on from it."""

    view: View
    answer: Answer
    before: bool
    after: bool
    more_in_section: bool


def view_of(reply: Reply, first: int = 0) -> View:
    """The view of a reply's answers, beginning with one of them."""
    answer = reply.answers[first]
    others = (other.passage_id for other in reply.answers if other.passage_id != answer.passage_id)
    kind = reply.kind if reply.kind in KINDS else ""
    return _answering(answer, (answer.passage_id, *others)[:MOST], kind)


def view_of_answer(answer: Answer, kind: str = "") -> View:
    """The view of one passage alone."""
    return _answering(answer, (answer.passage_id,), kind)


def _answering(answer: Answer, passages: tuple[str, ...], kind: str) -> View:
    start, end = next(iter(answer.highlights), (0, 0))
    return View(passages, kind=kind, highlight=(start, end), redacted=answer.redacted)


def opened_passage(knowledge: KnowledgeBase, view: View) -> OpenedPassage | None:
    """The view with its passage, None when its text is no longer there."""
    passage = view.passages[view.at]
    answer = knowledge.neighbour(passage, view.step) if view.step else knowledge.passage(passage)
    if answer is None:
        return None
    if view.is_answer and view.highlight != (0, 0):
        answer = replace(answer, highlights=(view.highlight,), redacted=view.redacted)
    return view_around(knowledge, view, answer)


def view_around(knowledge: KnowledgeBase, view: View, answer: Answer) -> OpenedPassage:
    """A view whose passage is known already."""
    return OpenedPassage(view, answer, *_ways_on(knowledge, answer))


@cached(
    LRUCache(MOST_KEPT),
    key=lambda knowledge, answer: (knowledge.edition, answer.passage_id),
    lock=threading.Lock(),
)
def _ways_on(knowledge: KnowledgeBase, answer: Answer) -> tuple[bool, bool, bool]:
    """Whether there is a passage before one, one after it, and another in its section; few passages answer most questions."""
    before, after = (knowledge.neighbour(answer.passage_id, step) for step in (-1, 1))
    beside = (other.section[: len(answer.section)] for other in (before, after) if other)
    more = answer.section in beside or len(knowledge.section(answer.passage_id)) > 1
    return before is not None, after is not None, more


def pack(view: View) -> str:
    """The view as text of 62 characters at most."""
    first = KINDS.index(view.kind) << 4 | view.redacted << 3 | view.at
    start, end = view.highlight if 0 <= view.highlight[0] <= view.highlight[1] <= LONGEST else (0, 0)
    data = HEAD.pack(first, view.step, (start << 12 | end).to_bytes(3)) + b"".join(
        map(_number, view.passages)
    )
    return urlsafe_b64encode(data).decode().rstrip("=")


def unpack(text: str) -> View | None:
    """The view that was packed, None when the text is no such thing."""
    try:
        data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        first, step, lit = HEAD.unpack_from(data)
        return _unpacked(first, step, int.from_bytes(lit), data[HEAD.size :])
    except (ValueError, IndexError, struct.error):
        return None


def _unpacked(first: int, step: int, lit: int, numbers: Sequence[int]) -> View:
    passages = tuple(_id(bytes(numbers[at : at + ID])) for at in range(0, len(numbers), ID))
    view = View(
        passages, first & 0b111, step, KINDS[first >> 4], (lit >> 12, lit & LONGEST), bool(first & 0b1000)
    )
    view.passages[view.at]  # raises an IndexError where there is none
    return view


def _number(passage_id: str) -> bytes:
    return b32decode(passage_id.upper() + "===")


def _id(number: bytes) -> str:
    return b32encode(number).decode().rstrip("=").lower()
