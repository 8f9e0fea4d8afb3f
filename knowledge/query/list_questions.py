"""List questions (the term of TREC): which documents, each one's value, a comparison, the members of a named set.

What is asked of several documents is found by its matter: the question without the words that only say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from knowledge.text.numerals import find_numbers
from loaders.lazy_pattern import lazy_pattern

ListKind = Literal["which", "each", "compare", "members", "bound"]
"""Which documents speak of a matter, what each says, which says more, the members of a named set, what reaches a bound."""

_AREA = r"(?:地方|地区|省市?|市州|地市|县市区|县区|区县|市县|[省市县区](?![\u4e00-\u9fff]{0,2}(?:医院|卫生|中心|局|委)))"
_DOCUMENT = r"(?:文件|讲话|文档)"
_MENTIONS = r"(?:里面?|中)?(?:都)?(?:有)?(?:提到|提及|说到|说起|讲到|谈到|涉及|写到|写了|讲了|提了|说了|出现)(?:过|了)?"
_WHICH = lazy_pattern(
    rf"(?<![在到于])哪(?:一?些|几[个份篇]|一?[个份篇])?(?:{_AREA}|{_DOCUMENT})(?:的)?(?:{_DOCUMENT})?(?:{_MENTIONS})?|哪里{_MENTIONS}"
)
_MENTIONED = lazy_pattern(rf"(?:{_MENTIONS})(?=[？?。]*$)")
_EACH = lazy_pattern(
    rf"各(?:个|份)?(?:地方?|{_AREA}|{_DOCUMENT})|(?:其他|别的|不同)(?:{_AREA}|{_DOCUMENT})|(?<![\u4e00-\u9fff][在到])几个地方"
)
_APART = lazy_pattern(r"分别(?:都)?(?:是|为|有|要)?")
_MEASURE = r"(?:高|低|大|小|多|少|长|短|快|慢|早|晚|严|松|强|弱|好|贵|便宜)"
_COMPARES = lazy_pattern(
    rf"(?:谁|哪(?:一?[个家边年]|里|儿|{_AREA}))(?:的?(?:目标|指标|要求|标准))?(?:定得|要求)?(?:要|更|最|比较)?{_MEASURE}(?:一?些|一?点)?"
    r"|(?:相比|对比)?[，,]?有(?:什么|啥|哪些)(?:差别|区别|不同|不一样|变化|变动)|对比一?下|比较一?下|相差多少"
)
_MEMBERS = lazy_pattern(
    r"(?:分别)?(?:是|指|有|叫|包括|分(?:为|成)?)?(?:的是)?哪(?P<count>[二两三四五六七八九十]{1,2}|\d{1,2})"
    r"(?:大|个|项|种|条|类|块|场|道|支|张|步|点|方面|件|级|面|关|阶段|家|所|本|网|环节|层)?"
)
_POINTS = lazy_pattern(
    r"(?:有|包括|分为?|是|讲了?|提了?)(?:哪些|哪几[个项条点]|什么)(?:方面|内容|任务|重点任务|措施|举措|工作|要求|问题|短板|不足|做法|重点|项目|目标)?[？?。]*$"
    r"|(?:哪些|哪几)(?:个)?(?:方面|内容|任务|重点任务|措施|举措|短板|重点)[^，。？?]{0,4}[？?。]*$"
)
_BOUND = lazy_pattern(
    r"(?:方面|里面?|的)?(?:有|都有)?(?:哪些|什么|哪几[个项]|所有|列出)[^，。？?]{0,12}?(?:指标|目标|任务|率|要求|比例)[^，。？?]{0,12}?(?P<value>[\d.]{1,8}\s?(?:%|％|‰)|百分之[一-龥]{1,4}|[一二三四五六七八九]成)"
    r"(?:及|或)?(?:以)?(?P<side>[上下内]|左右)?"
)
_ABOVE = lazy_pattern(r"(?:超过|高于|大于|不低于|不少于|达到|至少|≥|>)[\u4e00-\u9fff]{0,2}$")
_BELOW = lazy_pattern(r"(?:低于|少于|小于|不超过|控制在|≤|<)[\u4e00-\u9fff]{0,2}$")
_LOOSE = lazy_pattern(r"^[的，,、]+|[的，,、]+(?=[？?。！!]*$)|(?<=[\u4e00-\u9fff])了(?=[？?。]*$)")


@dataclass(frozen=True, slots=True)
class ValueBound:
    """A bound that values are to reach: 90%以上 (`above`), 5%以内."""

    number: float
    unit: str
    above: bool


@dataclass(frozen=True, slots=True)
class ListQuestion:
    """A question for several things: what kind of list, its matter (of a bound what else the question says), how many
    members are asked for (0: not told), the bound that values must keep."""

    kind: ListKind
    matter: str
    count: int = 0
    bound: ValueBound | None = None


def list_question(question: str) -> ListQuestion | None:
    """The list that a question asks for, None where it asks for one thing."""
    if bound := _bound(question):
        return bound
    if match := _MEMBERS.search(question):
        numbers = find_numbers(match["count"].replace("两", "二"))
        return ListQuestion("members", question, int(numbers[0].value) if numbers else 0)
    if _POINTS.search(question):
        return ListQuestion("members", question)
    for kind, pattern in (("compare", _COMPARES), ("which", _WHICH), ("each", _EACH)):
        if pattern.search(question):
            return ListQuestion(kind, _matter(question, pattern))  # type: ignore[arg-type]
    return ListQuestion("each", _matter(question, _APART)) if _APART.search(question) else None


def _matter(question: str, pattern: re.Pattern[str]) -> str:
    """The question without the words that ask for several; all of it where nothing else is left."""
    text = _APART.sub("", pattern.sub("", question))
    if pattern is _WHICH:
        text = _MENTIONED.sub("", text)
    return _LOOSE.sub("", text.strip()) or question


def _bound(question: str) -> ListQuestion | None:
    match = _BOUND.search(question)
    numbers = find_numbers(match["value"]) if match else []
    if match is None or not numbers:
        return None
    before, unit = question[: match.start("value")], "‰" if "‰" in match["value"] else "%"
    if match["side"] == "上" or (not match["side"] and _ABOVE.search(before)):
        above = True
    elif match["side"] in ("下", "内") or _BELOW.search(before):
        above = False
    else:
        return None
    left = question[: match.start()] + question[match.end() :]
    return ListQuestion("bound", left, bound=ValueBound(float(numbers[0].value), unit, above))
