"""The buttons under an answer that ask what a person thinks of it: 有用, 没用, 收藏.

Their data holds the passage, so they work after a restart. Where only one person reads (a private chat) they show
what that person has said; in a group they show nothing, since everyone sees the same buttons.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.callback_data.personal import CastVote, GiveReason, KeepPassage
from bot.messages import Messages
from bot.rendering.message import Button, Message, Row, Rows

FEEDBACK = (CastVote, GiveReason, KeepPassage)
REASONS_IN_ROW = 3


@dataclass(frozen=True, slots=True)
class PersonalFeedback:
    """What a person has said of an answer, and whether they have put its passage aside."""

    useful: bool | None = None
    kept: bool = False


NOTHING_SAID = PersonalFeedback()


def feedback_row(passage: str, words: Messages, mine: PersonalFeedback = NOTHING_SAID) -> Row:
    """The row under an answer."""
    return (
        Button(_ticked(words.useful, mine.useful is True, words), CastVote(True, passage).pack()),
        Button(_ticked(words.useless, mine.useful is False, words), CastVote(False, passage).pack()),
        Button(words.kept if mine.kept else words.keep, KeepPassage(not mine.kept, passage).pack()),
    )


def reason_rows(passage: str, words: Messages) -> Rows:
    """The rows that ask what was wrong."""
    keys = [Button(label, GiveReason(letter, passage).pack()) for letter, label in words.reasons.items()]
    return tuple(tuple(keys[at : at + REASONS_IN_ROW]) for at in range(0, len(keys), REASONS_IN_ROW))


def is_feedback(data: object) -> bool:
    """Whether a button with this data is one of these."""
    return isinstance(data, str) and any(kind.fits(data) for kind in FEEDBACK)


def marked(
    messages: tuple[Message, ...], mine: Callable[[str], PersonalFeedback], words: Messages
) -> tuple[Message, ...]:
    """The messages with what the person has said on their buttons; `mine` tells it of a passage."""

    def row_of(row: Row) -> Row:
        if not CastVote.fits(row[0].data):
            return row
        passage = CastVote.unpack(row[0].data).passage
        return feedback_row(passage, words, mine(passage))

    return tuple(replace(one, buttons=tuple(map(row_of, one.buttons))) for one in messages)


def without_feedback(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """The messages without these buttons, for a place that knows no person."""
    return tuple(
        replace(one, buttons=tuple(row for row in one.buttons if not is_feedback(row[0].data)))
        for one in messages
    )


def _ticked(label: str, ticked: bool, words: Messages) -> str:
    return words.chosen.format(label=label) if ticked else label
