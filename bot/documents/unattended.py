"""Loads that fail while nobody looks on: what went wrong waits in the state until an admin was told of it.

The same fault is told once a week, however often a load meets it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from bot.state import State
from bot.state.editing.confirmations import Pending

KIND = "load_fault"
LIFETIME = 7 * 86_400  # seconds for which a fault is not told again
MOST = 10  # lines that are told
NOBODY = 0


def note_fault(state: State, lines: Sequence[str]) -> None:
    """Notes what went wrong, unless that was noted before."""
    more = [f"… +{len(lines) - MOST}"] if len(lines) > MOST else []
    text = "\n".join([*lines[:MOST], *more])
    key = f"{KIND}:{hashlib.blake2b(text.encode(), digest_size=8).hexdigest()}"
    if lines and state.pending.find(key) is None:
        state.pending.add(Pending(NOBODY, KIND, {"text": text, "told": False}), LIFETIME, key)


def untold_faults(state: State) -> dict[str, str]:
    """What no admin was told of yet, by its key."""
    waiting = state.pending.of_kind(KIND).items()
    return {key: pending.payload["text"] for key, pending in waiting if not pending.payload["told"]}


def note_told(state: State, key: str) -> None:
    """Notes that an admin was told of a fault."""
    if pending := state.pending.find(key):
        marked = replace(pending, payload={**pending.payload, "told": True})
        state.pending.add(marked, LIFETIME, key)
