"""Is this a heading or an enumerated item, of which style and number.

Styles, with the rank that they have where nothing else is known (GB/T 9704-2012, 7.3.3 orders 一、（一）1.（1）;
the rest is the usage of speeches and regulations): 第一编, 第一章, 第一条, 一、, （一）, 1., 3.1, （1）, ①, 第一，, 一是.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from loaders.lazy_pattern import lazy_pattern

_HAN = "一二三四五六七八九十百"
_CLASSES = "级|类|线|季度|期|批|孩|月"
_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")}
# Matching runs on a copy in which every character has one form; the copy has the same offsets.
_ONE_FORM = str.maketrans("（）［］，．：；！？　０１２３４５６７８９", "()[],.:;!? 0123456789")


class Style(IntEnum):
    """How an item is marked; the value is its usual rank, outermost first."""

    H1 = 1
    H2 = 2
    H3 = 3
    H4 = 4
    H5 = 5
    H6 = 6
    ANNEX = 8
    BOOK = 9
    CHAPTER = 10
    SECTION = 15
    ARTICLE = 17
    DECIMAL_1 = 18
    HAN_COMMA = 20
    PLAIN = 25
    HAN_PAREN = 30
    ARABIC = 40
    DECIMAL_2 = 42
    DECIMAL_3 = 44
    DECIMAL_4 = 46
    ARABIC_PAREN = 50
    CIRCLED = 60
    ORDINAL = 65
    SPOKEN = 70
    BIDDING = 72
    BARE = 80


INLINE = frozenset({Style.ORDINAL, Style.SPOKEN, Style.BIDDING, Style.BARE})
"""Styles that mark items of running text rather than headings of their own."""


@dataclass(frozen=True, slots=True)
class Marker:
    """An item's mark: where it stands, where the words after it begin, its style and number."""

    start: int
    end: int
    style: Style
    number: int


# A separator after 第一章, or a short line without a stop: automatic numbers have none (第一章总则).
_TITLE_FOLLOWS = r"(?=[\s:、,]|(?!的|是|所|规定|中|和|至)[^\s。,;:!?]{1,24}(?:\n|\Z))"
_NUMERAL = rf"(?P<n>[{_HAN}零〇]{{1,5}}|\d{{1,3}})"

_PATTERNS: tuple[tuple[Style, str], ...] = (
    (Style.ANNEX, r"附\s?[件表录]\s?(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})?\s?:?\s?(?=\n|\Z)"),
    (Style.BOOK, rf"第\s?{_NUMERAL}\s?编{_TITLE_FOLLOWS}"),
    (
        Style.CHAPTER,
        rf"第\s?(?P<n>[{_HAN}]{{1,3}}|\d{{1,2}})\s?(?:(?:部分|篇)(?=[\s:、,])|章{_TITLE_FOLLOWS})",
    ),
    (Style.SECTION, rf"第\s?(?P<n>[{_HAN}]{{1,3}}|\d{{1,2}})\s?节{_TITLE_FOLLOWS}"),
    # 第三条规定的, 第五条、第六条 refer to articles.
    (Style.ARTICLE, rf"第\s?{_NUMERAL}\s?条(?:之[{_HAN}])?(?!\s?(?:规定|所|第|至|和|及|或|、|款|的|中))\s?"),
    # 二、三级医院 counts classes, it is no heading.
    (
        Style.HAN_COMMA,
        rf"(?P<n>[{_HAN}]{{1,3}})\s?[、.](?!\s?(?:[{_HAN}]、)?[{_HAN}\d]{{1,3}}(?:{_CLASSES}))",
    ),
    # （一）至（三）项 and （一）、（二）项 refer to items.
    (Style.HAN_PAREN, rf"\(\s?(?P<n>[{_HAN}]{{1,3}})\s?\)(?!\s?(?:至|到|和|、\s?\(|项|款|条))、?"),
    # 1.4月启动 numbers an item, 1.4 does not.
    (
        Style.ARABIC,
        rf"(?P<n>\d{{1,2}}|[1-9]\d\d(?=[.、]\D))\s?(?:、(?!\s?\d{{1,3}}(?:{_CLASSES}))|\.(?!\d(?!\d?月|\d{{3}}年))(?!\s?\d{{1,3}}(?!月)(?:{_CLASSES})))",
    ),
    (Style.ARABIC_PAREN, r"\(?\s?(?P<n>[1-9]?\d{1,2})\s?\)(?!\s?(?:至|到|和|、|项|款|条))"),
    (Style.CIRCLED, r"(?P<n>[①-⑳])"),
    (Style.ORDINAL, rf"(?:第(?P<n>[{_HAN}]{{1,3}})[,:](?!\s?第)|其(?P<m>[{_HAN}]{{1,2}})[,:])"),
    (Style.SPOKEN, rf"(?P<n>[{_HAN}]{{1,3}})是(?!否)"),
    (Style.BIDDING, rf"(?P<n>[{_HAN}]{{1,3}})要(?![素点])"),
)
_FIRSTS = frozenset(_HAN + "0123456789(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳第其附")
_AT_HEAD = tuple((style, lazy_pattern(pattern)) for style, pattern in _PATTERNS)
_INSIDE_STYLES = frozenset(Style) - {
    Style.ANNEX, Style.BOOK, Style.CHAPTER, Style.SECTION, Style.ARTICLE, Style.PLAIN, Style.BARE
}  # fmt: skip
_CLAUSE_END = lazy_pattern(r"[。;!?:,、\s]\s*")


