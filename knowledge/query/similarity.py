"""How alike two questions are: the same but for slips of typing, or near; and the groups that like ones form.

A task of a document is found again by the same measure when its words have changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from knowledge.query.answer_types import Kind, kind_of
from knowledge.query.query import without_filler
from knowledge.text.analyzer import Analyzer, stopwords
from knowledge.text.pinyin.syllables import sounds_of
from loaders.lazy_pattern import lazy_pattern

_TOKEN = lazy_pattern(r"[\u3400-\u9fff]|[a-z]+|\d+(?:\.\d+)?[%‰]?")
_DIGITS = str.maketrans("0123456789", "零一二三四五六七八九")
_SAME_WORDS = tuple(
    (lazy_pattern(said), meant)
    for said, meant in (
        (r"什么时候|啥时候|什么时间|啥时|几时", "何时"),
        (r"怎么样|怎样|如何|咋", "怎么"),
        (r"是什么|是啥|啥", "什么"),
        (r"哪几[个家项所]|哪些[个家项所]?", "哪些"),
        (r"[的了吗呢啊呀吧]+$|的", ""),
    )
)
# One of these more or less, and something else is asked for.
_TELLING = frozenset(
    "一二三四五六七八九十百千万省市县区州旗乡镇村国不非未无没前后上下大小多少新旧男女老总分副正加减增降高低升内外"
)
_SLIPS_FROM = 8  # a question of fewer characters says too little to be taken for another with one slip
# On the 313 gold questions of the example corpus, taught forty at a time, none is near another from here on.
_NEAR = 0.72

# Of 100, rapidfuzz's token_sort_ratio of the terms of two questions that an editor would answer alike.
_TOGETHER = 80.0

ALIKE = 60.0  # of 100, for the task and for its sentence: what was reworded stays above, another task of the plan below

Worded = tuple[str, str]
"""A task, and the sentence that sets its time: in many plans that is a label, nearly the same under every task."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it is compared: its characters and words, their sounds, and the kind of answer that it wants."""

    tokens: tuple[str, ...]
    sounds: tuple[str, ...]
    kind: Kind


def read(question: str, normalise: Callable[[str], str]) -> Reading:
    """Read a question for comparison: without greeting, marks and particles, one word for each way to ask."""
    text = normalise(without_filler(question))
    kind = kind_of(text)
    text = "".join(_TOKEN.findall(text))
    for pattern, replacement in _SAME_WORDS:
        text = pattern.sub(replacement, text)
    tokens = tuple(_TOKEN.findall(text))
    return Reading(tokens, tuple(sound for token in tokens for sound in _sounds(token)), kind)


def is_same(first: Reading, second: Reading) -> bool:
    """Whether two questions are the same but for wrong characters of the same sound, pinyin, or one slip.

    A slip is a pair of characters swapped or one left out that alone changes nothing (县 and 不 do).
    """
    if first.sounds == second.sounds:
        return bool(first.sounds)
    return _slipped(first, second)


def likeness(first: Reading, second: Reading) -> float:
    """How alike two questions are written (0 to 1)."""
    return fuzz.ratio("".join(first.tokens), "".join(second.tokens)) / 100


def is_near(first: Reading, second: Reading) -> bool:
    """Whether one question may have been meant by the other; not where they name different figures or years."""
    return _figures(first) == _figures(second) and likeness(first, second) >= _NEAR


def groups(questions: Sequence[str], analyzer: Analyzer) -> list[list[int]]:
    """Group questions by likeness: each joins the first group whose first question is like it.

    The likeness is rapidfuzz's token_sort_ratio over the analyzer's words. Returns places in `questions`.
    """
    grouped: list[list[int]] = []
    heads: list[tuple[Reading, str]] = []
    for place, question in enumerate(questions):
        reading, terms = read(question, analyzer.normalise), _terms(question, analyzer)
        for group, (head, head_terms) in zip(grouped, heads, strict=True):
            if _groups(reading, head, terms, head_terms):
                group.append(place)
                break
        else:
            grouped.append([place])
            heads.append((reading, terms))
    return grouped


def find_changed(lost: Worded, present: Sequence[Worded]) -> int | None:
    """The place of the task that is the lost one with some changes, None when there is none."""
    scores = [changed_likeness(lost, worded) for worded in present]
    best = max(scores, default=0.0)
    return scores.index(best) if best >= ALIKE else None


def changed_likeness(lost: Worded, present: Worded) -> float:
    """How much of a task and of its sentence is left in another one (0 to 100): the less of the two."""
    return min(map(fuzz.ratio, lost, present))


def _groups(first: Reading, second: Reading, terms: str, other_terms: str) -> bool:
    if _figures(first) != _figures(second):
        return False
    return is_same(first, second) or fuzz.token_sort_ratio(terms, other_terms) >= _TOGETHER


def _terms(question: str, analyzer: Analyzer) -> str:
    words = (word for word, _ in analyzer.whole_words(analyzer.normalise(question)))
    return " ".join(word for word in words if word not in stopwords())


def _slipped(first: Reading, second: Reading) -> bool:
    if (
        min(len(first.tokens), len(second.tokens)) < _SLIPS_FROM
        or OSA.distance(first.sounds, second.sounds, score_cutoff=1) > 1
    ):
        return False
    ours, theirs = Counter(first.tokens), Counter(second.tokens)
    differing = (ours - theirs) + (theirs - ours)
    if not differing:
        return True
    return differing.total() == 1 and first.kind == second.kind and not _is_telling(*differing)


def _is_telling(token: str) -> bool:
    return token in _TELLING or not _is_han(token)


def _figures(reading: Reading) -> list[str]:
    return sorted(token for token in reading.tokens if token[0].isdigit())


def _is_han(token: str) -> bool:
    return "\u3400" <= token <= "\u9fff"


@lru_cache(maxsize=20_000)
def _sounds(token: str) -> tuple[str, ...]:
    """A number sounds as its digits are spoken: 120 is 一二零."""
    return tuple(sounds_of(token.translate(_DIGITS)))
