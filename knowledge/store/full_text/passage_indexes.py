"""What a load notes of passages beside their rows: the posting lists, and in how many each character stands.

Only what has changed is looked at: a load of ten files into a base of ten thousand reads no others.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field

from knowledge.store.engine import Database
from knowledge.store.full_text.postings import PostingsWriter
from knowledge.store.rows import Row
from loaders.lazy_pattern import lazy_pattern

_TEXTS = ("text", "body", "above", "questions", "sounds")
_HAN = lazy_pattern(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class PutPassage:
    """A passage that was put: its number and text, the terms of its text, those of all else, its syllables."""

    number: int
    text: str
    body: str
    others: str
    sounds: str

    @classmethod
    def of(cls, row: Row) -> PutPassage:
        """What a row says. Raises KeyError, TypeError, or UnicodeError where SQLite would, to which the terms come only
        later."""
        text, body, above, questions, sounds = (row[name] for name in _TEXTS)
        others = " ".join((above, questions))
        " ".join((text, body, others, sounds)).encode()
        return cls(int(row["number"]), text, body, others, sounds)


@dataclass(slots=True)
class PassageChanges:
    """The passages that were put, and the numbers and texts of those that have gone, until the change is certain."""

    put: list[PutPassage] = field(default_factory=list)
    gone: list[tuple[int, str]] = field(default_factory=list)


class PassageIndexes:
    """The indexes of a base as it is while it is written."""

    def __init__(self, db: Database) -> None:
        self._terms, self._sounds = PostingsWriter(db, "terms"), PostingsWriter(db, "sounds")
        self._characters = _characters_of(db)

    def take(self, changes: PassageChanges) -> None:
        """Take over changes of the passages."""
        for number, text in changes.gone:
            self._terms.remove(number)
            self._sounds.remove(number)
            self._characters.subtract(_characters(text))
        for passage in changes.put:
            self._terms.add(passage.number, passage.body, passage.others)
            self._sounds.add(passage.number, passage.sounds)
            self._characters.update(_characters(passage.text))

    def write(self) -> str:
        """Write the posting lists; gives the counts of the characters as they are kept."""
        self._terms.write()
        self._sounds.write()
        return json.dumps(+self._characters, ensure_ascii=False)


def _characters_of(db: Database) -> Counter[str]:
    """In how many passages each Chinese character stands, as it was noted; counted where that was not."""
    noted = db.execute("SELECT value FROM facts WHERE name = 'characters'").fetchone()
    if noted:
        return Counter(json.loads(noted[0]))
    rows = db.execute("SELECT text FROM passages")
    return Counter(character for (text,) in rows for character in _characters(text))


def _characters(text: str) -> set[str]:
    return set(_HAN.findall(text))
