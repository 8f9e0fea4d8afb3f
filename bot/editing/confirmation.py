"""Confirmations: a question with two buttons, for the person who began what it asks about.

What is to be done waits in the state, so that the buttons work after a restart, once, and until its time is over.
"""

from __future__ import annotations

from bot.messages import Messages
from bot.rendering.markup import line
from bot.rendering.message import Button, Draft, Message
from bot.state import State
from bot.state.editing.confirmations import Pending

CONFIRM = "confirm:"  # of a button: then 1 or 0, a colon, and the key of the action that waits
YES, NO = "1:", "0:"


def ask_to_confirm(state: State, pending: Pending, question: str, yes: str, words: Messages) -> Message:
    """Lets an action wait, and gives the question whether to do it; `yes` is what its button says."""
    key = state.pending.add(pending)
    row = (Button(yes, CONFIRM + YES + key), Button(words.confirm_no, CONFIRM + NO + key))
    return Draft(tuple(line(text) for text in question.split("\n")), (row,)).messages()[0]
