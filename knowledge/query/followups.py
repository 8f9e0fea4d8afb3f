"""Follow-up questions: a short message that leans on the question before it becomes a question of its own.

Such a message is made of nothing but a kind (那期限呢, 谁负责), a place (贵州的呢, 其他县呢), a year (2025年的呢) and small
words, or asks for the words themselves (原文呢) or for more (还有吗). Whatever else it says is a subject, and then it
is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.query.named_years import YEARS
from knowledge.text.gazetteer import bare_places
from loaders.lazy_pattern import lazy_pattern

LONGEST = 24  # characters
LONGEST_NAME = 6  # characters of a place of the gazetteer

_ASK = r"(?:什么时候|啥时候|何时|几月|哪一?年|哪天|多久|啥时)"
_WHO = r"(?:谁|哪(?:个|些|家)?(?:部门|单位|家))"
_HOW = r"(?:怎么|怎样|如何|咋)"

# What a message may ask for, and the question that it makes of a subject: worded as the knowledge base words its own.
_KINDS: tuple[tuple[str, str], ...] = (
    (
        rf"(?:完成|截止|具体)?(?:期限|时限|时间|日期|ddl)(?:要求)?是?{_ASK}?|要?到?{_ASK}之?前?要?(?:完成|落实|做完|截止|到期)?",
        "{subject}的时限是什么时候",
    ),
    (
        rf"[由归]?{_WHO}来?(?:牵头|负责|主管|管)?|(?:责任|牵头|负责)(?:单位|部门|人)?是?(?:有哪些|{_WHO})?",
        "谁负责{subject}",
    ),
    (
        r"(?:具体)?(?:目标|指标|任务数|比例|数量|标准)值?[要是]?(?:达到|到|定)?(?:多少|几个?|什么)?|要?(?:达到|到)?多少",
        "{subject}的目标是多少",
    ),
    (
        rf"(?:具体)?{_HOW}(?:做|办|建|推进|落实|实施|开展|弄)|(?:具体)?(?:措施|举措|做法|办法)(?:有?(?:哪些|什么))?",
        "{subject}怎么做",
    ),
    (r"(?:具体)?(?:内容)?(?:有|包括)(?:哪些|什么|啥)(?:内容)?", "{subject}有哪些"),
    (r"(?:存在|还有)?(?:什么|哪些)?(?:问题|困难|短板|不足)(?:有?(?:什么|哪些))?", "{subject}存在什么问题"),
)
_SMALL = lazy_pattern(
    r"(?:那么?|还有|另外|以及|再问|请问|它|其|的|呢|吗|呀|啊|是|[\s，,。？?！!、])+", re.IGNORECASE
)
_YEAR = lazy_pattern(rf"20\d\d(?!\d)年?度?|{'|'.join(YEARS)}")
_NAMED = lazy_pattern(
    r"(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|"
    r"云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆)(?:省|市|自治区)?"
)
_SHAPED = lazy_pattern(
    r"(?!那|全|我|本|各|该)[\u4e00-\u9fff]{2,4}?(?<![社地园病山院城辖片校灾])(?<!医共)(?:省|市|县|区|州|旗)(?=的|呢|那|20|[，,？?\s]|$)"
)
_AT_START = lazy_pattern(
    r"(?!全|我|本|各|该)[\u4e00-\u9fff]{2}?(?<![社地园病山院城辖片校灾])(?:省|市|县|区|州|旗)"
)

_END = r"[\s，,。？?！!、呢吗呀啊吧]*"
_ORIGINAL = lazy_pattern(
    rf"(?:那|请)?(?:给我|看看?|发一?下|把)?(?:的)?(?:原文|原话|全文|完整的?(?:内容|原文)|上下文)(?:是(?:什么|怎么(?:说|写)的)|怎么(?:说|写)的?|发?给?我?看?看?)?{_END}"
)
_MORE = lazy_pattern(
    rf"(?:那|就)?还有(?:没有)?(?:别的|其他的?|更多的?|什么|哪些)?(?:内容|说法|文件|规定|没有)?{_END}|继续{_END}|更多{_END}"
)
_OTHERS = lazy_pattern(
    rf"(?:那|那么)?(?:其他|其它|别的|另外)的?(?:几个)?(?P<area>地方|地区|市县|县区|省份?|[市县区])的?(?:怎么样|怎样|如何|情况)?{_END}"
)

# The words of a question that ask, and so are no part of its subject.
_FRAME = lazy_pattern(
    rf"^请问|的?(?:完成|截止)?(?:期限|时限|时间)是?{_ASK}|要?到?{_ASK}之?前?|[由归]?{_WHO}来?(?:牵头|负责|主管|管)?|"
    rf"的?责任单位是?|的?(?:目标|指标)是多少|要?(?:达到|提高到|建到)?多少[个家所名人张台辆项处座件亩元]?|(?<=[年月])要|几[个家所名张台辆项处座]|{_HOW}[做办样建弄搞抓]?|"
    r"的?存在(?:什么|哪些)问题|为什么|为啥|是什么|有哪些|哪些|什么|[吗呢？?。！!]"
)

# 助餐点明年底前要办 + 多少个: by when what is to be done with it, which asks for nothing any more.
_LEFT_OVER = lazy_pattern(
    r"(?<=.{2})(?:(?:[今明后]年|20\d\d年|年|\d{1,2}月|季度|上半年|下半年)+[底末初]?之?[前内]?)?(?:一共|总共|共)?(?:要|得|应当?|须|将|打算|计划)"
    r"(?:办|建|设|开|招|配|有|做|搞|弄|新增|新建|建成|完成|培训)?$"
)

_ANYTHING = "这件事什么时候完成"  # stands for the question before, where only the form of a message counts


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The full question that a follow-up stands for, and the place and year that it turned to, if it did.

    `original`: the words of the last answer are asked for; `more`: what else answers the last question.
    """

    question: str
    place: str = ""
    year: str = ""
    original: bool = False
    more: bool = False


