"""A name for a document that has no title, in a file whose name says nothing: who signs it, when, and what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.metadata import PartialDate

_SAYS_NOTHING = lazy_pattern(
    r"(?:新建|未命名|无标题|文本|文档|文件|资料|扫描件?|图片|照片|副本|复制|下载|microsoft|word|wps|txt|untitled|document|doc|new|"
    r"scan(?:ned)?|img|image|picture|photo|copy|tmp|mmexport|[\W\d_])*",
    re.IGNORECASE,
)
# How an official document says what it is (GB/T 9704), and how a speech begins; the first that fits.
_KINDS = (
    ("讲话", lazy_pattern(r"^(?:同志们|各位(?:领导|同志|代表|同事)|尊敬的)")),
    ("通知", lazy_pattern(r"通知如下|特此通知")),
    ("通报", lazy_pattern(r"通报如下|特此通报")),
    ("报告", lazy_pattern(r"报告如下|特此报告")),
    ("请示", lazy_pattern(r"特此请示|妥否，请")),
    ("函", lazy_pattern(r"特此(?:函|复函|函复)")),
)
_GREETING = lazy_pattern(r"[^，。；]{2,30}[:：]$")
_SHOWN = 20  # characters of the first words


def says_nothing(file_name: str) -> bool:
    """Whether the name of a file, without suffix, is what programs and scanners give."""
    return _SAYS_NOTHING.fullmatch(file_name) is not None


def made_name(lines: Sequence[str], issuer: str | None, signed: PartialDate | None) -> str:
    """A name of who signs, when, and what kind of document it is; where neither is known, of its first words.

    Arguments: the lines of the document; the body that signs it; the date under it.
    """
    kind = _kind(lines)
    if issuer or signed:
        return f"{issuer or ''}{_written(signed) if signed else ''}的{kind}"
    words = next((line for line in lines if not _GREETING.fullmatch(line)), "").rstrip("。！；：，")
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    return f"{kind}（{shown}）" if shown else kind


def _kind(lines: Sequence[str]) -> str:
    text = "\n".join(lines)
    return next((name for name, cue in _KINDS if cue.search(text)), "文件")


def _written(date: PartialDate) -> str:
    return "".join(
        f"{part}{unit}" for part, unit in ((date.year, "年"), (date.month, "月"), (date.day, "日")) if part
    )
