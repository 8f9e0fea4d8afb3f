"""Metadata that a speech tells of itself: its title lines, its date line, the place and level it speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.metadata import Metadata, PartialDate
from loaders.structure.division.front_matter import Front, read_front
from loaders.structure.headings import one_form
from loaders.structure.lines import Line
from loaders.structure.naming import made_name, says_nothing
from loaders.structure.official.bodies import bodies_named
from loaders.structure.official.elements import year_of_number
from loaders.structure.official.signatures import Signature
from loaders.structure.official.written_dates import year_named
from loaders.structure.sentences import sentences

_LEVELS = {"国": "国家", "省": "省", "市": "市", "县": "县", "区": "区", "乡": "乡", "镇": "乡", "院": "医院"}
_MEETING = lazy_pattern(
    r"全[国省市县区](?:[^，。；、“”\s]{0,2}年)?[^，。；、“”\s年月日]{2,22}(?:会议|大会|座谈会|推进会|现场会|动员会|培训班)"
)
_OWN_MEETING = lazy_pattern(r"这次|本次|此次|今天|今年|年度")
_PLACE = lazy_pattern(r"健康([\u4e00-\u9fff]{2,3}?)(?:建设|行动|规划|[一二三四五]年|[“”]?20)")
_TITLE_PLACE = lazy_pattern(
    r"^(?:在|关于|中共|《)?+(?!研究|做好|加强|开展|推进|成立|调整|同意|协助|设立|建立|召开|印发|促进|进一步|报送|组织|落实|申请|转发|实施|公布|举办|部署)([\u4e00-\u9fff]{2,4}?)(?:省|市|县|区|自治[区州县]|州|盟|旗)(?=[\u4e00-\u9fff\d])"
)
_TITLE_UNIT = lazy_pattern(r"[\u4e00-\u9fff]{2,4}?([省市县区])(?=[\u4e00-\u9fff\d])")
_NO_PLACE = frozenset(
    "中国 扶贫 教育 细胞 促进 产业 服务 城市 村镇 城镇 乡村 企业 家庭 社区 单位 学校 老龄 环境 事业 管理 开发 自治".split()
)
_PART = lazy_pattern(r"[(（]?第?篇[一二三四五六七八九十\d]{1,3}[)）]?\s*[:：]?$")
_OFFICE = lazy_pattern("[政党委府]|副$")  # 县政府副县长, 常务副市长: what stands before 县 is no name
_NO_PLACE_START = frozenset("全我各本在该某新")
_YEAR_CUES = (
    (r"(?:安排|部署|做好|抓好|谋划|扎实推进)[^。]{0,16}?(20\d\d)年[^。，]{0,14}(?:工作|任务|重点)", 0),
    (r"(?:总结|回顾)[^。，]{0,10}(20\d\d)年[^。，]{0,16}(?:工作|成绩)", 1),
    (r"截至(20\d\d)年(?:年?底|末|12月)", 1),
)


def front_of(text: str, front: Sequence[Line], name: str) -> Front:
    """What the lines before a speech tell; a line that only names the part bears the file's name."""
    return read_front([_PART.sub("", text[line.start : line.end]) or name for line in front])


def infer(
    text: str, above: Front, body: Sequence[Line], signature: Signature | None, part: str | None, name: str
) -> Metadata:
    """Infer the metadata of a speech from its own text.

    Arguments: the file's text; what the lines before the speech proper tell; its body lines and the signature that
    closes it; its part of the file; the file's name without suffix, which is the title of last resort, unless it says
    nothing.
    """
    opening = text[body[0].start : min(body[-1].end, body[0].start + 3000)] if body else ""
    own_title = above.title or _meeting(opening)
    title = own_title or name
    issuer = _issuer(above, signature)
    signed = signature.date if signature else above.date
    date, year_source = _dated(title, signed, above.number)
    if date is None:
        date, year_source = _told_year(opening)
    if own_title is None and says_nothing(name):
        lines = [text[line.start : line.end] for line in body]
        title = made_name(lines, above.speaker or issuer, signed)
    return Metadata(
        title=title,
        part=part,
        date=date,
        place=_place(title, issuer, text[body[0].start : body[-1].end] if body else "")
        or _place_of_post(title, above.post),
        level=_level(title, issuer, opening),
        subtitle=above.subtitle,
        speaker=above.speaker,
        post=above.post,
        number=above.number,
        told=year_source,
        signed=signed,
        issuer=issuer,
    )


