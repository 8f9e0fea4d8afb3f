"""What the server of what people made says, as errors of the state."""

from __future__ import annotations

from contextlib import AbstractContextManager

from bot.config.secrets import DatabaseUrl
from bot.errors import StateUnusable
from knowledge.store.postgresql import faults


def server_errors(url: DatabaseUrl) -> AbstractContextManager[None]:
    """Turns what the server and the line to it say into StateUnusable."""
    return faults.server_errors(url, StateUnusable)
