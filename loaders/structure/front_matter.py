"""What stands before a speech: its number, title and subtitle, who speaks, when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.metadata.metadata import PartialDate
from loaders.structure.outline import HeadKind
from loaders.structure.written_dates import date_of_line

MOST_TITLE_LINES = 3
_TITLE_END = re.compile(
    r"(?:讲话|发言|致辞|讲稿|总结|报告|要点|方案|计划|规划|意见|通知|安排|提纲|纪要|部署|办法|通报|指标|措施|清单)"
    r"稿?(?:提纲|摘要|全文)?(?:[(（].{1,20}[)）])?$"
)
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{2,12}\s?[〔\[［(（【]\s?(20\d\d)\s?[〕\]］)）】]\s?(?:第\s?)?\d{1,4}\s?号"
)
_LETTERHEAD = re.compile(r".{2,40}文件")
_POST = "书记|主任|省长|市长|县长|区长|州长|盟长|旗长|局长|院长|厅长|部长|秘书长|主席|理事长|会长|所长|站长|处长|科长|镇长|乡长|组长|委员"
_NAME = r"[\u4e00-\u9fffX*×]{2,4}|[\u4e00-\u9fffX*×]\s[\u4e00-\u9fffX*×]"
_SPEAKER = (
    re.compile(rf"[(（]?(?P<post>[^，。；\s]{{0,30}}(?:{_POST}))\s+(?P<name>{_NAME})(?:同志)?[)）]?"),
    re.compile(
        rf"[(（]?(?P<post>[^，。；\s]{{2,30}}(?:{_POST}))(?P<name>[\u4e00-\u9fffX*×]{{2,3}})(?:同志)?[)）]?"
    ),
    re.compile(rf"(?P<name>{_NAME})\s*[(（](?P<post>[^，。；\s]{{0,30}}(?:{_POST}))[)）]"),
    # A name alone; what ends as a body or a part of a document does is none.
    re.compile(
        r"(?P<name>(?:[\u4e00-\u9fff]\s?){1,2}[\u4e00-\u9fff])(?<![局委办院府部会处站科室厅组章录件要言市县区省])(?:同志)?(?P<post>)"
    ),
)
_SUBTITLE = re.compile(r"[-—–]{1,3}\s?(?P<words>\S.*)")


@dataclass(frozen=True, slots=True)
class Front:
    """What the lines before a speech tell; None where they do not."""

    title: str | None = None
    subtitle: str | None = None
    speaker: str | None = None
    post: str | None = None
    number: str | None = None
    date: PartialDate | None = None
    kinds: tuple[HeadKind, ...] = ()


def read_front(lines: Sequence[str]) -> Front:
    """Read the lines before a speech.

    A letterhead and the issuing number stand above the title (GB/T 9704-2012, 7.2), the title may run over three
    lines, below it stand the subtitle after a dash, the speaker with the post, and the date.
    """
    number = next((match[0] for line in lines if (match := _NUMBER.search(line))), None)
    kinds = _kinds(lines)
    titles = [line.strip() for line, kind in zip(lines, kinds, strict=True) if kind == "title"]
    dates = (found for line in lines if (found := date_of_line(line)))
    subtitles = (match["words"] for line in lines if (match := _SUBTITLE.fullmatch(line.strip())))
    speakers = (_speaker(line) for line, kind in zip(lines, kinds, strict=True) if kind == "speaker")
    speaker, post = next(speakers, (None, None))
    subtitle = next(subtitles, None) if "subtitle" in kinds else None
    return Front("".join(titles) or None, subtitle, speaker, post, number, next(dates, None), kinds)


def _kinds(lines: Sequence[str]) -> tuple[HeadKind, ...]:
    """What each of the lines tells."""
    kinds: list[HeadKind] = [_kind(line.strip()) for line in lines]
    rest = [i for i, kind in enumerate(kinds) if kind == "other" and not _LETTERHEAD.fullmatch(lines[i])]
    if rest and kinds[rest[0] :].count("subtitle") != kinds.count("subtitle"):
        kinds = [kind if kind != "subtitle" or i > rest[0] else "other" for i, kind in enumerate(kinds)]
    end = next((place for place, i in enumerate(rest) if is_title(lines[i])), None)
    for i in rest[(0 if end is None else end + 1) :]:
        if _speaker(lines[i]) != (None, None):
            kinds[i] = "speaker"
            break
    first = 0 if end is None else max(0, end + 1 - MOST_TITLE_LINES)
    last = len(rest) if end is None else end + 1
    titles = [i for i in rest[first:last] if kinds[i] == "other"]
    for i in titles[:1] if end is None else titles:
        kinds[i] = "title"
    return tuple(kinds)


def _kind(words: str) -> HeadKind:
    """What a line tells by itself: the issuing number, a date, a subtitle."""
    if _NUMBER.fullmatch(words):
        return "number"
    if date_of_line(words):
        return "date"
    return "subtitle" if _SUBTITLE.fullmatch(words) else "other"


def is_title(words: str) -> bool:
    """Whether a line reads like the title of a speech or plan."""
    return len(words) <= 60 and "。" not in words and bool(_TITLE_END.search(words.strip()))


def is_front(words: str) -> bool:
    """Whether a line could stand between a title and the speech: title, speaker, date, a note in brackets."""
    return len(words) < 60 and words[-1] not in "。！？；，：" and not words.startswith(("同志们", "各位"))


def year_of_number(number: str | None) -> int | None:
    """The year in an issuing number."""
    match = _NUMBER.search(number) if number else None
    return int(match[1]) if match else None


def _speaker(line: str) -> tuple[str | None, str | None]:
    for pattern in _SPEAKER:
        if match := pattern.fullmatch(" ".join(line.split())):
            return "".join(match["name"].split()), match["post"] or None
    return None, None
