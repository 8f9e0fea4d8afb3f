"""What stands in a file but is not part of a speech: adverts, page numbers, furniture of web pages."""

from __future__ import annotations

import re

from loaders.lines import Line
from loaders.outline import Noise

_LONGEST = 70
_BODY = 80
_PAGE = re.compile(
    r"[-—–\s]*第?\s*\d{1,4}\s*页?(?:\s*[/,，共]\s*\d{1,4}\s*页?)?[-—–\s]*|Page \d+(?: of \d+)?|[-—–_=*·.\s]{3,}"
)
_ADVERT = re.compile(
    r"公众号|公号|QQ\s*群|Q群|q群|会员(?:群|资料|材料|福利)|微信号|加微信|扫码|扫一扫|长按.{0,6}二维码|点击(?:下载|查看|关注|阅读|这里|此处)|"
    r"免费(?:下载|领取|赠送|获取)|(?:下载|打印)(?:全文|本文|此文|文档)|立享|订阅|倒卖|禁止外传|仅供(?:学习|参考)|版权所有|转载(?:请|自)|"
    r"侵权.{0,6}删|更多(?:资料|材料|公文|范文|精彩|好文)|范文(?:网|大全)|文库|www\.|https?://|\.com\b|\.cn\b|"
    r"(?:责任)?编辑[:：]|来源[:：]|发布时间[:：]|浏览(?:次数|量)|阅读(?:次数|量)|字号[:：]|上一篇|下一篇|返回(?:首页|顶部)|分享到"
)


def find_noise(text: str, lines: list[Line]) -> list[Noise]:
    """Find the lines that belong to no speech.

    Only short lines without a full stop inside can be noise, so a sentence on the work of a 公众号 stays. Before
    the first and after the last body paragraph an advert takes its neighbours with it, for adverts have
    several lines of which some look like any other. Arguments: the text and its lines; returns stretches in
    order, each with its reason (advert, page).
    """
    reasons = [_reason(text, line) for line in lines]
    first, last = _body(text, lines)
    adverts = [i for i, reason in enumerate(reasons) if reason == "advert"]
    head = [i for i in adverts if i < first]
    tail = [i for i in adverts if i > last]
    for i in [*range(head[-1] if head else 0), *range(tail[0] if tail else len(lines), len(lines))]:
        reasons[i] = reasons[i] or "advert"
    return [
        Noise(line.start, line.end, reason) for line, reason in zip(lines, reasons, strict=True) if reason
    ]


def _reason(text: str, line: Line) -> str | None:
    words = text[line.start : line.end]
    if _PAGE.fullmatch(words):
        return "page"
    if len(words) <= _LONGEST and "。" not in words[:-1] and _ADVERT.search(words):
        return "advert"
    return None


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
