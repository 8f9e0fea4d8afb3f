"""Chinese text cut into words: by jieba, or by rjieba, which cuts the same and is many times faster, where installed."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from itertools import chain
from typing import Any, Protocol, cast

from loaders.cache_folder import cache_folder


class Segmenter(Protocol):
    """Cuts text into words."""

    def cut(self, text: str) -> Iterable[str]:
        """The words of a text."""

    def cut_for_search(self, text: str) -> Iterable[str]:
        """The words of a text, long ones also in their parts."""


class Tagger(Protocol):
    """Cuts text into words and gives each its part of speech, by the tags of jieba (v verb, n noun, d adverb, …)."""

    def tag(self, text: str) -> Iterable[tuple[str, str]]:
        """The words of a text with their tags."""


@cache
def tagger(fast: bool = True) -> Tagger:
    """A tagger; `fast` allows rjieba, whose tags are jieba's and which is many times faster."""
    if fast and find_spec("rjieba"):
        return cast(Tagger, next(_segmenters_of_rjieba()))
    return _PosTagger()


class _PosTagger:
    """The tags of jieba itself."""

    def __init__(self) -> None:
        import jieba.posseg

        self._cut = jieba.posseg.POSTokenizer(_jieba(())).cut

    def tag(self, text: str) -> Iterable[tuple[str, str]]:
        """The words of a text with their tags."""
        return [(pair.word, pair.flag) for pair in self._cut(text)]


@cache
def segmenter(words: tuple[str, ...], fast: bool = True) -> Segmenter:
    """A segmenter that keeps some words whole; `fast` allows rjieba.

    It is made once for the same words: its dictionary takes most of a second to read and never changes.
    """
    fast_segmenter = _rjieba(words) if fast else None
    return fast_segmenter or _jieba(words)


def _rjieba(words: Iterable[str]) -> Segmenter | None:
    if not find_spec("rjieba"):
        return None
    tokenizer = next(_segmenters_of_rjieba())
    for word in words:
        tokenizer.add_word(word, None, None)
    return cast(Segmenter, tokenizer)


@cache
def _segmenters_of_rjieba() -> Iterator[Any]:
    """Segmenters without words of ours: first the module itself, which reads the dictionary when it is imported."""
    import rjieba

    return chain([rjieba], iter(rjieba.Jieba, None))


def _jieba(words: Iterable[str]) -> Segmenter:
    """A tokenizer of our own: jieba's global one logs to stderr and trusts a file in the temporary folder."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(cache_folder())
    tokenizer.initialize()
    for word in words:
        tokenizer.add_word(word)
    segmenter: Segmenter = tokenizer
    return segmenter