def inherited(own: Metadata, main: Metadata) -> Metadata:
    """The metadata of a plan that another document issues, or of its annex: what it does not tell is that one's.

    Its part of the file is its title; it is of the year that its title names.
    """
    date, year_source = (own.date, own.told) if own.date and not own.told else (main.date, main.told)
    if own.signed is None and (named := year_named(own.title)) is not None:
        date, year_source = (
            (main.signed if main.signed and main.signed.year == named else PartialDate(named)),
            None,
        )
    return replace(
        own,
        part=own.title,
        date=date,
        told=year_source,
        signed=own.signed or main.signed,
        issuer=own.issuer or main.issuer,
        place=own.place or main.place,
        level=own.level or main.level,
    )


def _issuer(above: Front, signature: Signature | None) -> str | None:
    """Who issues a document: who signs it, else whose letterhead it bears, else who speaks in its title."""
    if signature and signature.bodies:
        return "、".join(signature.bodies)
    if above.issuer:
        return above.issuer
    before, letter, _ = (above.title or "").partition("关于")
    return "、".join(bodies_named(before)) or None if letter else None


def _meeting(opening: str) -> str | None:
    """The meeting that the first sentences say the speech was made at."""
    first = list(sentences(opening, 0, min(len(opening), 800)))[:3]
    for sentence in first:
        words = opening[sentence.start : sentence.end]
        if _OWN_MEETING.search(words) and (match := _MEETING.search(words)):
            return f"{match[0]}讲话"
    return None


def _dated(
    title: str, signed: PartialDate | None, number: str | None
) -> tuple[PartialDate | None, str | None]:
    """The date that counts and the words that only imply it.

    A plan for 2027 signed in November 2026 is of 2027; a plan for 2026—2028 of 2026.
    """
    year = year_named(title)
    if year is not None and not (signed and signed.year == year):
        return PartialDate(year), None
    issued = year_of_number(number)
    if signed is None and issued is not None:
        return PartialDate(issued), number
    return signed, None


def _told_year(opening: str) -> tuple[PartialDate | None, str | None]:
    """The year that the speech tells, with its words: it plans the tasks of 2022, or counts up to the end of 2021."""
    for cue, later in _YEAR_CUES:
        if match := re.search(cue, one_form(opening)):
            return PartialDate(int(match[1]) + later), opening[match.start() : match.end()]
    return None, None


def _place(title: str, issuer: str | None, body_text: str) -> str | None:
    for words in (title, issuer or ""):
        match = _TITLE_PLACE.search(words)
        if match and match[1][0] not in _NO_PLACE_START:
            return match[1]
    in_title = [name for name in _PLACE.findall(title) if name not in _NO_PLACE]
    if in_title:
        return str(in_title[0])
    named = Counter(name for name in _PLACE.findall(body_text) if name not in _NO_PLACE)
    name, count = next(iter(named.most_common(1)), ("", 0))
    return name if count >= 2 else None


def _place_of_post(title: str, post: str | None) -> str | None:
    """The place that a speaker is of (汐州市副市长): that of the speech, unless it was made at a meeting of a wider one."""
    match = _TITLE_PLACE.search(post or "")
    meeting = re.search(r"全([国省市县区乡镇])", title)
    if match is None or match[1][0] in _NO_PLACE_START or match[1] in _NO_PLACE or _OFFICE.search(match[1]):
        return None
    return match[1] if meeting is None or match[0].endswith(meeting[1]) else None


def _level(title: str, issuer: str | None, opening: str) -> str | None:
    """The level whose own work is spoken of most: 全市 and 我市 make a city's speech."""
    match = (
        re.search(r"全([国省市县区乡镇院])", title)
        or _TITLE_UNIT.search(title)
        or _TITLE_UNIT.search(issuer or "")
    )
    if match:
        return _LEVELS[match[1]]
    counts = Counter(re.findall(r"[全我]([省市县区院])(?!域)", opening))
    letter, count = next(iter(counts.most_common(1)), ("", 0))
    return _LEVELS[letter] if count >= 2 else None
