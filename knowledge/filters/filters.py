"""Which deadlines and targets are asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Generic, TypeVar

from knowledge.documents import Document

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filters:
    """Topic (its name or a part of it), first and last day, document (id, path or a part of the title)."""

    topic: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    document: str | None = None

    def covers(self, start: dt.date | None, end: dt.date | None) -> bool:
        """Whether a time lies in the days asked for: one with a start alone goes on; an unresolved one lies in none."""
        if self.since is None and self.until is None:
            return True
        if start is None and end is None:
            return False
        last = end or dt.date.max
        return (self.since is None or last >= self.since) and (
            self.until is None or (start or last) <= self.until
        )

    def includes(self, day: dt.date | None) -> bool:
        """Whether what is due on a day is asked for; what has no day is, where no days are."""
        if self.since is None and self.until is None:
            return True
        return day is not None and (self.since or day) <= day <= (self.until or day)

    def of_document(self, document: Document) -> bool:
        """Whether a document is asked for: one that another stands for only where it is named."""
        if self.document is None:
            return document.instead is None
        return self.document in (document.id, document.path) or self.document in document.title

    def of_topic(self, topic: str) -> bool:
        """Whether a topic is asked for."""
        return self.topic is None or self.topic in topic

    def lists(self, located: Located[T], day: dt.date | None) -> bool:
        """Whether a deadline or target with its day is asked for."""
        return self.of_document(located.document) and self.of_topic(located.topic) and self.includes(day)

    def wants(self, document: Document) -> bool:
        """Whether a document is asked for and was made within the days asked for."""
        year = document.year
        days = (dt.date(year, 1, 1), dt.date(year, 12, 31)) if year else (None, None)
        return self.of_document(document) and self.covers(*days)


ALL = Filters()
"""Asks for everything."""


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """A deadline or target with where it stands."""

    item: T
    document: Document
    section: tuple[str, ...]
    topic: str
    passage_id: str
