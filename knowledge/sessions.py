"""Open views of the present version of a knowledge base, which threads take in turn.

What a session has read it keeps, tens of megabytes in the end, and Python runs one thread at a time: so few are open,
and the one used last is taken first.
"""

from __future__ import annotations

import copy
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from cachetools import LRUCache

from knowledge.readers import Reader
from knowledge.retrieval.matching.term_rarity import TermRarity
from knowledge.retrieval.retriever import Retriever
from knowledge.store.genre import genre_share
from knowledge.store.reader import MOST_VIEWS, Store
from knowledge.store.source import Identity, Source
from knowledge.text.analyzer import Analyzer

Edition = tuple[Identity, tuple[str, ...]]
"""A version of the knowledge base and the ids of the documents in it that are closed to a reader."""
_MOST_EDITIONS = 1000
MOST_SESSIONS = 2  # while one waits for the disk or a server, the other works


@dataclass(frozen=True, slots=True)
class Session:
    """One version of the knowledge base, opened for one thread at a time; `identity` tells it from the next version.

    `genre`: how far it is of the genre, 0 to 1.
    """

    identity: Identity
    store: Store
    rarity: TermRarity
    retriever: Retriever
    genre: float


@dataclass(frozen=True, slots=True)
class _Opened:
    """A session on all that there is, and those narrowed to what some may read, by the ids of what is closed to them."""

    whole: Session
    narrowed: LRUCache[tuple[str, ...], Session]


class Sessions:
    """Opens a version as often as threads work on it at once, and the next one when a load has put it in its place."""

    def __init__(self, source: Source, analyzer: Analyzer) -> None:
        self.source = source
        self._analyzer = analyzer
        self._places = threading.BoundedSemaphore(MOST_SESSIONS)
        self._idle: list[_Opened] = []
        self._in_hand = threading.local()
        self.reader: Reader | None = None
        self._editions: dict[tuple[Identity, Reader | None], Edition] = {}  # shared by all readers

    def read_by(self, reader: Reader | None) -> Sessions:
        """The same sessions as somebody may read them; None: all that there is."""
        other = copy.copy(self)
        other.reader = reader
        return other

    def over(self, source: Source) -> Sessions:
        """Sessions on another database, read as these are."""
        return Sessions(source, self._analyzer).read_by(self.reader)

    @property
    def version(self) -> Identity:
        """What tells the present version from every other."""
        return self.source.identity()

    @property
    def known_edition(self) -> Edition | None:
        """The edition where it was asked for before, in any thread, and is told without waiting for anything."""
        if not self.source.is_at_hand:
            return None
        return self._editions.get((self.version, self.reader))

    @property
    def edition(self) -> Edition:
        """The present version and the documents that are closed in it; raises as `current` does."""
        if edition := self._editions.get((self.version, self.reader)):
            return edition
        with self.current() as session:
            edition = session.identity, session.store.closed
        if len(self._editions) >= _MOST_EDITIONS:
            self._editions.clear()
        self._editions[session.identity, self.reader] = edition
        return edition

    @contextmanager
    def current(self) -> Iterator[Session]:
        """A session on the present version, this thread's alone until the block ends.

        Raises DatabaseMissing, DatabaseDamaged, DatabaseTooNew or DatabaseUnusable.
        """
        with self.source.faults(), self._taken() as opened:
            yield self._narrowed(opened)

    def close(self) -> None:
        """Closes what no thread has in hand, and the source."""
        while opened := self._given_back():
            opened.whole.store.close()
        self.source.close()

    @contextmanager
    def _taken(self) -> Iterator[_Opened]:
        """What this thread has in hand, else what was given back last; one in which something failed is closed."""
        if in_hand := getattr(self._in_hand, "opened", None):
            yield in_hand
            return
        with self._places:
            opened = self._in_hand.opened = self._opened()
            try:
                yield opened
            except BaseException:
                opened.whole.store.close()
                raise
            else:
                self._idle.append(opened)
            finally:
                del self._in_hand.opened

    def _opened(self) -> _Opened:
        identity = self.source.identity()
        while opened := self._given_back():
            if opened.whole.identity == identity:
                return opened
            opened.whole.store.close()
        identity, store = self.source.opened()
        rarity = TermRarity(store, self._analyzer)
        retriever = Retriever(store, self._analyzer, rarity)
        return _Opened(Session(identity, store, rarity, retriever, genre_share(store)), LRUCache(MOST_VIEWS))

    def _given_back(self) -> _Opened | None:
        with suppress(IndexError):  # another thread may be faster
            return self._idle.pop()
        return None

    def _narrowed(self, opened: _Opened) -> Session:
        whole = opened.whole
        store = whole.store if self.reader is None else whole.store.narrowed(self.reader)
        if store is whole.store:
            return whole
        if store.closed not in opened.narrowed:
            rarity = TermRarity(store, self._analyzer)
            retriever = whole.retriever.over(store, rarity)
            opened.narrowed[store.closed] = Session(
                whole.identity, store, rarity, retriever, genre_share(store)
            )
        return opened.narrowed[store.closed]
