"""Which element of an official document a line is, by its words alone (GB/T 9704-2012, 7.2 to 7.4)."""

from __future__ import annotations

import re
from enum import Enum, auto

from loaders.lazy_pattern import lazy_pattern
from loaders.structure.headings import one_form
from loaders.structure.official.bodies import bodies_named
from loaders.structure.official.written_dates import date_of_line

LONGEST = 90
"""No element that is told by its words alone is longer, in characters."""


class Element(Enum):
    """What a line of an official document is; TEXT is anything that is not told by its words alone."""

    LETTERHEAD = auto()
    MARK = auto()
    NUMBER = auto()
    DATE = auto()
    SUBTITLE = auto()
    BODY = auto()
    ANNEX = auto()
    IMPRINT = auto()
    NOTE = auto()
    TEXT = auto()


_LETTERHEAD = lazy_pattern(r"(?!关于)[^，。；：《]{2,38}文件")
_YEAR = r"[〔\[［(（【]\s?(20\d\d)\s?[〕\]］)）】]"
_NUMBER = lazy_pattern(rf"[\u4e00-\u9fff]{{2,12}}\s?{_YEAR}\s?(?:第\s?)?\d{{1,4}}\s?号")
_ISSUE = lazy_pattern(rf"[(（]?(?:{_YEAR}\s?|20\d\d\s?年\s?)?第?\s?\d{{1,3}}\s?[期号][)）]?")
_SIGNER = r"(?:签\s?发\s?人|会\s?签\s?人?)\s*[:：].{0,30}"
# Copy number, secrecy with its term, urgency (7.2.1 to 7.2.3), who signs the original (7.2.6).
_MARK = lazy_pattern(
    rf"(?:№|No\.?|份号[:：]?)?\s?\d{{6}}|(?:绝密|机密|秘密|内部)(?:\s?[★☆*]?\s?.{{0,8}}(?:年|月|长期))?|"
    rf"(?:特\s?急|加\s?急|平\s?急|特\s?提|急\s?件)|{_SIGNER}"
)
_SUBTITLE = lazy_pattern(r"[-—–]{1,3}\s?(?P<words>\S.*)")
_ANNEX = lazy_pattern(
    r"附\s?[件表录]\s?(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:[-—.]\d{1,2})?)?\s?(?:[:：]\s*(?P<title>[^。；]{4,60})?|[ \u3000]+(?P<apart>[^。；]{4,60}))?"
)
_LISTED = lazy_pattern(r"\s*(?:\d{1,2}\s?[.．、]|[(（]?\d{1,2}[)）])")
_COPIES = r"[(（]?\s?共印\s?\d+\s?份\s?[)）]?"
_IMPRINT = lazy_pattern(
    rf"(?:抄\s?送|抄\s?报|分\s?送|报\s?送|发\s?送|主题词|校\s?对)\s?[:：].*|{_COPIES}|.{{0,40}}20\d\d\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日\s?印发[。]?(?:\s*{_COPIES})?"
)
_NOTE = lazy_pattern(r"[(（](?:此件|信息公开|公开方式|联系人|联系电话|联系方式|依申请)[^\n]*[)）]")


def element_of(words: str) -> Element:
    """The element that a line without surrounding white space is."""
    if len(words) > LONGEST:
        return Element.IMPRINT if _IMPRINT.fullmatch(words) else Element.TEXT
    form = one_form(words)
    for element, pattern in _BY_PATTERN:
        if pattern.fullmatch(form):
            return element
    if annex_title(words) is not None:
        return Element.ANNEX
    if date_of_line(words):
        return Element.DATE
    if _LETTERHEAD.fullmatch("".join(words.split())):
        return Element.LETTERHEAD
    return Element.BODY if bodies_named(words) else Element.TEXT


def annex_title(words: str) -> str | None:
    """The title on the line of an annex's label (附件1：任务清单), empty for the label alone, None for no label.

    附件：1.清单 announces the annexes and labels none.
    """
    match = _ANNEX.fullmatch(words)
    if not match:
        return None
    title = (match["title"] or match["apart"] or "").strip()
    return None if _LISTED.match(title) else title


def number_in(words: str) -> str | None:
    """The issuing number that stands in a line (国卫办发〔2023〕1号)."""
    match = _NUMBER.search(one_form(words))
    return words[match.start() : match.end()] if match else None


def year_of_number(number: str | None) -> int | None:
    """The year in an issuing number."""
    match = re.search(_YEAR, one_form(number)) if number else None
    return int(match[1]) if match else None


def subtitle_in(words: str) -> str | None:
    """The words of a subtitle after its dash."""
    match = _SUBTITLE.fullmatch(words)
    return match["words"] if match else None


_BY_PATTERN = (
    (Element.NUMBER, lazy_pattern(rf"(?:{_NUMBER.pattern}|{_ISSUE.pattern})(?:\s*{_SIGNER})?")),
    (Element.MARK, lazy_pattern(rf"(?:{_MARK.pattern})(?:\s+(?:{_MARK.pattern}))*")),
    (Element.IMPRINT, _IMPRINT),
    (Element.NOTE, _NOTE),
    (Element.SUBTITLE, _SUBTITLE),
)
