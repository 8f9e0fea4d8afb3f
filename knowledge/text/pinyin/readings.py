"""What pypinyin reads phrases and characters as, without tones, in a table that is made once and kept.

As the library holds them its phrases take 60 MB and a fifth of a second of each start.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from loaders.cache_folder import kept_json

_FORM = "1"  # of the table; another one makes it anew


@dataclass(frozen=True, slots=True)
class Readings:
    """How words are read.

    `characters` has the usual syllable of each character, `phrases` the syllables, with spaces between, of those that are
    read otherwise than character by character; `regular` are the other phrases that the library knows, which are cut as a whole, too.
    `longest` is the length of the longest phrase that begins with two characters: with most no phrase does.
    """

    characters: dict[str, str]
    phrases: dict[str, str]
    regular: frozenset[str]
    longest: dict[str, int]

    def of(self, words: str) -> list[str]:
        """The syllables of some words, cut into the longest phrase at each place as pypinyin cuts them; what is no
        character stays together as it is."""
        syllables: list[str] = []
        position, foreign = 0, ""
        while position < len(words):
            if (first := words[position]) not in self.characters:
                foreign += first
                position += 1
                continue
            if foreign:
                syllables.append(foreign)
                foreign = ""
            piece = self._piece(words, position)
            syllables += self._syllables(piece)
            position += len(piece)
        return [*syllables, foreign] if foreign else syllables

    def _syllables(self, piece: str) -> Iterable[str]:
        if len(piece) > 1 and (phrase := self.phrases.get(piece)):
            return phrase.split()
        return [self.characters.get(character, character) for character in piece]

    def _piece(self, words: str, start: int) -> str:
        """The longest phrase at a place, else its character."""
        longest = self.longest.get(words[start : start + 2], 1)
        for end in range(min(len(words), start + longest), start + 1, -1):
            if (piece := words[start:end]) in self.regular or piece in self.phrases:
                return piece
        return words[start]


@cache
def readings() -> Readings:
    """How words are read, by pypinyin."""
    table = kept_json("readings", f"{version('pypinyin')}-{_FORM}", _from_pypinyin)
    characters = {character: sys.intern(syllable) for character, syllable in table["characters"].items()}
    phrases, regular = table["phrases"], frozenset(table["regular"])
    longest = {phrase[:2]: len(phrase) for phrase in sorted((*phrases, *regular), key=len)}
    return Readings(characters, phrases, regular, longest)


def _from_pypinyin() -> dict[str, object]:
    """The table of the library, first readings only, the accented letters plain and ü written v."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
    from pypinyin.phonetic_symbol import phonetic_symbol

    plain = {ord(sign): letter.strip("01234") for sign, letter in phonetic_symbol.items() if len(sign) == 1}
    plain |= {ord("ü"): "v", **{code: letter.replace("ü", "v") for code, letter in plain.items()}}
    characters = {chr(code): reading.split(",")[0].translate(plain) for code, reading in PINYIN_DICT.items()}
    phrases = {
        phrase: " ".join(reading[0] for reading in sounds).translate(plain)
        for phrase, sounds in PHRASES_DICT.items()
    }
    irregular = {
        phrase: sounds
        for phrase, sounds in phrases.items()
        if sounds != " ".join(characters.get(character, character) for character in phrase)
    }
    return {
        "characters": characters,
        "phrases": irregular,
        "regular": sorted(phrases.keys() - irregular.keys()),
    }
