"""Words that a question may mean where it was typed with a wrong, swapped, doubled or missing character or in pinyin.

A guess is offered to the search as one more way to say a concept; the question itself is never rewritten.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from knowledge.text.pinyin.syllables import blurred, sounds_of, syllables_of

_LONGEST, _SHORTEST = 5, 2
_MOST = 4
# Shorter words without one of their characters are too like other words.
_LONG_ENOUGH = 4
# Two initials stand for too many words.
_FEWEST_INITIALS = 3
# Characters that are read in several ways in words of the field, with what is typed for them; a dictionary of words
# would have to know them all (长护险 is in none).
_HETERONYMS = {
    "长": ("chang", "zhang"), "大": ("da", "dai"), "血": ("xue", "xie"), "行": ("xing", "hang"), "重": ("zhong", "chong"),
    "调": ("diao", "tiao"), "率": ("lv", "lu"), "传": ("chuan", "zhuan"), "差": ("cha", "chai"), "薄": ("bo", "bao"), "参": ("can", "shen"),
    "给": ("gei", "ji"), "降": ("jiang", "xiang"), "数": ("shu", "shuo"), "卡": ("ka", "qia"), "便": ("bian", "pian"), "绿": ("lv", "lu"),
    "女": ("nv", "nu"), "看": ("kan",), "强": ("qiang", "jiang"), "处": ("chu",), "核": ("he", "hu"), "乐": ("le", "yue"), "育": ("yu",),
}  # fmt: skip
_MOST_READINGS = 8
_TWICE = re.compile(r"(.)\1")


@dataclass(frozen=True, slots=True)
class SpellingGuess:
    """A stretch of a question and the words that it may stand for."""

    start: int
    end: int
    words: tuple[str, ...]


class _Syllables(dict[str, str]):
    """The syllable of each character; one not met before is looked up."""

    def __missing__(self, character: str) -> str:
        self.update(syllables_of([character]))
        return self[character]


class _WordTables:
    """Words by their sound, exact and blurred, by their initials, by their characters in any order, and by all but one
    of their characters."""

    def __init__(self, words: Iterable[str]) -> None:
        short_words = [
            word for word in words if word.isalpha() and not word.isascii() and len(word) <= _LONGEST + 1
        ]
        # A character at a time: slips are made in characters, and 15,000 words are too many to read in context.
        self._syllables = _Syllables(syllables_of({character for word in short_words for character in word}))
        self.words = frozenset(short_words)
        self.by_sound: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        self.by_blurred_sound: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        self.by_initials: defaultdict[str, list[str]] = defaultdict(list)
        self.by_characters: defaultdict[str, list[str]] = defaultdict(list)
        self.by_all_but_one: defaultdict[str, list[str]] = defaultdict(list)
        for word in short_words:
            self._learn(word)

    def sounds(self, word: str) -> tuple[str, ...]:
        """The syllable of each character."""
        return tuple(self._syllables[character] for character in word)

    def _learn(self, word: str) -> None:
        for sounds in self._readings(word):
            self.by_sound[sounds].append(word)
            self.by_blurred_sound[tuple(map(blurred, sounds))].append(word)
            self.by_initials["".join(sound[0] for sound in sounds)].append(word)
        self.by_characters["".join(sorted(word))].append(word)
        if len(word) >= _LONG_ENOUGH:
            for place in range(len(word)):
                self.by_all_but_one[word[:place] + word[place + 1 :]].append(word)

    def _readings(self, word: str) -> Iterator[tuple[str, ...]]:
        """The ways to say a word: a character read in several ways may have any of them."""
        if _HETERONYMS.keys().isdisjoint(word):
            yield self.sounds(word)
            return
        others = [dict.fromkeys((self._syllables[c], *_HETERONYMS.get(c, ()))) for c in word]
        yield from islice(product(*others), _MOST_READINGS)


class Speller:
    """Knows words by how they sound and look; its tables are made when a question first has what is no known word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)

    @cached_property
    def _tables(self) -> _WordTables:
        return _WordTables(self._words)

    def guesses(self, text: str, is_known: Callable[[str], bool]) -> Iterator[SpellingGuess]:
        """The stretches of a text that are no known words but sound like some, or have their characters.

        Arguments: a text with blanks where nothing is to be guessed; what tells known words. Longer stretches
        come first; those that overlap an earlier guess are left out.
        """
        covered: set[int] = set()
        for length in range(_LONGEST + 1, _SHORTEST - 1, -1):
            for start in range(len(text) - length + 1):
                places = range(start, start + length)
                stretch = text[start : start + length]
                if " " in stretch or covered.intersection(places) or is_known(stretch):
                    continue
                if words := self._alike(stretch):
                    covered.update(places)
                    yield SpellingGuess(start, start + length, words)

    def in_letters(self, word: str) -> tuple[str, ...]:
        """The words that some letters may stand for: one word, or several, in pinyin without tones, or initials."""
        syllables = tuple(sounds_of(word))
        return (
            tuple(self._tables.by_sound.get(syllables, ())[:_MOST])
            or tuple(self._words_in(syllables))
            or tuple(self._in_initials(word))
        )

    def _words_in(self, syllables: tuple[str, ...]) -> Iterator[str]:
        """The words that several syllables are made of, the longest first at each place."""
        start = 0
        while start < len(syllables) - 1:
            ends = range(min(len(syllables), start + _LONGEST + 1), start + 1, -1)
            end = next((end for end in ends if syllables[start:end] in self._tables.by_sound), start + 1)
            yield from self._tables.by_sound.get(syllables[start:end], ())[:_MOST] if end - start > 1 else ()
            start = end

    def _in_initials(self, letters: str) -> list[str]:
        return self._tables.by_initials.get(letters, [])[:_MOST] if len(letters) >= _FEWEST_INITIALS else []

    def _alike(self, stretch: str) -> tuple[str, ...]:
        if stretch.isascii() or not stretch.isalpha():  # as all words are
            return ()
        tables = self._tables
        sounds = tables.sounds(stretch)
        similar = (
            *({_TWICE.sub(r"\1", stretch, count=1)} & tables.words),
            *tables.by_characters.get("".join(sorted(stretch)), ()),
            *tables.by_all_but_one.get(stretch, ()),
            *tables.by_sound.get(sounds, ()),
            *tables.by_blurred_sound.get(tuple(map(blurred, sounds)), ()),
        )
        return tuple(dict.fromkeys(word for word in similar if word != stretch))[:_MOST]
