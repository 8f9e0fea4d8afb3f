"""Who may read which documents: what corpus.toml says of a file, a folder, or one speech of a file."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.documents import Document

Reader = frozenset[str]
"""Whom somebody reads as: the id of the person, of the chat."""
STRANGER: Reader = frozenset()


@dataclass(frozen=True, slots=True)
class ReadingRule:
    """The readers of a file or folder, or of one `part` of a file: ids of people and chats, as text."""

    file: str
    part: str | None
    readers: frozenset[str]

    def covers(self, path: str, part: str | None) -> bool:
        """Whether a part of a file is of the file, or somewhere in the folder."""
        inside = path == self.file or path.startswith(self.file.rstrip("/") + "/")
        return inside and self.part in (None, part)


def closed_to(reader: Reader, documents: Iterable[Document], rules: Sequence[ReadingRule]) -> frozenset[str]:
    """The ids of the documents that a reader may not read: the narrowest rule counts, the last of several."""
    narrowest_last = sorted(rules, key=lambda rule: (len(rule.file.rstrip("/")), rule.part is not None))
    closed = set()
    for document in documents:
        of_it = [rule for rule in narrowest_last if rule.covers(document.path, document.part)]
        if of_it and not of_it[-1].readers & reader:
            closed.add(document.id)
    return frozenset(closed)


def without_closed(closed: Collection[str], documents: Iterable[Document]) -> dict[str, Document]:
    """The documents that are left by their ids; none is replaced by one that is closed."""
    left = (document for document in documents if document.id not in closed)
    return {
        document.id: replace(document, instead=None, replaced=None)
        if document.instead in closed
        else document
        for document in left
    }


def packed(rules: Iterable[ReadingRule]) -> str:
    """The rules as the knowledge base keeps them."""
    return json.dumps([[rule.file, rule.part, sorted(rule.readers)] for rule in rules], ensure_ascii=False)


def unpacked(text: str | None) -> list[ReadingRule]:
    """The rules that were packed; none where a knowledge base keeps none."""
    return [ReadingRule(file, part, frozenset(readers)) for file, part, readers in json.loads(text or "[]")]
