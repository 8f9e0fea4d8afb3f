"""What stands in a file but is not part of a speech: adverts, page numbers, furniture of web pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from loaders.blocks.source import LeftOut
from loaders.structure.front_matter import is_title
from loaders.structure.lines import Line

_LONGEST = 70
_BODY = 80
_PAGE = re.compile(
    r"[-—–\s]*第?\s*\d{1,4}\s*页?(?:\s*[/,，共]\s*\d{1,4}\s*页?)?[-—–\s]*|Page \d+(?: of \d+)?|[-—–_=*·.\s]{3,}"
)
_ADVERT = re.compile(
    r"公众号|公号|QQ\s*群|Q群|q群|会员(?:群|资料|材料|福利)|微信号|加微信|扫码|扫一扫|长按.{0,6}二维码|点击(?:下载|查看|关注|阅读|这里|此处)|"
    r"免费(?:下载|领取|赠送|获取)|(?:下载|打印)(?:全文|本文|此文|文档)|立享|订阅|倒卖|禁止外传|仅供(?:学习|参考)|版权所有|转载(?:请|自)|"
    r"侵权.{0,6}删|更多(?:资料|材料|公文|范文|精彩|好文)|范文(?:网|大全)|文库|www\.|https?://|\.com\b|\.cn\b"
)
_FURNITURE = re.compile(
    r"(?:责任)?编辑[:：]|来源[:：]|发布(?:时间|日期|机构)[:：]|浏览(?:次数|量)|阅读(?:次数|量)|访问(?:次数|量)|字[号体][:：]|"
    r"上一[篇条]|下一[篇条]|返回(?:首页|顶部)|分享到|(?:当前|您现在的)位置[:：]|索引号[:：]|打印(?:本页|本文)|关闭(?:窗口|本页)|扫一扫"
)
# Lines that plans repeat for a reason: who is responsible, by when.
_REPEATED_FOR_A_REASON = re.compile(r"[:：]|责任|牵头|单位|时限|同志们|[。！？；]$")
_MOST_TIMES = 3
_SHARE = 0.05
_LITTLE = 100
"""So many characters may go from a short document even where they are more than the share."""


def find_noise(text: str, lines: list[Line]) -> list[LeftOut]:
    """Find the lines that belong to no speech.

    Only short lines without a full stop inside can be noise, so a sentence on the work of a 公众号 stays. Before
    the title and after the last body paragraph an advert takes its neighbours with it, for adverts have
    several lines of which some look like any other. Arguments: the text and its lines; returns stretches in
    order, each with its reason (advert, furniture, page, repeated).
    """
    watermarks = _watermarks(text, lines)
    reasons = [_reason(text, line, watermarks) for line in lines]
    first, last = _body(text, lines)
    title = next((i for i, line in enumerate(lines) if is_title(text[line.start : line.end])), first)
    adverts = [i for i, reason in enumerate(reasons) if reason == "advert"]
    head = [i for i in adverts if i < min(first, title)]
    tail = [i for i in adverts if i > last]
    for i in [*range(head[-1] if head else 0), *range(tail[0] if tail else len(lines), len(lines))]:
        reasons[i] = reasons[i] or "advert"
    return [
        LeftOut(line.start, line.end, reason) for line, reason in zip(lines, reasons, strict=True) if reason
    ]


def within_bounds(lines: Sequence[Line], noise: Sequence[LeftOut]) -> tuple[list[LeftOut], tuple[str, ...]]:
    """The noise to leave out, and a warning for each reason that is not believed.

    A reason that would leave out more than a twentieth of the document says more of the rule than of the text.
    """
    total = sum(line.end - line.start for line in lines)
    sizes = Counter[str]()
    for stretch in noise:
        sizes[stretch.reason] += stretch.end - stretch.start
    doubted = {reason for reason, size in sizes.items() if size > max(_LITTLE, _SHARE * total)}
    warnings = tuple(
        f"what looks like noise ({reason}) is {sizes[reason] / total:.0%} of the text, so it was kept; check it"
        for reason in sorted(doubted)
    )
    return [stretch for stretch in noise if stretch.reason not in doubted], warnings


def _reason(text: str, line: Line, watermarks: frozenset[str]) -> str | None:
    words = text[line.start : line.end]
    if _PAGE.fullmatch(words):
        return "page"
    if words in watermarks:
        return "repeated"
    if len(words) > _LONGEST or "。" in words[:-1]:
        return None
    if _ADVERT.search(words):
        return "advert"
    return "furniture" if _FURNITURE.search(words) else None


def _watermarks(text: str, lines: Sequence[Line]) -> frozenset[str]:
    """Short lines that come again and again through the whole text: running headers, watermarks."""
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if line.end - line.start <= _LONGEST:
            places.setdefault(text[line.start : line.end], []).append(number)
    half = len(lines) / 2
    return frozenset(
        words
        for words, at in places.items()
        if len(at) > _MOST_TIMES and at[0] < half <= at[-1] and not _REPEATED_FOR_A_REASON.search(words)
    )


def _body(text: str, lines: list[Line]) -> tuple[int, int]:
    """The first line that is body text for sure, and the last that may be."""
    first = next((i for i, line in enumerate(lines) if _is_body(text, line)), 0)
    last = next((i for i in reversed(range(len(lines))) if _may_be_body(text, lines[i])), len(lines))
    return first, last


def _is_body(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    return (len(words) >= _BODY and not _ADVERT.search(words[:_LONGEST])) or words.startswith(
        ("同志们", "各位")
    )


def _may_be_body(text: str, line: Line) -> bool:
    """A line after which nothing of the speech is lost: a sentence, or a body line."""
    words = text[line.start : line.end]
    return _is_body(text, line) or (words.endswith(("。", "！")) and not _ADVERT.search(words))
