"""What a term means: an answer must explain the term itself, not merely use it.

The forms of a definition: 所谓T, T即…, T是指…, “T”：…, T（…）, …简称T (after the patterns of M. Hearst, 1992, and of
definition questions in TREC 2003, for this genre).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from knowledge.conditions.condition import Condition, Evidence
from loaders.lazy_pattern import lazy_pattern

_TERM = r"(?P<term>[^?。!;]{2,20}?)"
_WHAT = r"(?:什么|啥)"
_END = r"(?:[?。!]|$)"
_SENSE = r"(?:具体|确切|真正|主要|完整)?(?:定义|含义|内涵|意思)"
_ASKS = (
    lazy_pattern(rf"(?:什么是|什么叫做?|啥是|啥叫|何谓|何为|解释一?下){_TERM}(?:的意思)?{_END}"),
    lazy_pattern(rf"{_TERM}(?:具体|到底|究竟)?(?:是指|指的是|是|指){_WHAT}(?:意思|概念|含义|东西)?{_END}"),
    lazy_pattern(rf"{_TERM}(?:是指|指的是){_END}"),
    lazy_pattern(rf"{_TERM}的?{_SENSE}{_END}"),
    lazy_pattern(rf"{_TERM}(?:怎么解释|怎么理解|是怎么一?回事)"),
)
# 六稳是哪六稳: a named set.
_MEMBERS = lazy_pattern(
    r"[“\"「](?P<term>[^”\"」]{2,12})[”\"」][^,。“”]{0,6}?(?:是|指|为|包括)(?:的是)?哪[一二三四五六七八九十两几\d]"
)
_LEAD = lazy_pattern(
    r"^(?:请问|文件里|讲话里|计划里|里面|提到的|说的|所说的|讲的|这个|那个|咱们?|我们)+|^.*[的里](?=[“\"])"
)
_MEANING = lazy_pattern(rf"的?{_SENSE}$")
_TAIL = lazy_pattern(
    r"(?:检查|行动|工程|计划|制度|值|工作|机制|模式|改革|试点|政策|理念|奖励|的?具体|到底|究竟)$"
)
# What is asked of a thing, no term: 标准是什么, 对象是什么; a clause with 的 describes something.
_NO_TERM = lazy_pattern(
    r"[什啥哪谁多几时,]|(?:目标|任务|要求|内容|职责|职能|情况|原因|问题|标准|对象|条件|诉求|办法|措施|姓名|名字|电话|地址|材料|流程|时间|目的|意义|依据)$|"
    r"^[^“\"]*的|的$"
)
_FORMULA = lazy_pattern(r"^[a-z\d][a-z\d+\-—/×x]+(?=[\u4e00-\u9fff]{2})")  # 3+2 of 3+2学科群
_NEVER = r"(?!)"  # of what is asked for by marks alone
_MARKS = "“”\"'「」《》"
# What follows a name in quotation marks that is explained with the word for its sort: “红黄绿”分级随访:红色为….
_SORT_EXPLAINED = r"[\u4e00-\u9fff]{1,10}(?:,即(?![可将使便日])|,?是指|\(即|:(?!\d))"
_KIND_WORD = r"的?(?:专项)?(?:行动|工程|计划|制度|机制|模式|政策|工作法|法|值|小组|服务包|服务|方案|体系|改革|奖励|检查|管理|理念)?"


def conditions_on_definitions(text: str) -> Iterator[Condition]:
    """The condition of a normalised question for what a term means, if it is one."""
    match = _MEMBERS.search(text) or next(filter(None, (asks.search(text) for asks in _ASKS)), None)
    term = _MEANING.sub("", _LEAD.sub("", match["term"])).strip(_MARKS + " ") if match else ""
    if len(term) > 1 and not _NO_TERM.search(term):
        yield Condition("term", term, partial(_explains, _names_of(term)), settles=True)


# The forms of a definition, T for the term.
_FORMS = (
    r"所谓[^,。;]{0,6}T",
    r"什么(?:叫|是|叫做)T\?",
    r"T(?:的定义|的意思)(?:是|就是)",
    r"T[\u4e00-\u9fff]{1,4},即(?![可将使便日])",
    r"T[^。;?]{0,12}(?:什么意思|怎么讲|怎么说)(?:呢)?\?",
    r"T,?(?:即(?![可将使便日])|(?:主要)?(?:就)?是指|指的是|指(?![导标挥定数引示令派])|就是(?!要|说要)|:(?!\d+(?![\d家个名所类种项条支]))|——|\((?!责任|牵头|[一二三四五\d]))",
    r"T,?是(?:一[种项个类家]|[鼓由以集为把将对][^,。])",
    r"T,?是[^,。;]{2,40}(?:的(?:统称|总称|简称|行为|制度|机构|人员|服务|平台|做法|过程|活动|检查|模式|设备|产房|专业人员))",
    r"(?:即|简称|统称|俗称|称为|称作|叫做|叫作|合称|[是为](?:全[省市县区])?)[“\"「]T",
    r"T,?(?:由[^,。;]{2,40}组成|集[^。;]{2,40}于一体)",
    r"[“\"「]T,(?:[将对把由以每按从让]|选派|组织|允许|鼓励)",
    r"、[^,。;、]{1,12}[和及、][^,。;]{1,14}的(?=[“\"「])T",  # 属地、部门、单位和个人的“四方责任”
)


# A term and a part of one stand in a text as these, so that the forms need not be compiled for each term anew.
_SIGN, _PART_SIGN = "\ue000", "\ue001"
_EXPLAINED = lazy_pattern(
    "|".join(form.replace("T", rf"[“\"「]?{_SIGN}[”\"」]?{_KIND_WORD}") for form in _FORMS)
    + rf"|[“\"「]{_SIGN}[”\"」]?{_SORT_EXPLAINED}"
)
# A name that begins with a number is explained by the things before it: 财务、业务、药械“三统一”; “申购、采购”两分离.
_NUMBERED = lazy_pattern(r"[一二三四五六七八九十两\d]")
_ENUMERATED = lazy_pattern(rf"、[^,。;、“”]{{1,12}}[、和及][^,。;、“”]{{1,14}}[{_MARKS}]{_SIGN}")
# Of 三不一树 part by part: “三不”即…，“一树”即….
_PARTS_EXPLAINED = lazy_pattern(rf"[“\"「]{_PART_SIGN}[”\"」]即")


@dataclass(frozen=True, slots=True)
class _Names:
    """What finds a term by its names, and its parts where it is long enough to have some; whether it numbers things."""

    whole: re.Pattern[str]
    parts: re.Pattern[str] | None
    is_numbered: bool


@lru_cache(maxsize=256)
def _names_of(term: str) -> _Names:
    """The names of a term; of “双随机”检查 双随机 is one too."""
    names = {term, _TAIL.sub("", term), *re.split(r"[“”\"]", term), *_FORMULA.findall(term)}
    bare = {re.sub(rf"[{_MARKS}、,]", "", name) for name in names}
    either = sorted((_loose(name) for name in bare if len(name) > 1), key=len, reverse=True) or [_NEVER]
    parts = {term[start : start + 2] for start in range(len(term) - 1)} if len(term) > 3 else set()
    of_parts = re.compile("|".join(map(re.escape, sorted(parts)))) if parts else None
    return _Names(re.compile("|".join(either)), of_parts, _NUMBERED.match(term) is not None)


def _loose(name: str) -> str:
    """The name, without marks, as a pattern that marks may stand in: “三高共管”、“六病同防”."""
    return f"[{_MARKS}、,]*".join(map(re.escape, name))


def _explains(names: _Names, evidence: Evidence) -> bool:
    signed = names.whole.sub(_SIGN, evidence.text)
    if _EXPLAINED.search(signed) or (names.is_numbered and _ENUMERATED.search(signed)):
        return True
    return bool(names.parts and _PARTS_EXPLAINED.search(names.parts.sub(_PART_SIGN, evidence.text)))
