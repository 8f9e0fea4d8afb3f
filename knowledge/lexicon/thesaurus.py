"""The thesaurus: what people say → what documents write, as data that an admin can read and extend.

A file of `data/thesaurus/` holds four kinds of entries: colloquial (say → mean, one way), synonyms (all ways),
abbreviation (both ways) and opposite (never one for the other).
"""

from __future__ import annotations

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

WEIGHTS = {"same": 1.0, "near": 0.75, "related": 0.45}
"""How much finding the other word is worth, where finding the word itself is 1."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Another way to say something, and what finding it is worth (0 to 1)."""

    words: str
    weight: float


class Thesaurus:
    """Looks up other words for the words of a question."""

    def __init__(
        self, entries: Iterable[tuple[str, Variant]], opposites: Iterable[tuple[str, str]] = ()
    ) -> None:
        opposed = {frozenset(pair) for pair in opposites}
        self._variants: dict[str, dict[str, float]] = defaultdict(dict)
        for word, variant in entries:
            if frozenset((word, variant.words)) not in opposed:
                known = self._variants[word]
                known[variant.words] = max(variant.weight, known.get(variant.words, 0.0))
        self._longest = max(map(len, self._variants), default=0)

    def variants(self, word: str) -> tuple[Variant, ...]:
        """The other words for a word, best first."""
        found = self._variants.get(word, {})
        return tuple(Variant(w, weight) for w, weight in sorted(found.items(), key=lambda item: -item[1]))

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches of a normalised text that have other words, the longest at each place."""
        for start in range(len(text)):
            for end in range(min(len(text), start + self._longest), start, -1):
                if text[start:end] in self._variants:
                    yield start, end
                    break

    def words(self) -> set[str]:
        """All words that stand in the thesaurus."""
        return set(self._variants) | self.written_words()

    def written_words(self) -> set[str]:
        """The words that documents write."""
        return {word for known in self._variants.values() for word in known}


@cache
def built_in() -> Thesaurus:
    """The thesaurus of the field that comes with the program."""
    tables = [tomllib.loads(text) for text in _sources()]
    entries = [entry for table in tables for entry in _entries(table)]
    opposites = [
        (a, b) for t in tables for row in t.get("opposite", ()) for a in row["terms"] for b in row["terms"]
    ]
    return Thesaurus(entries, opposites)


@cache
def version() -> str:
    """A short hash of the thesaurus, which knowledge bases are stamped with."""
    return hashlib.blake2b("".join(_sources()).encode(), digest_size=4).hexdigest()


def field_words() -> list[str]:
    """Words of the field that the analyzer keeps whole: terms of three to six characters."""
    return sorted(word for word in built_in().written_words() if 3 <= len(word) <= 6 and word.isalnum())


def _sources() -> list[str]:
    folder = files("knowledge") / "data" / "thesaurus"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return [(folder / name).read_text(encoding="utf-8") for name in names]


def _entries(table: dict[str, Any]) -> Iterator[tuple[str, Variant]]:
    for row in table.get("colloquial", ()):
        yield from _directed(row["say"], row["mean"], WEIGHTS[row.get("weight", "same")])
    for row in table.get("synonyms", ()):
        yield from _directed(row["terms"], row["terms"], WEIGHTS[row.get("weight", "same")])
    for row in table.get("abbreviation", ()):
        terms = [row["short"], *row["long"]]
        yield from _directed(terms, terms, WEIGHTS["same"])


def _directed(said: Iterable[str], meant: Iterable[str], weight: float) -> Iterator[tuple[str, Variant]]:
    meant = list(meant)
    for word in said:
        for other in meant:
            if other != word:
                yield word, Variant(other, weight)
