"""The thesaurus: what people say → what documents write, as data that an admin can read and extend.

A file of `data/thesaurus/` holds the words of one theme, in four kinds of entries: colloquial (say → mean, one way),
synonyms (all ways), abbreviation (both ways) and opposite (never one for the other). A word stands for another in one
entry alone, so that there is one weight to find and to change.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from knowledge.errors import ThesaurusInvalid
from loaders.cache_folder import kept_json

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
        opposed = {ordered for a, b in opposites for ordered in ((a, b), (b, a))}
        table: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for word, variant in entries:
            if (word, variant.words) not in opposed:
                variants = table[word]
                variants[variant.words] = max(variant.weight, variants.get(variant.words, 0.0))
        self._take(table)

    def _take(self, table: dict[str, dict[str, float]]) -> None:
        self._variants = table
        self._longest: dict[str, int] = {}  # word that begins with a character
        for word in table:
            self._longest[word[0]] = max(len(word), self._longest.get(word[0], 0))

    @classmethod
    def of_table(cls, table: dict[str, dict[str, float]]) -> Thesaurus:
        """The thesaurus of a table as `table` gives it."""
        thesaurus = cls(())
        thesaurus._take(table)
        return thesaurus

    @property
    def table(self) -> dict[str, dict[str, float]]:
        """The other words for each word, each with what finding it is worth."""
        return dict(self._variants)

    def variants(self, word: str) -> tuple[Variant, ...]:
        """The other words for a word, best first."""
        weights = self._variants.get(word, {})
        return tuple(Variant(w, weight) for w, weight in sorted(weights.items(), key=lambda item: -item[1]))

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches of a normalised text that have other words, the longest at each place."""
        for start, character in enumerate(text):
            for end in range(min(len(text), start + self._longest.get(character, 0)), start, -1):
                if text[start:end] in self._variants:
                    yield start, end
                    break

    def words(self) -> set[str]:
        """All words that stand in the thesaurus."""
        return set(self._variants) | self.written_words()

    def written_words(self) -> set[str]:
        """The words that documents write."""
        return {word for variants in self._variants.values() for word in variants}


Tables = Mapping[str, Mapping[str, Any]]
"""The parsed files by their names."""


@cache
def built_in() -> Thesaurus:
    """The thesaurus of the field that comes with the program, kept between starts; raises ThesaurusInvalid."""

    def table() -> dict[str, dict[str, float]]:
        return read({name: tomli.loads(text) for name, text in _sources().items()}).table

    return Thesaurus.of_table(kept_json("thesaurus", _version_of_table(), table))


@cache
def _version_of_table() -> str:
    """What changes when another table would be made."""
    own_source = (files("knowledge.lexicon") / "thesaurus.py").read_text(encoding="utf-8")
    return _digest("".join((*_sources().values(), own_source)))


def read(tables: Tables) -> Thesaurus:
    """A thesaurus of the entries in parsed files; raises ThesaurusInvalid where a word stands for another twice."""
    entries: dict[tuple[str, str], Variant] = {}
    for table in tables.values():
        for word, variant in _entries(table):
            if (word, variant.words) in entries:
                raise ThesaurusInvalid(word, variant.words, _places(tables, word, variant.words))
            entries[word, variant.words] = variant
    opposites = ((a, b) for terms in _opposites(tables) for a in terms for b in terms)
    return Thesaurus(((word, variant) for (word, _), variant in entries.items()), opposites)


def _places(tables: Tables, word: str, other: str) -> list[str]:
    """Where a word stands for another: the file, the kind, and the number of the entry (1 is the first)."""
    return [
        f"{name} [[{kind}]] {number}"
        for name, table in tables.items()
        for kind, rows in table.items()
        for number, row in enumerate(rows, 1)
        for entry_word, variant in _entries({kind: [row]})
        if (entry_word, variant.words) == (word, other)
    ]


def _opposites(tables: Tables) -> Iterator[list[str]]:
    for table in tables.values():
        yield from (row["terms"] for row in table.get("opposite", ()))


@cache
def version() -> str:
    """A short hash of the thesaurus, which knowledge bases are stamped with."""
    return _digest("".join(_sources().values()))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()


def field_words() -> list[str]:
    """Words of the field that the analyzer keeps whole: terms of three to six characters.

    They are kept by themselves: who reads files needs no more of the thesaurus.
    """

    def words() -> list[str]:
        return sorted(word for word in built_in().written_words() if 3 <= len(word) <= 6 and word.isalnum())

    kept: list[str] = kept_json("field-words", _version_of_table(), words)
    return kept


@cache
def _sources() -> dict[str, str]:
    folder = files("knowledge") / "data" / "thesaurus"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {name: (folder / name).read_text(encoding="utf-8") for name in names}


def _entries(table: Mapping[str, Any]) -> Iterator[tuple[str, Variant]]:
    for row in table.get("colloquial", ()):
        yield from _directed(row["say"], row["mean"], WEIGHTS[row.get("weight", "same")])
    for row in table.get("synonyms", ()):
        yield from _directed(row["terms"], row["terms"], WEIGHTS[row.get("weight", "same")])
    for row in table.get("abbreviation", ()):
        terms = [row["short"], *row["long"]]
        yield from _directed(terms, terms, WEIGHTS["same"])


def _directed(words: Iterable[str], others: Iterable[str], weight: float) -> Iterator[tuple[str, Variant]]:
    variants = [Variant(other, weight) for other in others]  # many words share them
    for word in words:
        for variant in variants:
            if variant.words != word:
                yield word, variant
