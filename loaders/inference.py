"""Metadata that a speech tells of itself: its title lines, its date line, the place and level it speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from loaders.headings import one_form
from loaders.lines import Line
from loaders.metadata import Metadata, PartialDate
from loaders.sentences import sentences

_LEVELS = {"国": "国家", "省": "省", "市": "市", "县": "县", "区": "区", "乡": "乡", "镇": "乡", "院": "医院"}
_TITLE_END = re.compile(
    r"(?:讲话|发言|致辞|讲稿|总结|报告|要点|方案|计划|规划|意见|通知|安排|提纲|纪要|部署)稿?(?:提纲|摘要|全文)?(?:[(（].{1,20}[)）])?$"
)
_DATE = re.compile(
    r"(20\d\d|二[〇○零O0][一二三]?[〇○零O0一二三四五六七八九])\s?年\s?(?:(\d{1,2}|[一二三四五六七八九十]{1,3})\s?月)?\s?(?:(\d{1,2}|[一二三四五六七八九十]{1,3})\s?日)?"
)
_DATE_RANGE = re.compile(r"(20\d\d)\s?年?\s?[-—–~～至到]{1,2}\s?20\d\d")
_DATE_LINE = re.compile(rf"[(（]?\s?{_DATE.pattern}\s?[)）]?")
_SPEAKER = re.compile(
    r"(?:.{0,16}(?:书记|主任|省长|市长|县长|区长|局长|院长|厅长|同志|秘书长|部长))?\s*[\u4e00-\u9fffX*×\s]{2,8}"
)
_MEETING = re.compile(
    r"全[国省市县区](?:[^，。；、“”\s]{0,2}年)?[^，。；、“”\s年月日]{2,22}(?:会议|大会|座谈会|推进会|现场会|动员会|培训班)"
)
_OWN_MEETING = re.compile(r"这次|本次|此次|今天|今年|年度")
_PLACE = re.compile(r"健康([\u4e00-\u9fff]{2,3}?)(?:建设|行动|规划|[一二三四五]年|[“”]?20)")
_TITLE_PLACE = re.compile(
    r"(?:^在?|^关于|^中共|^《)([\u4e00-\u9fff]{2,4}?)(?:省|市|县|区|自治[区州县]|州|盟|旗)(?=[\u4e00-\u9fff\d])"
)
_TITLE_UNIT = re.compile(r"[\u4e00-\u9fff]{2,4}?([省市县区])(?=[\u4e00-\u9fff\d])")
_NO_PLACE = frozenset(
    "中国 扶贫 教育 细胞 促进 产业 服务 城市 村镇 城镇 乡村 企业 家庭 社区 单位 学校 老龄 环境 事业 管理".split()
)
_PART = re.compile(r"[(（]?第?篇[一二三四五六七八九十\d]{1,3}[)）]?\s*[:：]?$")
_NO_PLACE_START = frozenset("全我各本在该某新")
_YEAR_CUES = (
    (r"(?:安排|部署|做好|抓好|谋划|扎实推进)[^。]{0,16}?(20\d\d)年[^。，]{0,14}(?:工作|任务|重点)", 0),
    (r"(?:总结|回顾)[^。，]{0,10}(20\d\d)年[^。，]{0,16}(?:工作|成绩)", 1),
    (r"截至(20\d\d)年(?:年?底|末|12月)", 1),
)


def infer(text: str, front: Sequence[Line], body: Sequence[Line], part: str | None, name: str) -> Metadata:
    """Infer the metadata of a speech from its own text.

    Arguments: the file's text; the lines before the speech proper; its body lines; its part of the file; the
    file's name without suffix, which is the title of last resort.
    """
    words = [_PART.sub("", text[line.start : line.end]) or name for line in front]
    opening = text[body[0].start : min(body[-1].end, body[0].start + 3000)] if body else ""
    title = _title(words) or _meeting(opening) or name
    return Metadata(
        title=title,
        part=part,
        date=_dated(title, _front_date(words) or _closing_date(text, body)) or _told_year(opening),
        place=_place(title, text[body[0].start : body[-1].end] if body else ""),
        level=_level(title, opening),
    )


def is_title(words: str) -> bool:
    """Whether a line reads like the title of a speech or plan."""
    return len(words) <= 60 and "。" not in words and bool(_TITLE_END.search(words.strip()))


def is_front(words: str) -> bool:
    """Whether a line could stand between a title and the speech: title, speaker, date, a note in brackets."""
    return len(words) < 60 and words[-1] not in "。！？；，" and not words.startswith(("同志们", "各位"))


def _title(lines: list[str]) -> str | None:
    """The title, which may run over several lines, up to the line that ends it (…讲话, …工作要点)."""
    candidates = [line for line in lines if not _DATE_LINE.fullmatch(line)]
    ending = next((i for i, line in enumerate(candidates) if is_title(line)), None)
    if ending is not None:
        return "".join(candidates[max(0, ending - 2) : ending + 1]).strip()
    return next((line.strip() for line in candidates if not _SPEAKER.fullmatch(line)), None)


def _meeting(opening: str) -> str | None:
    """The meeting that the first sentences say the speech was made at."""
    first = list(sentences(opening, 0, min(len(opening), 800)))[:3]
    for sentence in first:
        words = opening[sentence.start : sentence.end]
        if _OWN_MEETING.search(words) and (match := _MEETING.search(words)):
            return f"{match[0]}讲话"
    return None


def _front_date(lines: list[str]) -> PartialDate | None:
    return next((_date(match) for line in lines if (match := _DATE_LINE.fullmatch(line.strip()))), None)


def _closing_date(text: str, body: Sequence[Line]) -> PartialDate | None:
    closing = [text[line.start : line.end] for line in body[-2:]]
    return _front_date([line for line in closing if len(line) < 24])


def _dated(title: str, signed: PartialDate | None) -> PartialDate | None:
    """The date that counts: a plan for 2027 signed in November 2026 is of 2027; a plan for 2026—2028 of 2026."""
    match = _DATE_RANGE.search(title) or _DATE.search(title)
    year = _numeral(match[1]) if match else None
    return signed if year is None or (signed and signed.year == year) else PartialDate(year)


def _told_year(opening: str) -> PartialDate | None:
    """The year that the speech tells: it plans the tasks of 2022, or counts up to the end of 2021."""
    for cue, later in _YEAR_CUES:
        if match := re.search(cue, one_form(opening)):
            return PartialDate(int(match[1]) + later)
    return None


def _date(match: re.Match[str]) -> PartialDate:
    year, month, day = match.groups()[:3]
    return PartialDate(_numeral(year), _numeral(month) if month else None, _numeral(day) if day else None)


def _numeral(words: str) -> int:
    if words.isdecimal():
        return int(words)
    digits = words.translate(str.maketrans("〇○零O一二三四五六七八九", "0000123456789"))
    if "十" not in digits:
        return int(digits)
    tens, _, ones = digits.partition("十")
    return int(tens or 1) * 10 + int(ones or 0)


def _place(title: str, told: str) -> str | None:
    match = _TITLE_PLACE.search(title)
    if match and match[1][0] not in _NO_PLACE_START:
        return match[1]
    in_title = [name for name in _PLACE.findall(title) if name not in _NO_PLACE]
    if in_title:
        return str(in_title[0])
    named = Counter(name for name in _PLACE.findall(told) if name not in _NO_PLACE)
    name, count = next(iter(named.most_common(1)), ("", 0))
    return name if count >= 2 else None


def _level(title: str, opening: str) -> str | None:
    """The level whose own work is spoken of most: 全市 and 我市 make a city's speech."""
    match = re.search(r"全([国省市县区乡镇院])", title) or _TITLE_UNIT.search(title)
    if match:
        return _LEVELS[match[1]]
    counts = Counter(re.findall(r"[全我]([省市县区院])(?!域)", opening))
    letter, count = next(iter(counts.most_common(1)), ("", 0))
    return _LEVELS[letter] if count >= 2 else None
