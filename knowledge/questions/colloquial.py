"""A question as people say it: shorter words for those of documents, frames of everyday speech."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import tomli

from knowledge.facts.words import words_of
from loaders.lazy_pattern import lazy_pattern

# A name in quotation marks stays as it is printed: 《乡村医生管理办法》 is no 《村医管理办法》.
_ENCLOSED = lazy_pattern("“[^“”]*”|《[^《》]*》")


@dataclass(frozen=True, slots=True)
class Sayings:
    """What people say for what documents write: words of the field, frames of questions, and the frames that ask for a
    value that must not be exceeded."""

    words: Mapping[str, str]
    frames: Mapping[str, str]
    bounds: Mapping[str, str]


def colloquial(question: str, bound: bool = False) -> str:
    """The question in everyday words; the question itself where it has none that could be said otherwise.

    Arguments: the question; whether its answer is a value that must not be exceeded.
    """
    sayings = _sayings()
    return _replaced_end(plain_words(question), {**sayings.frames, **(sayings.bounds if bound else {})})


@lru_cache(maxsize=4096)
def plain_words(question: str) -> str:
    """The question with the first word of the field that it holds as people say it, its frame as it is."""
    held = ((written, spoken) for written, spoken in _sayings().words.items() if written in question)
    for written, spoken in held:
        for begin, end in _places(question, written):
            if end in _word_ends(question):
                return f"{question[:begin]}{spoken}{question[end:]}"
    return question


def _replaced_end(question: str, frames: Mapping[str, str]) -> str:
    held = ((written, spoken) for written, spoken in frames.items() if written in question)
    for written, spoken in held:
        for begin, end in _places(question, written):
            return f"{question[:begin]}{spoken}{question[end:]}"
    return question


def _places(question: str, words: str) -> Iterator[tuple[int, int]]:
    """Where some words stand in a question, outside names in quotation marks."""
    names = [match.span() for match in _ENCLOSED.finditer(question)]
    at = question.find(words)
    while at >= 0:
        if not any(begin <= at < end for begin, end in names):
            yield at, at + len(words)
        at = question.find(words, at + len(words))


def _word_ends(question: str) -> frozenset[int]:
    """Where the words of a question end: 老年人 is no word of 老年人口. Where they begin is less sure: 多少|所村|卫生室."""
    return frozenset(word.end for word in words_of(question))


@cache
def _sayings() -> Sayings:
    """What `data/colloquial.toml` holds, in its order."""
    data = tomli.loads((files("knowledge") / "data" / "colloquial.toml").read_text(encoding="utf-8"))
    return Sayings(data["words"], data["frames"], data["bounds"])