@dataclass(frozen=True, slots=True)
class _Turn:
    """What a follow-up changes of the question before it."""

    wording: str = ""
    place: str = ""
    year: str = ""


def follow_up(text: str, last: str, places: Collection[str] = ()) -> FollowUp | None:
    """The full question that a follow-up stands for, None when it has a subject of its own.

    Arguments: what was written; the question that was answered last; the places that documents are of.
    """
    text = text.strip()
    if last and _ORIGINAL.fullmatch(text):
        return FollowUp(last, original=True)
    if last and _MORE.fullmatch(text):
        return FollowUp(last, more=True)
    if last and (others := _OTHERS.fullmatch(text)):
        return FollowUp(f"其他{others['area']}的{_without_place(last, places)}")
    turn = _turn(text, places) if last and len(text) <= LONGEST else None
    if turn is None:
        return None
    question = _with_place(_with_year(last, turn.year), turn.place, places)
    full = turn.wording.format(subject=_subject(question)) if turn.wording else question
    return FollowUp(full, turn.place, turn.year)


def lacks_subject(text: str, places: Collection[str] = ()) -> bool:
    """Whether a message says nothing of what it asks about (谁负责？), and so means the question before it."""
    return follow_up(text, _ANYTHING, places) is not None


def completed(questions: Sequence[str], places: Collection[str]) -> list[str]:
    """The questions of one message, each whole: one without a subject takes that of the one before, one that names
    no place takes the place that the first names."""
    pattern = place_pattern(places)
    named = pattern.search(questions[0]) if pattern else None
    whole: list[str] = []
    for question in questions:
        turn = follow_up(question, whole[-1], places) if whole else None
        if turn and not (turn.original or turn.more):
            whole.append(turn.question)
        elif whole and named and not _names_a_place(question, places):
            whole.append(named[0] + question)
        else:
            whole.append(question)
    return whole


def _names_a_place(question: str, places: Collection[str]) -> bool:
    pattern = place_pattern(places)
    return bool((pattern and pattern.search(question)) or _NAMED.search(question))


def _turn(text: str, places: Collection[str]) -> _Turn | None:
    """What the message changes; None unless all of it is understood, or it is but the name of a place or year."""
    turn = _Turn()
    for name, value in _parts(text, places):
        if name == "subject" or (name and getattr(turn, name)):
            return None
        turn = replace(turn, **{name: value}) if name else turn
    leans = turn.wording or _SMALL.search(text)
    return turn if leans and turn != _Turn() else None


def _parts(text: str, places: Collection[str]) -> Iterator[tuple[str, str]]:
    """The message part by part, each with the field of a turn that it fills; small words fill none."""
    at = 0
    while at < len(text):
        if small := _SMALL.match(text, at):
            at = small.end()
            continue
        name, value, length = _part(text[at:], places)
        yield name, value
        at += length


def _part(text: str, places: Collection[str]) -> tuple[str, str, int]:
    if year := _YEAR.match(text):
        printed = year[0].removesuffix("度")
        return "year", printed + "年" if printed.isdecimal() else printed, len(year[0])
    matches = [(re.match(pattern, text, re.IGNORECASE), wording) for pattern, wording in _KINDS]
    length, wording = max((len(match[0]) if match else 0, wording) for match, wording in matches)
    if length:
        return "wording", wording, length
    if place := _place(text, places):
        return "place", place, len(place)
    return "subject", text, len(text)


def _place(text: str, places: Collection[str]) -> str:
    """The place that a text begins with, empty when it begins with none."""
    pattern = place_pattern(places)
    match = (pattern and pattern.match(text)) or _NAMED.match(text) or _SHAPED.match(text)
    return match[0] if match else ""


def place_pattern(places: Collection[str]) -> re.Pattern[str] | None:
    """What finds a place of documents, with the suffix that a text gives it; None where there are none."""
    names = "|".join(map(re.escape, sorted(places, key=len, reverse=True)))
    return re.compile(rf"(?:{names})(?:自治[区州县]|[省市县区州旗])?") if names else None


def _with_year(question: str, year: str) -> str:
    if not year:
        return question
    swapped, count = _YEAR.subn(year, question, count=1)
    return swapped if count else year + question


def _with_place(question: str, place: str, places: Collection[str]) -> str:
    if not place:
        return question
    old = _old_place(question, places)
    return question[: old.start()] + place + question[old.end() :] if old else place + question


def _old_place(question: str, places: Collection[str]) -> re.Match[str] | None:
    """The place that a question names: of documents, a province, or at its start any other that has a name."""
    pattern = place_pattern(places)
    named = (pattern and pattern.search(question)) or _NAMED.search(question) or _AT_START.match(question)
    starts = (question[:length] for length in range(LONGEST_NAME, 1, -1))
    name = next((start for start in starts if start in bare_places()), None)
    return named or (re.match(rf"{re.escape(name)}[省市县区州旗]?", question) if name else None)


def _without_place(question: str, places: Collection[str]) -> str:
    old = _old_place(question, places)
    return (question[: old.start()] + question[old.end() :]).strip("的，, ") if old else question


def _subject(question: str) -> str:
    """What a question is about, without the words that ask."""
    subject = _FRAME.sub("", question).strip("的，, ")
    subject = _LEFT_OVER.sub("", subject).strip("的，, ") or subject
    return subject if len(subject) > 1 else question
