"""The syllables of words, written in characters or in pinyin, and how alike they sound."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache

from knowledge.text.pinyin.readings import readings
from loaders.lazy_pattern import lazy_pattern

# Initials and finals of the Pinyin scheme (GB/T 16159 writes by it); a longer final is tried first.
_SYLLABLE = lazy_pattern(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|in|un|"
    r"ia|ie|iu|ua|uo|ui|ue|ve|er|[aeiouv])(?![ng](?![aeiouv]))?"
)
# Atomic and possessive: a syllable once read stays read, or a long word that is no pinyin would be tried for ever.
_PINYIN = lazy_pattern(rf"(?>{_SYLLABLE.pattern})++")
_RETROFLEX = lazy_pattern(r"^([zcs])h")
_NASAL = lazy_pattern(r"(?<=[aei])ng$")


def sounds_of(words: str) -> list[str]:
    """The toneless syllables of some words, which may be written in characters or in pinyin (minzu: min, zu)."""
    return [syllable for sound in readings().of(words) for syllable in _syllables(sound)]


def syllables_of(characters: Collection[str]) -> dict[str, str]:
    """The toneless syllable of each of some characters, the usual one where there are several."""
    usual = readings().characters
    return {character: usual.get(character, character) for character in characters}


@cache
def blurred(syllable: str) -> str:
    """A syllable as those hear it who do not tell zh, ch, sh from z, c, s, nor -ng from -n."""
    return _NASAL.sub("n", _RETROFLEX.sub(r"\1", syllable))


def is_pinyin(word: str) -> bool:
    """Whether letters are written-out syllables of pinyin."""
    return _PINYIN.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def _syllables(word: str) -> tuple[str, ...]:
    return tuple(_SYLLABLE.findall(word)) if _PINYIN.fullmatch(word) else (word,)
