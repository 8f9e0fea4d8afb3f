"""Words that a question may mean where it was typed with a wrong, swapped or missing character or in pinyin.

A guess is offered to the search as one more way to say a concept; the question itself is never rewritten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from knowledge.analysis import sounds_of, syllables_of

_LONGEST, _SHORTEST = 5, 2
_MOST = 4
# Shorter words without one of their characters are too like other words.
_LONG_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Guess:
    """A stretch of a question and the words that it may stand for."""

    start: int
    end: int
    words: tuple[str, ...]


class _Syllables(dict[str, str]):
    """The syllable of each character; one not met before is looked up."""

    def __missing__(self, character: str) -> str:
        self.update(syllables_of([character]))
        return self[character]


class Speller:
    """Knows words by their sound, by their characters in any order, and by all but one of their characters."""

    def __init__(self, words: Iterable[str]) -> None:
        known = [
            word for word in words if word.isalpha() and not word.isascii() and len(word) <= _LONGEST + 1
        ]
        # A character at a time: slips are made in characters, and 15,000 words are too many to read in context.
        self._syllables = _Syllables(syllables_of({character for word in known for character in word}))
        self._by_sound: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        self._by_characters: defaultdict[str, list[str]] = defaultdict(list)
        self._by_all_but_one: defaultdict[str, list[str]] = defaultdict(list)
        for word in known:
            self._by_sound[self._sounds(word)].append(word)
            self._by_characters["".join(sorted(word))].append(word)
            if len(word) >= _LONG_ENOUGH:
                for place in range(len(word)):
                    self._by_all_but_one[word[:place] + word[place + 1 :]].append(word)

    def guesses(self, text: str, is_known: Callable[[str], bool]) -> Iterator[Guess]:
        """The stretches of a text that are no known words but sound like some, or have their characters.

        Arguments: a text with blanks where nothing is to be guessed; what tells known words. Longer stretches
        come first; those that overlap an earlier guess are left out.
        """
        taken: set[int] = set()
        for length in range(_LONGEST, _SHORTEST - 1, -1):
            for start in range(len(text) - length + 1):
                places = range(start, start + length)
                stretch = text[start : start + length]
                if " " in stretch or taken.intersection(places) or is_known(stretch):
                    continue
                if words := self._alike(stretch):
                    taken.update(places)
                    yield Guess(start, start + length, words)

    def in_pinyin(self, word: str) -> tuple[str, ...]:
        """The words that a word in pinyin without tones may stand for."""
        return tuple(self._by_sound.get(tuple(sounds_of(word)), ())[:_MOST])

    def _sounds(self, word: str) -> tuple[str, ...]:
        return tuple(self._syllables[character] for character in word)

    def _alike(self, stretch: str) -> tuple[str, ...]:
        if stretch.isascii():
            return ()
        heard = self._by_sound.get(self._sounds(stretch), ())
        swapped = self._by_characters.get("".join(sorted(stretch)), ())
        fuller = self._by_all_but_one.get(stretch, ())
        return tuple(dict.fromkeys(word for word in (*swapped, *fuller, *heard) if word != stretch))[:_MOST]
