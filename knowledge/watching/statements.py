"""What a document states, sentence by sentence, each told from others by its bare words."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.store.records import StoredPassage
from knowledge.text.numerals import half_width
from loaders.structure.sentences import sentences

SHORTEST = 6  # characters; less states nothing


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, or the row of a table, with the id of its passage and the innermost heading above it."""

    text: str
    passage: str
    heading: str

    @property
    def key(self) -> str:
        """What tells it from other statements, in whatever format and with whatever spaces it was saved."""
        return hashlib.blake2b(bare(self.text).encode(), digest_size=12).hexdigest()


def statements_of(passages: Iterable[StoredPassage]) -> Iterator[Statement]:
    """The statements of the passages of a document, in the order of the text."""
    for passage in passages:
        heading = passage.headings[-1] if passage.headings else ""
        for text in [passage.text] if passage.row else _sentences(passage.text):
            if len(text) >= SHORTEST:
                yield Statement(" ".join(text.split()), passage.id, heading)


def bare(text: str) -> str:
    """The words without spaces and without what only their font tells apart."""
    return "".join(unicodedata.normalize("NFKC", half_width(text)).split()).casefold()


def _sentences(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(text, 0, len(text))]
