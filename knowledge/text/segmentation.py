"""Chinese text cut into words: by jieba, or by rjieba, which cuts the same and is many times faster, where installed."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Protocol


class Segmenter(Protocol):
    """Cuts text into words."""

    def cut(self, text: str) -> Iterable[str]:
        """The words of a text."""

    def cut_for_search(self, text: str) -> Iterable[str]:
        """The words of a text, long ones also in their parts."""


@cache
def segmenter(words: tuple[str, ...], fast: bool = True) -> Segmenter:
    """A segmenter that keeps some words whole; `fast` allows rjieba.

    It is made once for the same words: its dictionary takes most of a second to read and never changes.
    """
    made = _rjieba(words) if fast else None
    return made or _jieba(words)


def _rjieba(words: Iterable[str]) -> Segmenter | None:
    try:
        import rjieba
    except ImportError:
        return None
    made = rjieba.Jieba()
    for word in words:
        made.add_word(word, None, None)
    segmenter: Segmenter = made
    return segmenter


def _jieba(words: Iterable[str]) -> Segmenter:
    """A tokenizer of our own: jieba's global one logs to stderr and trusts a file in the temporary folder."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    made = jieba.Tokenizer()
    made.tmp_dir = str(_cache_folder())
    made.initialize()
    for word in words:
        made.add_word(word)
    segmenter: Segmenter = made
    return segmenter


def _cache_folder() -> Path:
    """A folder that only its owner may write: jieba unmarshals what it finds there."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "jianda"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
