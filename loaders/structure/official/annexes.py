"""Annexes and issued plans: what a notice announces, and the lines that open it (GB/T 9704-2012, 7.3.4 and 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.lazy_pattern import lazy_pattern
from loaders.structure.official.elements import Element, element_of
from loaders.structure.official.signatures import signature_at

_ISSUES = lazy_pattern(
    r"(?:印发|转发|发布|公布|下发|颁布|通过)(?P<name>[《〈]?[^。]{4,80}?)[》〉]?(?:等.{0,6})?的(?:通知|公告|通告|决定|意见|函|令)"
)
_QUOTED = lazy_pattern(r"《([^》]{4,80})》")
_ANNOUNCED = lazy_pattern(r"附\s?件\s?[:：]\s*(?P<words>\S.*)")
_LISTED = lazy_pattern(r"(?:\d{1,2}\s?[.．、]|[(（]\d{1,2}[)）])\s*\S")
_LONGEST = 70
_REACH = 12


def plans_issued(title: str, opening: str) -> frozenset[str]:
    """The titles of the plans that a notice issues, by its title and first words, white space and brackets aside."""
    names = [match["name"] for match in _ISSUES.finditer(title)]
    if names or "印发" in opening:
        names += _QUOTED.findall(opening)
    return frozenset(plain_title(name) for name in names)


def plain_title(words: str) -> str:
    """A title to be compared: without white space and brackets."""
    return re.sub(r"[\s《》〈〉“”]", "", words)


def announced_annexes(lines: Sequence[str]) -> Iterator[int]:
    """The numbers of the lines that announce annexes: 附件：1.清单 and the lines of its list.

    附件：清单 without a number announces an annex where the signature stands right below it.
    """
    inside = False
    for i, words in enumerate(lines):
        if len(words) > _LONGEST:
            inside = False
            continue
        match = _ANNOUNCED.fullmatch(words)
        if match and (_LISTED.match(match["words"]) or _is_announced(lines, i, match["words"])):
            inside = True
        elif not (inside and _LISTED.match(words) and "。" not in words):
            inside = False
        if inside:
            yield i


def is_label(lines: Sequence[str], index: int) -> bool:
    """Whether a line labels an annex: 附件1, or 附件：清单 that no signature follows."""
    words = lines[index]
    if len(words) > _LONGEST or element_of(words) is not Element.ANNEX:
        return False
    match = _ANNOUNCED.fullmatch(words)
    return not (match and _is_announced(lines, index, match["words"]))


def _is_announced(lines: Sequence[str], index: int, title: str) -> bool:
    """Whether 附件：清单 announces an annex: a signature stands right below it, or its title comes again."""
    plain = plain_title(title)
    return _is_above_signature(lines, index) or any(
        words[0] in title and plain_title(words) == plain for words in lines[index + 1 :]
    )


def _is_above_signature(lines: Sequence[str], index: int) -> bool:
    """Whether only short lines stand between a line and a signature below it."""
    for i in range(index + 1, min(len(lines), index + _REACH)):
        if len(lines[i]) > _LONGEST or element_of(lines[i]) is Element.ANNEX:
            return False
        if signature_at(lines, i):
            return True
    return False