def one_form(text: str) -> str:
    """Give punctuation and digits one form each; offsets stay the same."""
    return text.translate(_ONE_FORM)


def number(numeral: str) -> int:
    """Read the numeral of a mark: 十二, 12 or ⑫."""
    if numeral[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(numeral) - ord("①") + 1
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return _DIGIT.get(numeral[-1], 0)
    return (_DIGIT.get(tens, 0) if tens else 1) * 10 + (_DIGIT.get(ones, 0) if ones else 0)


def marker_at(form: str, position: int) -> Marker | None:
    """The mark that stands at a place of a text in one form (see `one_form`), or None."""
    if form[position : position + 1] not in _FIRSTS:
        return None
    for style, pattern in _AT_HEAD:
        if match := pattern.match(form, position):
            groups = match.groupdict()
            return Marker(position, match.end(), style, number(groups["n"] or groups.get("m") or "一"))
    return None


def markers_inside(form: str, start: int, end: int, later: Sequence[Marker] = ()) -> list[Marker]:
    """The marks of a printed line: one at its head, and chains such as 一是…二是… that run on inside it.

    A mark inside a line counts only where a clause begins and the item before or after it in its series stands
    in the line too or opens one of the `later` lines, so 一把手 and a lone （二） are no items.
    """
    head = marker_at(form, start)
    inside = (_inside(form, place, end) for place in _clause_starts(form, start, end))
    others = [m for m in inside if m and m.start > start and m.style in _INSIDE_STYLES]
    series = {(m.style, m.number) for m in [*others, *later, *([head] if head else [])]}
    chained = [m for m in others if _may_begin(form, m) and _has_neighbour(m, series)]
    return [head, *chained] if head else chained


def _clause_starts(form: str, start: int, end: int) -> Iterator[int]:
    for match in _CLAUSE_END.finditer(form, start, end):
        yield match.end()


def _inside(form: str, position: int, end: int) -> Marker | None:
    marker = marker_at(form, position)
    return marker if marker and marker.end < end else None


def _may_begin(form: str, marker: Marker) -> bool:
    """Only the first item of a spoken series may follow a mere comma (有三个特点，一是…)."""
    before = form[max(0, marker.start - 20) : marker.start].rstrip()[-1:]
    return before not in ",、" or (marker.number == 1 and marker.style in INLINE)


def _has_neighbour(marker: Marker, series: set[tuple[Style, int]]) -> bool:
    return (marker.style, marker.number + 1) in series or (marker.style, marker.number - 1) in series
