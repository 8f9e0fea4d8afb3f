"""Confirmations: a question with two buttons, for the person who began what it asks about.

What is to be done waits in the state, so that the buttons work after a restart, once, and until its time is over.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import Update

from bot.access.roles import Role
from bot.messages import Messages
from bot.rendering.markup import line
from bot.rendering.message import Button, Draft, Message
from bot.state import State
from bot.state.editing.confirmations import Payload, Pending
from bot.telegram.transport.services import Context

CONFIRM = "confirm:"  # of a button: then 1 or 0, a colon, and the key of the action that waits
YES, NO = "1:", "0:"

Do = Callable[[Update, Context, Payload], Awaitable[str]]
"""Does what was confirmed and says in a sentence what was done, or why it was not."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a kind of pending action does once it is confirmed, and the role that it still needs then."""

    needs: Role
    do: Do


def ask_to_confirm(state: State, pending: Pending, question: str, yes: str, words: Messages) -> Message:
    """Lets an action wait, and gives the question whether to do it; `yes` is what its button says."""
    key = state.pending.add(pending)
    row = (Button(yes, CONFIRM + YES + key), Button(words.confirm_no, CONFIRM + NO + key))
    return Draft(tuple(line(text) for text in question.split("\n")), (row,)).messages()[0]
