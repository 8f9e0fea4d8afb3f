"""Chinese text cut into words: by jieba, or by rjieba, which cuts the same and is many times faster, where installed."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, cast


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
        return cast(Tagger, import_module("rjieba"))  # it has a segmenter with no words of ours made already
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
    try:
        import rjieba
    except ImportError:
        return None
    tokenizer = rjieba.Jieba()
    for word in words:
        tokenizer.add_word(word, None, None)
    segmenter: Segmenter = tokenizer
    return segmenter


def _jieba(words: Iterable[str]) -> Segmenter:
    """A tokenizer of our own: jieba's global one logs to stderr and trusts a file in the temporary folder."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(_cache_folder())
    tokenizer.initialize()
    for word in words:
        tokenizer.add_word(word)
    segmenter: Segmenter = tokenizer
    return segmenter


def _cache_folder() -> Path:
    """A folder that only its owner may write: jieba unmarshals what it finds there."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "jianda"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
