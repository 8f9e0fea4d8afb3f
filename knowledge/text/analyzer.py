"""Text to terms, the same for documents and questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from knowledge.text.letter_forms import RADICALS, TONES
from knowledge.text.numerals import counted_in_digits
from knowledge.text.pinyin.syllables import blurred, sounds_of
from knowledge.text.segmentation import Segmenter, segmenter
from loaders.lazy_pattern import lazy_pattern

VERSION = "11"
"""Stamped into the database; a knowledge base made by another version is rebuilt."""

_BETWEEN = "\ue000"  # texts: a character that no rule of the normal form knows
_MOST_RUNS = 8192
"""Of so many runs of characters between figures and marks, which recur, the words and the sounds are kept."""
_HAN_RUN = lazy_pattern(r"[\u3400-\u9fff]+")
_SPOKEN = lazy_pattern(r"[\u3400-\u9fffa-z]+")
_SPACE = lazy_pattern(r"(?<=[^\sA-Za-z])\s+|(?<!\s)\s++(?=[^\sA-Za-z])")
_WORD = lazy_pattern(r"[\u3400-\u9fff]+|[a-z]+|\d+(?:\.\d+)?[%‰]?")
_ONE_FORM = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20} | RADICALS | TONES
# What OpenCC leaves: 甚麼 becomes 甚么, and 著 stays where it is 着.
_LEFT_TRADITIONAL = (
    ("甚么", lazy_pattern("甚么"), "什么"),
    ("著", lazy_pattern("著(?=力|眼|手|重|实|急)|(?<=[接随沿朝跟围])著"), "着"),
    ("社群", lazy_pattern("社群(?=卫生|医院|康复)"), "社区"),
)


class Analyzer:
    """Makes terms of text: words as a search engine cuts them, and pairs of characters.

    Pairs find what the word list does not know and survive a slip in a neighbouring character.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        """Arguments: words of the field that are to be kept whole."""
        self._field_words = tuple(words)
        # A question is asked for its words by all who understand a part of it.
        self._whole_words = lru_cache(maxsize=64)(lambda text: tuple(self._cut_whole(text)))
        self._cut = lru_cache(maxsize=_MOST_RUNS)(self._cut_run)

    def normalise(self, text: str) -> str:
        """One form of a text: simplified characters, half width, small letters, digits, no space between characters."""
        return _normalised(text)

    def normalise_all(self, texts: Sequence[str]) -> list[str]:
        """The same of several texts at once, which takes half the time where they are short."""
        if any(_BETWEEN in text for text in texts):
            return [self.normalise(text) for text in texts]
        return _normalised.__wrapped__(_BETWEEN.join(texts)).split(_BETWEEN) if texts else []

    def words(self, normalised: str) -> list[str]:
        """The words of a normalised text, long ones also in their parts."""
        return [word for run in _WORD.findall(normalised) for word in self._cut(run)]

    def terms(self, text: str) -> list[str]:
        """The index terms of a text, in order, repeated as they recur."""
        normalised = self.normalise(text)
        stop = stopwords()
        words = [word for word in self.words(normalised) if word not in stop]
        return words + list(pairs(normalised))

    def sounds(self, text: str) -> list[str]:
        """The blurred syllables of a text in pairs, to find what was written with a wrong character or in pinyin."""
        return [pair for run in _SPOKEN.findall(self.normalise(text)) for pair in _pairs_of_sounds(run)]

    def whole_words(self, normalised: str) -> tuple[tuple[str, int], ...]:
        """The words of a normalised text without their parts, each with its place."""
        return self._whole_words(normalised)

    def _cut_whole(self, normalised: str) -> Iterator[tuple[str, int]]:
        for match in _WORD.finditer(normalised):
            if _HAN_RUN.match(match[0]):
                place = match.start()
                for word in self._segmenter.cut(match[0]):
                    yield word, place
                    place += len(word)
            else:
                yield match[0], match.start()

    def _cut_run(self, run: str) -> Sequence[str]:
        if not _HAN_RUN.match(run):
            return (run,)
        return [word for word in self._segmenter.cut_for_search(run) if len(word) > 1]

    @cached_property
    def _segmenter(self) -> Segmenter:
        return segmenter(self._field_words)


@lru_cache(maxsize=256)
def _normalised(text: str) -> str:
    """One form of a text; of a passage the words and the sounds want it one after the other."""
    text = text.translate(_ONE_FORM).lower().strip()
    if len(text.split(maxsplit=1)) > 1:  # a pattern takes longer to say that there is nothing
        text = _SPACE.sub("", text).strip()
    text = _simplifier().convert(text)
    for sign, left, simplified in _LEFT_TRADITIONAL:
        if sign in text:
            text = left.sub(simplified, text)
    return counted_in_digits(text)


@cache
def _simplifier() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


@cache
def stopwords() -> frozenset[str]:
    """Words that shape a sentence or a question but name nothing, from `data/stopwords.txt`."""
    text = (files("knowledge") / "data" / "stopwords.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=_MOST_RUNS)
def _pairs_of_sounds(run: str) -> tuple[str, ...]:
    return tuple(first + second for first, second in pairwise(map(blurred, sounds_of(run))))


def pairs(normalised: str) -> Iterator[str]:
    """The overlapping pairs of characters of each run of Chinese."""
    for run in _HAN_RUN.findall(normalised):
        for first, second in pairwise(run):
            yield first + second
