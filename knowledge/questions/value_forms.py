"""The ways of asking for the value of an indicator, a goal or a reported one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.facts.clauses import parse
from knowledge.facts.records import Value
from knowledge.facts.words import NOUNS, words_of
from knowledge.questions.units import (
    MEASURED,
    SHARE,
    asked_of_deed,
    counts_things,
    deed_of,
    held,
    how_many_there_are,
    unit_words,
)
from knowledge.targets.indicators import MEASURE_NOUN
from loaders.lazy_pattern import lazy_pattern

_EACH_HAS = lazy_pattern(r"(?P<each>每(?:个|家|所)?[^有，]{1,8})(?<![拥享])有(?P<thing>.{2,12})$")
# 名老中医传承工作室再建3个: what is done stands before the number.
_ENDS_IN_VERB = lazy_pattern(
    r"(?P<subject>.{3,}?)(?:(?<!专项)(?<!行动)计划|拟)?(?P<verb>(?:再|新|累计|共|各|年均)?(?:建成|(?<=再)[招聘配添增派开办设]|(?<=新)[招聘配添增派开办设]|建|招录|招聘|招收|新增|增设|设立|完成|培训|配备|购置|引进|选派|接种|筛查))$"
)
SHORTEST_DONE = 8
_FALLS = lazy_pattern("降|下降|缩短|压|减|收窄")
_FEARED = lazy_pattern(
    "(?:死亡|发病|感染|近视|肥胖|吸烟|患病|流失|离职|空置|闲置|负债|投诉|发生|超标|不合格|差错|错误|再入院|外转|贫血|缺陷)[^，]{0,3}率$"
)
# 新招公共卫生医师: what is done stands in the name.
_NEW = lazy_pattern("(?P<made>[新再][招聘建增添设改]|增配)(?P<thing>[^率数量额]{3,}[^率数量额])")
_TIME_UNIT = lazy_pattern("(?:小时|学时|课时|分钟|秒|天|日|个月|年)$")


def value_forms(fact: Value) -> Iterator[str]:
    """How to ask for the value of an indicator, a goal or a reported one."""
    yield from (_norm(fact) if fact.norm else _goal(fact) if fact.goal else _reported(fact))


def _norm(fact: Value) -> Iterator[str]:
    """村卫生室用房面积不少于80平方米: what a rule asks for, once and for all."""
    name = fact.indicator
    asked = unit_words(fact.unit, bool(fact.made) and counts_things(name))
    if fact.made:
        yield f"{name}要{fact.made}{asked}"
        yield f"要{fact.made}{asked}{name}"
        return
    if re.search("[到至在]$", fact.verb):
        yield f"{name}{fact.verb}{asked}"
    bound = "不超过" if fact.op == "<=" else "不低于" if len(asked) == 2 else "不少于"
    bound = bound if fact.op in ("<=", ">=") else "是"
    yield f"{name}{bound}{asked}"
    yield f"{name}的标准是多少" if not name.endswith("标准") else f"{name}定为多少"
    yield f"{name}要求是{asked}" if fact.op != "=" else f"{name}{asked}"


def _goal(fact: Value) -> Iterator[str]:
    name = fact.indicator
    asked = unit_words(fact.unit, bool(fact.made) and counts_things(name))
    reach = bool(re.search("[到至在]$", fact.verb))
    if not fact.made and (new := _NEW.fullmatch(name)):
        yield from _goal(replace(fact, made=new["made"], indicator=new["thing"]))
    elif not fact.made and (held_as := held(name, fact.unit)):
        yield f"{name}要{held_as}{asked}"
        yield f"{name}计划{held_as}{asked}"
        yield f"{name}打算{held_as}{asked}"
    elif fact.made:
        whole = len(asked) > 2 and asked != "多少人"
        yield f"要{fact.made}{asked}{name}" if whole else f"{name}要{fact.made}{asked}"
        yield f"{name}要{fact.made}{asked}"
        yield f"计划{fact.made}{asked}{name}"
        yield f"打算{fact.made}{asked}{name}"
    elif len(asked) > 2 and (makes := _ENDS_IN_VERB.match(name)) and not MEASURE_NOUN.search(name):
        yield f"{makes['subject']}要{makes['verb']}{asked}"
        yield f"{makes['subject']}计划{makes['verb']}{asked}"
        yield f"{makes['subject']}{'至少要' if fact.op == '>=' else '打算'}{makes['verb']}{asked}"
    elif has := _EACH_HAS.search(name):
        yield f"{has['each']}要有{asked}{has['thing']}"
        yield f"{has['each']}至少有{asked}{has['thing']}"
    elif fact.verb and not reach and (fact.unit.startswith("个百分点") or _changes_by(fact)):
        yield f"{name}要{fact.verb}{asked}"
        yield f"{name}计划{fact.verb}{asked}"
        yield f"{name}打算{fact.verb}{asked}"
    elif len(asked) > 2 and not MEASURE_NOUN.search(name):
        yield from _goal_of_number(fact, asked, reach)
    else:
        yield from _goal_of_rate(fact, asked, reach)


def _changes_by(fact: Value) -> bool:
    """Whether a thing is to become more or less by a share: 办公用品压减8%."""
    change = re.match("增长|提高|提升|下降|降低|减少|增加|缩短|上升|压[缩减降]", fact.verb)
    return fact.unit in ("%", "‰") and bool(change) and not SHARE.search(fact.indicator)


def _goal_of_number(fact: Value, asked: str, reach: bool) -> Iterator[str]:
    """城区急救站点服务半径控制在5公里: asked in the words of the text."""
    name = fact.indicator
    if reach:
        yield f"{name}要{fact.verb}{asked}"
    lasts = bool(_TIME_UNIT.search(asked))
    if fact.op == ">=":
        yield f"{name}不少于{asked}"
    if fact.op == "<=":
        yield f"{name}不超过{asked}"
        yield f"{name}最多{asked}"
        yield f"{name}要控制在{asked}以内"
        return
    yield f"{name}要达到{asked}" if not lasts else f"{name}至少{asked}"
    if MEASURED.search(name) or reach or name.startswith("每"):
        yield f"{name}的目标是多少" if "的" not in name else f"{name}目标是多少"
    elif not lasts and "每" not in name:
        yield f"{name}至少要{asked}" if fact.op == ">=" else f"{name}要{asked}"
    else:
        yield f"{name}最少{asked}"


def _had(fact: Value, asked: str) -> str:
    """What an indicator came to: it rose to that, fell to it (药占比降到了多少), or is that now, where nobody wants it (死亡率)."""
    name = fact.indicator
    if _FALLS.match(fact.verb):
        return f"{name}{fact.verb.rstrip('到至在')}到了{asked}"
    if _FEARED.search(name):
        return f"{name}现在是{asked}"
    return f"{name}有多少" if asked.endswith("元") else f"{name}达到了{asked}"


def _goal_of_rate(fact: Value, asked: str, reach: bool) -> Iterator[str]:
    name = _as_share(fact)
    if reach and len(asked) > 2:
        yield f"{name}要{fact.verb}{asked}"
    yield f"{name}的目标是多少"
    if reach:
        yield f"{name}要{fact.verb}{asked}"
    elif fact.op == "<=":
        yield f"{name}不超过{asked}"
    elif fact.op == ">=":
        yield f"{name}不{'低于' if len(asked) == 2 else '少于'}{asked}"
    falls = _FALLS.match(fact.verb) or _FEARED.search(name)
    aimed = f"{name}要{'控制在' if falls else '达到'}{asked}"
    yield f"{name}要控制在{asked}以内" if fact.op == "<=" else aimed
    yield f"{name}目标值是多少" if not reach and fact.op == "=" else ""
    yield f"{name}目标"


def _as_share(fact: Value) -> str:
    """An indicator as what it is asked by: 医技人员取得大专以上学历 + 90% is asked as a share."""
    name = fact.indicator
    done = fact.unit == "%" and not SHARE.search(name) and parse(name) is not None
    return f"{name}的比例" if done and len(name) > SHORTEST_DONE else name


def _reported(fact: Value) -> Iterator[str]:
    name, asked = _as_share(fact), unit_words(fact.unit, bool(fact.made))
    if name.endswith("占"):
        yield f"{name}多少"
        yield f"{name}多大比例"
        return
    if fact.made == "完成" and name in NOUNS | {"出院", "入院", "手术"}:  # 完成出院4.1万人次
        yield f"{name}有{asked}"
        yield f"{name}一共有{asked}"
        return
    if fact.made:
        yield f"{fact.made}了{asked}{name}"
        yield f"一共{fact.made}了{asked}{name}"
        yield f"{name}{fact.made}了{asked}"
        return
    if deed := deed_of(name, asked):
        yield from asked_of_deed(deed, asked)
        return
    change = re.match("增长|提高|提升|下降|降低|减少|增加|缩短|上升|压缩|压减|回升", fact.verb)
    reach = bool(re.search("[到至在]$", fact.verb))
    if change and not reach:
        yield f"{name}{fact.verb}了{asked}"
        yield f"{name}{fact.verb}多少"
        yield f"{name}{fact.verb}的幅度是多少" if len(asked) == 2 else ""
        return
    if reach and asked == "多少元":
        yield f"{name}{fact.verb}{asked}"
    counted = (
        len(asked) > 2 and asked != "多少元" and not (MEASURE_NOUN.search(name) or MEASURED.search(name))
    )
    done = counted and words_of(name)[-1].tag[:1] == "v"
    yield f"{name}{asked}" if done else f"{name}有{asked}" if counted else f"{name}是{asked}"
    yield f"{name}{fact.verb}{asked}" if reach else f"{name}{asked}"
    of_them = how_many_there_are(name, fact.unit, asked)
    yield f"{name}一共{asked}" if done else of_them if counted else _had(fact, asked)
    if fact.base and change:
        yield f"{name}{fact.verb[:2]}了多少"
