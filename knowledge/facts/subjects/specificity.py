"""Whether words say of what they speak: 补助标准, 工作人员 and 中期评估 do not, 育儿补贴 does.

After the specificity of terms in retrieval (K. Spärck Jones, 1972), here by a list of the words that go with anything.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

import tomli

from knowledge.facts.words import NOUNS, VERBS, Word, words_of
from knowledge.lexicon.topics import subject_words

_OPEN = frozenset("nbajlizfsv")  # first letters of the tags that a word of the field may bear
_MEASURED = frozenset("率数量费额期度")  # 检测率, 接报数: as much or as little as what they measure
_GENERIC_SIGNS = frozenset(
    "人点站村县市区镇户院部科室家员费率单会期楼车类项组量数度级省事时钱书表报卡号处所队班岗线层面"
)
WORDS_OF_CARE = frozenset(
    "近视 急诊 门诊 急救 用药 用血 采血 消毒 出诊 巡诊 义诊 坐诊 随访 探访 接种 筛查 转诊 签约 献血 救治 救助 转运 收治 体检 托育".split()
)
_OPENS_GENERIC = ("每", "各", "第", "首")


@lru_cache(maxsize=8192)
def is_specific(words: str) -> bool:
    """Whether some word names a thing of the field, not only a measure, a sort or an act of anything."""
    tokens = words_of(words)
    pairs = [words[one.start : other.end] in _generic_words() for one, other in pairwise(tokens)]
    known = zip([False, *pairs], [*pairs, False], strict=True)  # 等候时间 as well as its parts
    alone = (word for word, inside in zip(tokens, known, strict=False) if not any(inside))
    return (
        any(map(_is_specific, alone))
        or any(map(_describes, tokens, tokens[1:]))
        or _names_subject(words)
        or _names_fee(words)
    )


def tells_act(words: str) -> bool:
    """Whether some verb tells what happens: not 开展 or 完成, which are said of anything."""
    acts = (word.text for word in words_of(words) if word.tag == "v")
    return any(act not in VERBS and act not in _generic_words() for act in acts)


def _describes(word: Word, following: Word) -> bool:
    """Whether a verb tells of what sort a thing is: 消毒单位, 空转设备."""
    act = (
        word.tag == "v"
        and len(word.text) > 1
        and word.text not in VERBS
        and word.text not in _generic_words()
    )
    return act and (following.tag[:1] == "n" or following.tag == "vn") and len(following.text) > 1


def _is_specific(word: Word) -> bool:
    text = word.text
    if text.startswith(("“", "《")) or word.tag == "eng":
        return True
    if len(text) < 2:
        return word.tag == "n" and text not in _GENERIC_SIGNS  # 药占比, 二级库
    if word.tag[:1] not in _OPEN or text.startswith(_OPENS_GENERIC):
        return False
    if word.tag[:1] == "v" and text not in WORDS_OF_CARE and (text in VERBS or text not in NOUNS):
        return False
    stem = text[:-1] if text[-1] in _MEASURED else text
    return not {text, stem} & _generic_words() and (len(stem) > 1 or stem == text)


def _names_fee(words: str) -> bool:
    """Whether a fee says for what it is: 出诊费, not 服务费."""
    return any(match[1] not in _generic_words() for match in re.finditer("(..)费(?!用)", words))


def _names_subject(words: str) -> bool:
    """Whether some words tell a subject of the taxonomy."""
    beginnings = _words_of_subjects()
    return any(
        words.startswith(word, at)
        for at in range(len(words) - 1)
        for word in beginnings.get(words[at : at + 2], ())
    )


@cache
def _words_of_subjects() -> dict[str, list[str]]:
    """What tells a subject of the taxonomy and is no word that goes with anything, by its first two characters."""
    by_beginning: dict[str, list[str]] = {}
    for word in subject_words():
        if word not in _generic_words():
            by_beginning.setdefault(word[:2], []).append(word)
    return by_beginning


@cache
def _generic_words() -> frozenset[str]:
    """The words of `data/generic_words.toml`."""
    data = tomli.loads((files("knowledge") / "data" / "generic_words.toml").read_text(encoding="utf-8"))
    return frozenset(word for words in data.values() for word in words.split())
