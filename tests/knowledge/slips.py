"""Slips of typing made from clean questions, always the same for the same question."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from pypinyin import Style, lazy_pinyin

from knowledge.evaluation.metrics import GoldQuestion
from knowledge.text.analyzer import Analyzer, stopwords

_BLURS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))
_VOICE = ("嗯", "那个", "就是说", "呃")


def near_homophone(question: str, chance: random.Random) -> str:
    """A character of like sound: z for zh, in for ing."""
    places = [(i, others) for i, c in enumerate(question) if (others := _near().get(c))]
    if not places:
        return question
    place, others = chance.choice(places)
    return question[:place] + chance.choice(others) + question[place + 1 :]


def doubled(question: str, chance: random.Random) -> str:
    """A character typed twice."""
    place = chance.choice([i for i, c in enumerate(question) if _is_han(c)] or [0])
    return question[: place + 1] + question[place:]


def initials(question: str, chance: random.Random) -> str:
    """A word of the subject by the first letters of its syllables."""
    words = [w for w, _ in _analyzer().whole_words(question) if len(w) >= 3 and all(map(_is_han, w))]
    if not words:
        return question
    word = chance.choice(words)
    return question.replace(word, "".join(lazy_pinyin(word, style=Style.FIRST_LETTER)), 1)


def voice(question: str, chance: random.Random) -> str:
    """As spoken into the telephone: no punctuation, and the noises of thinking."""
    words = [w for w, _ in _analyzer().whole_words(question.rstrip("？?。"))]
    place = chance.randrange(len(words) + 1)
    return chance.choice(_VOICE) + "".join([*words[:place], chance.choice(_VOICE), *words[place:]]) + "来着"


def in_pinyin(question: str, chance: random.Random) -> str:
    """All of it in pinyin, a space between words."""
    return " ".join("".join(lazy_pinyin(w)) for w, _ in _analyzer().whole_words(question.rstrip("？?。")))


SLIPS: dict[str, Callable[[str, random.Random], str]] = {
    "near homophone": near_homophone,
    "doubled": doubled,
    "initials": initials,
    "voice": voice,
    "whole pinyin": in_pinyin,
}


def slipped(gold: list[GoldQuestion], name: str) -> list[GoldQuestion]:
    """The answerable questions that a slip changes, changed."""
    rows = []
    for one in gold:
        typed = SLIPS[name](one.q, random.Random(one.id))
        if one.kind != "none" and typed != one.q:
            rows.append(replace(one, q=typed, noise=name))
    return rows


@cache
def _analyzer() -> Analyzer:
    return Analyzer()


@cache
def _near() -> dict[str, list[str]]:
    """The everyday characters that sound nearly, but not quite, like each."""
    everyday = [bytes((a, b)).decode("gb2312") for a in range(0xB0, 0xD7) for b in range(0xA1, 0xFF)]
    sounds = {character: lazy_pinyin(character)[0] for character in everyday}
    alike = defaultdict(list)
    for character, sound in sounds.items():
        alike[_blurred(sound)].append(character)
    return {
        c: others
        for c, sound in sounds.items()
        if c not in stopwords() and (others := [o for o in alike[_blurred(sound)] if sounds[o] != sound])
    }


def _blurred(sound: str) -> str:
    for clear, blurred in _BLURS:
        sound = sound.replace(clear, blurred)
    return sound


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
