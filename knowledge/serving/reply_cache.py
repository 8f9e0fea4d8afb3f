"""Replies to questions that are asked again, word for word: many who ask, ask the same."""

from __future__ import annotations

import threading
from collections.abc import Hashable

from cachetools import LRUCache

from knowledge.answers import Reply

MOST_KEPT = 256  # replies, some 30 kB each


class ReplyCache:
    """The replies that were asked for last, each under all that it depends on; for several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: LRUCache[Hashable, Reply] = LRUCache(MOST_KEPT)

    def get(self, key: Hashable) -> Reply | None:
        """The reply of a key, None where it is not kept."""
        with self._lock:
            return self._kept.get(key)

    def keep(self, key: Hashable, reply: Reply) -> None:
        """Keeps a reply, in the place of the one that was not asked for longest."""
        with self._lock:
            self._kept[key] = reply
