"""Each thread's view of the present version of a knowledge base."""

from __future__ import annotations

import copy
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from cachetools import LRUCache

from knowledge.errors import KnowledgeError
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


@dataclass(frozen=True, slots=True)
class Session:
    """One version of the knowledge base, opened for one thread; `identity` tells it from the next version.

    `genre`: how far it is of the genre, 0 to 1.
    """

    identity: Identity
    store: Store
    rarity: TermRarity
    retriever: Retriever
    genre: float


class Sessions:
    """Opens a version once a thread, and the next one when a load has put it in its place."""

    def __init__(self, source: Source, analyzer: Analyzer) -> None:
        self.source = source
        self._analyzer = analyzer
        self._local = threading.local()
        self._reader: Reader | None = None
        self._editions: dict[tuple[Identity, Reader | None], Edition] = {}  # shared by all readers

    def read_by(self, reader: Reader | None) -> Sessions:
        """The same sessions as somebody may read them; None: all that there is."""
        other = copy.copy(self)
        other._reader = reader
        return other

    def over(self, source: Source) -> Sessions:
        """Sessions on another database, read as these are."""
        return Sessions(source, self._analyzer).read_by(self._reader)

    @property
    def version(self) -> Identity:
        """What tells the present version from every other."""
        return self.source.identity()

    @property
    def known_edition(self) -> Edition | None:
        """The edition where it was asked for before, in any thread: it is told without opening anything."""
        return self._editions.get((self.version, self._reader))

    @property
    def edition(self) -> Edition:
        """The present version and the documents that are closed in it; raises as `current` does."""
        if edition := self.known_edition:
            return edition
        with self.current() as session:
            edition = session.identity, session.store.closed
        if len(self._editions) >= _MOST_EDITIONS:
            self._editions.clear()
        self._editions[session.identity, self._reader] = edition
        return edition

    @contextmanager
    def current(self) -> Iterator[Session]:
        """This thread's session on the present version.

        Raises DatabaseMissing, DatabaseDamaged, DatabaseTooNew or DatabaseUnusable.
        """
        try:
            with self.source.faults():
                yield self._narrowed(self._opened())
        except KnowledgeError:
            self.close()
            raise

    def _narrowed(self, session: Session) -> Session:
        store = session.store if self._reader is None else session.store.narrowed(self._reader)
        if store is session.store:
            return session
        narrowed: LRUCache[tuple[str, ...], Session] = self._local.narrowed
        if store.closed not in narrowed:
            rarity = TermRarity(store, self._analyzer)
            narrowed[store.closed] = Session(
                session.identity, store, rarity, session.retriever.over(store, rarity), genre_share(store)
            )
        return narrowed[store.closed]

    def close(self) -> None:
        """Close what this thread opened."""
        session: Session | None = getattr(self._local, "session", None)
        if session:
            session.store.close()
            del self._local.session

    def _opened(self) -> Session:
        session: Session | None = getattr(self._local, "session", None)
        identity = self.source.identity()
        if session and session.identity == identity:
            return session
        self.close()
        store = self.source.opened()
        rarity = TermRarity(store, self._analyzer)
        opened = Session(
            identity, store, rarity, Retriever(store, self._analyzer, rarity), genre_share(store)
        )
        self._local.session, self._local.narrowed = opened, LRUCache(MOST_VIEWS)
        return opened
