"""All methods this fake knows."""

from __future__ import annotations

from collections.abc import Mapping

from . import chats, editing, files, polling, profile, queries, sending
from .method import Method

METHODS: Mapping[str, Method] = {
    **sending.METHODS,
    **editing.METHODS,
    **queries.METHODS,
    **profile.METHODS,
    **chats.METHODS,
    **files.METHODS,
    **polling.METHODS,
}
