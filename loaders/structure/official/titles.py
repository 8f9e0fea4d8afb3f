"""Titles: a line that reads like one, and the lines that it runs over (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lazy_pattern import lazy_pattern
from loaders.structure.official.bodies import bodies_named
from loaders.structure.official.elements import LONGEST, Element
from loaders.structure.official.written_dates import date_of_line

MOST_LINES = 3
_LONGEST_LETTERHEAD = 10
_LETTER = "通知|意见|函|复函|批复|报告|决定|决议|公告|通告|公报|通报|请示|命令|纪要|建议"
_GENRE = (
    f"讲话|发言|致辞|讲稿|总结|要点|方案|计划|规划|安排|提纲|部署|办法|指标|措施|清单|{_LETTER}|"
    "规定|细则|条例|规范|制度|预案|章程|纲要|汇报|标准|指南|分工|分工表|任务表|一览表|倡议书|责任书"
)
_VERSION = (
    r"20\d\d\s?年?\s?[-—－–~～至]{1,2}\s?20\d\d\s?年?|试行|暂行|草案|修订稿?|征求意见稿|送审稿|讨论稿|审议稿|代拟稿|初稿|"
    r"20\d\d\s?年(?:版|修订|本)?|第.{1,3}[版稿批]"
)
# The bracket may close on the next line: …实施方案（2026— 2028年）.
_END = lazy_pattern(rf"(?:{_GENRE})稿?(?:提纲|摘要|全文)?(?:[(（].{{1,20}}[)）]?)?$")
_LETTER_END = lazy_pattern(rf"(?:{_LETTER})(?:[(（].{{1,20}}[)）])?$")
_LETTER_BEGINS = lazy_pattern(r"关于(?:印发|转发|发布|公布|下发|修订|调整)")
_GOES_ON = lazy_pattern(
    rf"[》”]?的(?:{_LETTER})(?:[(（].{{1,20}}[)）])?|[(（](?:{_VERSION})[)）]?[》”]?(?:的(?:{_LETTER}))?"
)
# A title that begins so is whole: nothing of it stands in the line above.
_WHOLE = lazy_pattern(
    r"在[^，。]{2,40}(?:上|时|期间)的|[^，。]{2,30}(?:局|委|办|厅|院|政府|办公室|委员会|中心|小组|指挥部)关于"
)
_APART = lazy_pattern(r"(?:(?<!\S)\S\s+){4}")
_PAIRS = (("《", "》"), ("（", "）"), ("(", ")"), ("“", "”"))
_NO_TITLE_END = "。！？；，：、;:,>"


def is_title(words: str) -> bool:
    """Whether a line reads like the title of a speech or plan, or like the end of one."""
    whole = "".join(words.split())
    return len(whole) <= LONGEST and "。" not in whole and bool(_END.search(whole))


def title_lines(lines: Sequence[str], elements: Sequence[Element]) -> tuple[int, int] | None:
    """Where the title of a document stands among the lines of its head: the first and the end, exclusive; or None.

    The line that ends it (…讲话, …工作要点) with those that it begins on above, and the rest of it below (的通知, a
    version or years in brackets, what closes an open bracket).
    """
    last = next((i for i, line in enumerate(lines) if _may_end(lines, elements, i, line)), None)
    if last is None:
        return None
    first, end = last, last + 1
    while end < len(lines) and end - last < MOST_LINES and _goes_below(lines[last:end], lines[end]):
        end += 1
    while first > 0 and end - first <= MOST_LINES and _goes_above(lines, elements, first):
        first -= 1
    return first, end


def joined_title(lines: Sequence[str]) -> str:
    """The lines of a title as one, with its letters together where they are printed apart."""
    return "".join("".join(line.split()) if _APART.search(line) else line.strip() for line in lines)


def _may_end(lines: Sequence[str], elements: Sequence[Element], index: int, line: str) -> bool:
    if elements[index] not in (Element.TEXT, Element.ANNEX) or not is_title(line):
        return False
    later = zip(lines[index + 1 :], elements[index + 1 :], strict=True)
    return not (
        _is_letterhead(line, elements[index + 1 : index + 2])
        and any(element is Element.TEXT and is_title(words) for words, element in later)
    )


def _is_letterhead(line: str, following: Sequence[Element]) -> bool:
    """Whether a line may be a letterhead where a title follows: 专题会议纪要, alone or above its number."""
    if not line.endswith(("纪要", "通报", "简报")) or line.startswith("关于"):
        return False
    return Element.NUMBER in following or len(line) <= _LONGEST_LETTERHEAD


def _goes_below(title: Sequence[str], following: str) -> bool:
    """Whether a title goes on in the following line."""
    words = joined_title(title)
    if any(words.count(left) > words.count(right) for left, right in _PAIRS):
        return len(following) <= LONGEST and "。" not in following
    if _GOES_ON.fullmatch(following.strip()) and not date_of_line(following):
        return True
    is_open = _LETTER_BEGINS.search(words) and not _LETTER_END.search(words)
    return bool(is_open) and bool(_LETTER_END.search(following)) and is_title(following)


def _goes_above(lines: Sequence[str], elements: Sequence[Element], first: int) -> bool:
    """Whether a title begins in the line above its present first one."""
    above, present = lines[first - 1].strip(), lines[first].strip()
    if elements[first - 1] not in (Element.TEXT, Element.BODY) or _WHOLE.match(present) or is_title(above):
        return False
    if len(above) > 45 or above[-1] in _NO_TITLE_END or re.search("[>：:]", above):
        return False
    if bodies_named(above):
        return present.startswith(("关于", "印发", "转发")) or bool(bodies_named(present))
    return True
