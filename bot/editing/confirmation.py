"""Confirmations: a question with two buttons, for the person who began what it asks about.

What is to be done waits in the state, so that the buttons work after a restart, once, and until its time is over.
"""

from __future__ import annotations

from bot.callback_data.administration import Confirm
from bot.messages import Messages
from bot.rendering.markup import line
from bot.rendering.message import Button, Message, MessageDraft
from bot.state import State
from bot.state.editing.confirmations import Pending


def ask_to_confirm(state: State, pending: Pending, question: str, yes: str, words: Messages) -> Message:
    """Lets an action wait, and gives the question whether to do it; `yes` is what its button says."""
    key = state.pending.add(pending)
    row = (
        Button(yes, Confirm(True, key).pack()),
        Button(words.confirm_no, Confirm(False, key).pack()),
    )
    return MessageDraft(tuple(line(text) for text in question.split("\n")), (row,)).messages()[0]
