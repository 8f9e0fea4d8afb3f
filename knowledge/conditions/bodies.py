"""The bodies and terms that a question names, which the text must name too: 第三人民医院, 第七届, 华西医院, “县聘镇用”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from knowledge.conditions.condition import Condition, Evidence
from knowledge.text.analyzer import pairs
from loaders.lazy_pattern import lazy_pattern

_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_NUMBERED = lazy_pattern(
    rf"第(?P<hospital>{_NUMBER})(?:人民)?医院|(?<![\d一二三四五六七八九十两几])(?P<short>[一二三四五六七八九])院(?![长士校区])|"
    rf"第(?P<session>{_NUMBER})(?P<of>届|批|期)"
)
_HOSPITALS = lazy_pattern(
    r"(?:人民|中医|中心|附属|妇幼|儿童)?(?:医院|卫生院|保健院|分院|大学|学院|中学|小学|公司)"
)
# 县中医院的立体停车楼: whose it is, where a county has one of each sort.
_OWNER = lazy_pattern(
    r"[省市县区](人民医院|中医医院|中医院|妇幼保健院|疾控中心|急救中心|总医院|总院|中心血站|儿童医院|传染病医院|精神病医院|职业病防治院)的"
)
_OTHER_NAMES = {
    "中医院": ("中医院", "中医医院"),
    "中医医院": ("中医院", "中医医院"),
    "总院": ("总院", "总医院"),
}
_QUOTED = lazy_pattern(r"[“\"「]([^”\"」]{2,12})[”\"」]")
_DIGITS = dict(zip("一二三四五六七八九", "123456789", strict=True))
_A_THIRD = 1 / 3
# Which sort of hospital or school it is, or which of many.
_OF_A_KIND = lazy_pattern(
    r"[哪几某各每这那家级个所多]|^(?:公立|公家|私立|私人|民营|民办|公办|三甲|二甲|三乙|专科|综合|口腔|眼科|肿瘤|传染病|精神病?|康复|老年|妇产|"
    r"骨科|职业|医学|医药|卫生|师范|定点|乡镇|乡下|农村|城里|本地|当地|外地|社区|基层|区域|互联网|智慧|附属|知名|正规|大型|小型|全部|所有)$|[过了完]$"  # 念过大学
)


def conditions_on_bodies(
    text: str, words: Sequence[tuple[str, int]], in_corpus: Callable[[str], bool]
) -> Iterator[Condition]:
    """The conditions of a normalised question; `words` are its words, each with where it begins."""
    for match in _NUMBERED.finditer(text):
        yield Condition("term", match[0], partial(_numbers_alike, _forms(match)))
    for name, kind in _named_hospitals(words):
        if len(name) > 1 and not _OF_A_KIND.search(name) and not in_corpus(name):
            yield Condition("term", name + kind, partial(_names, name))
    for match in _OWNER.finditer(text):
        yield Condition("term", match[1], partial(_names_any, _OTHER_NAMES.get(match[1], (match[1],))))
    for match in _QUOTED.finditer(text):
        yield Condition("term", match[1], partial(_names_about, match[1]))


def _names_any(names: tuple[str, ...], evidence: Evidence) -> bool:
    return any(_names(name, evidence) for name in names)


def _named_hospitals(words: Sequence[tuple[str, int]]) -> Iterator[tuple[str, str]]:
    """What stands before 医院, 卫生院 and the like, with that: in one word or in two."""
    for word, _ in words:
        if match := re.fullmatch(rf"(.{{2,}}?)({_HOSPITALS.pattern})", word):
            yield match[1], match[2]
    for (name, start), (kind, place) in pairwise(words):
        if start + len(name) == place and _HOSPITALS.fullmatch(kind):
            yield name, kind


def _forms(match: re.Match[str]) -> re.Pattern[str]:
    """What finds a numbered body or session, with its number in either script; 一院 is 第一人民医院."""
    if match["session"]:
        return re.compile(rf"第{_either(match['session'])}{match['of']}")
    number = _either(match["hospital"] or match["short"])
    return re.compile(rf"第{number}(?:人民)?医院|(?<![\d一二三四五六七八九十]){number}院")


def _either(number: str) -> str:
    digit = _DIGITS.get(number) or next((d for d, other in _DIGITS.items() if other == number), number)
    return f"(?:{number}|{digit})"


def _numbers_alike(form: re.Pattern[str], evidence: Evidence) -> bool:
    return any(form.search(text) for text in (evidence.text, evidence.around, evidence.about))


def _names(name: str, evidence: Evidence) -> bool:
    return any(name in text for text in (evidence.text, evidence.about, evidence.around))


def _names_about(term: str, evidence: Evidence) -> bool:
    """Whether a text has a term, or enough of its pairs of characters where it is mistyped or shortened."""
    if term in evidence.text or term in evidence.about:
        return True
    parts = list(pairs(term))
    present = sum(part in evidence.text for part in parts)
    return not parts or present >= _A_THIRD * len(parts)
