"""The ways of asking for a figure in the words around it: 巡诊车出诊多少次, 出诊费每次多少元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.records import Amount
from knowledge.facts.words import NOUNS, VERBS, words_of
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

_CHANGES = lazy_pattern(
    "(?:上涨|上浮|下浮|下降|增长|减少|增加|上升|下滑|回落|缩短|提高|降低|增多|下调|上调)$"
)
_EACH_TIME = lazy_pattern("每(?P<time>年|月|周|季度|学期)")
_PAYS = lazy_pattern(
    "(?:每[^，]{1,6})*(?:最高|最多)?(?:一次性|另行|再|各|给予)*(?:奖励|补助|补贴|奖补|资助|救助|减免|报销|赔付)"
)
_WORK = lazy_pattern(
    "(?<!基本)(?:建设|服务|培训|监测|宣传|能力提升)$"
)  # 急救能力建设420万元: what that costs
_SHALL = lazy_pattern("^每|可|应|须|要")
_REACHES = lazy_pattern("[到至](?:每[^每]{1,3})?$")


def amount_forms(fact: Amount) -> Iterator[str]:
    """How to ask for a figure in the words around it."""
    subject, verb, noun, asked = (
        fact.subject,
        fact.verb,
        fact.noun,
        unit_words(fact.unit, counts_things(fact.noun)),
    )
    if not verb:
        yield from _amount_of_name(fact, asked)
        return
    if verb == "有" and not subject:
        yield f"有{asked}{noun}"
        yield f"一共有{asked}{noun}"
        yield f"{asked}{noun}"
        return
    if verb == "有":
        yield f"{subject}有{asked}{noun}"
        yield f"{subject}一共有{asked}{noun}"
        return
    if fact.goal and not verb.startswith(("每", "可以")):
        yield from _goal(fact, asked)
        return
    if _PAYS.fullmatch(verb):
        yield from _paid(f"{subject}{verb}", asked, noun)
        return
    yield from _reported(fact, asked)


def _goal(fact: Amount, asked: str) -> Iterator[str]:
    """县医院要招录多少名医生; of money that somebody is to raise or to pay no plan is asked for."""
    subject, verb, noun = fact.subject, fact.verb, fact.noun
    reaches = bool(_REACHES.search(verb))
    if noun and not subject and asked == "多少人":
        yield f"{noun}要{verb}多少人"
        yield f"{noun}打算{verb}多少人"
    yield f"{subject}要{verb}{asked}{noun}"
    yield f"{noun}要{verb}{asked}" if noun and not subject and asked != "多少元" else ""
    if subject or (len(asked) > 2 and asked != "多少元"):
        yield f"{subject}{'' if reaches else '计划'}{verb}{asked}{noun}"
        yield f"{subject}{'至少要' if reaches else '打算'}{verb}{asked}{noun}"
    elif asked == "多少元":
        yield f"要{verb}多少钱{noun}"


def _reported(fact: Amount, asked: str) -> Iterator[str]:
    subject, verb, noun = fact.subject, fact.verb, fact.noun
    yield f"{subject}{verb}{asked}{noun}"
    if counts_things(noun) and not noun.startswith("用于") and fact.unit in ("%", "‰"):
        yield f"{subject}{verb}多大比例的{noun}"
        return
    if len(verb) <= 2 and not verb.startswith("每") and not verb.endswith(("了", "出", "到")):
        yield f"{subject}{verb}了{asked}{noun}"
        yield f"{subject}一共{verb}了{asked}{noun}" if len(asked) > 2 else ""
    if asked == "多少" and words_of(verb)[-1].tag == "v" and not verb.endswith(("了", "出", "到", "占")):
        yield f"{subject}{verb}了多少"
    yield f"{subject}{verb}多少钱" if asked == "多少元" and not noun else ""
    if not verb.endswith(("到", "了")):
        yield (
            f"{subject}共{verb}{asked}{noun}"
            if len(asked) > 2 and asked != "多少元"
            else f"{subject}{verb}多少"
        )
    elif subject:
        yield f"{subject}一共{verb}{asked}{noun}" if len(asked) > 2 else f"{subject}{verb}多少"


def _paid(act: str, asked: str, noun: str) -> Iterator[str]:
    """取得证书的奖励多少元: what a rule pays is asked for as it stands, not as paid already."""
    yield f"{act}{asked}{noun}"
    if asked == "多少元":
        yield f"{act}多少钱{noun}"
    yield f"{act}多少" if asked != "多少" and not noun else f"{act}的标准是多少"


def _amount_of_name(fact: Amount, asked: str) -> Iterator[str]:
    """村医平均年龄 + 56岁: a measure is so much, of a thing there are so many."""
    name = fact.subject
    if fact.unit not in ("%", "‰") and len(asked) == 2 and name.endswith("人口"):
        yield f"{name}有多少"
        yield f"{name}是多少"
        yield f"{name}有多少人"
        return
    if deed := deed_of(name, asked) if not fact.noun else None:
        yield from asked_of_deed(deed, asked)
        return
    if asked == "多少元" and not fact.noun and _WORK.search(name):
        yield f"{name}经费是{asked}"
        yield f"{name}经费有多少"
        yield f"{name}经费多少钱"
        return
    yield from _sum_or_number(fact, asked)


def _sum_or_number(fact: Amount, asked: str) -> Iterator[str]:
    name = fact.subject
    if fact.noun and asked == "多少元":
        yield f"{name}{asked}{fact.noun}"
        yield f"{name}多少资金{fact.noun}"
        return
    measure = len(asked) == 2 or asked == "多少元" or MEASURE_NOUN.search(name) or MEASURED.search(name)
    if re.search("每(?:年|月|周|季度|学期).{2,4}$", name) and not measure:
        yield f"{name}{asked}{fact.noun}"
        yield f"{_EACH_TIME.sub(_once, name)}{asked}{fact.noun}"
    elif _CHANGES.search(name):
        yield f"{name}了{asked}"
        yield f"{name}多少"
    elif len(asked) == 2 and re.search("支付|报销|承担|负担|补助$", name):
        yield f"{name}比例是多少"
        yield f"{name}多少"
        yield f"{name}的比例多大"
    elif len(asked) == 2 and not SHARE.search(name):
        yield f"{name}占多少"
        yield f"{name}的占比是多少"
        yield f"{name}占多大比例"
    elif asked == "多少元" and words_of(name)[-1].text in VERBS:
        yield f"{name}{asked}"
        yield f"{name}了{asked}" if words_of(name)[-1].text not in NOUNS else f"{name}是{asked}"
    elif held_as := held(name, fact.unit):
        yield f"{name}{held_as}了{asked}"
        yield f"{name}一共{held_as}了{asked}"
    elif _ends_in_deed(name) and not measure:
        yield f"{name}{asked}{fact.noun}"
        yield (
            f"{name}了{asked}{fact.noun}" if not _SHALL.search(name) else f"{name}几{asked[2:]}{fact.noun}"
        )
    elif measure:
        yield f"{name}是{asked}"
        yield f"{name}{asked}"
        yield f"{name}达到了{asked}" if not asked.endswith("元") else ""
    else:
        yield f"{name}有{asked}{fact.noun}"
        yield (
            how_many_there_are(name, fact.unit, asked) if not fact.noun else f"{name}一共有{asked}{fact.noun}"
        )
        yield f"{name}{asked}{fact.noun}"


def _once(match: re.Match[str]) -> str:
    """每月 as people say it before what is to be done: 一个月要."""
    return f"一{'个' if match['time'] in ('月', '季度') else ''}{match['time']}要"


def _ends_in_deed(name: str) -> bool:
    """Whether a name ends in what is done: 经费拨付, 每名护士护理; nobody asks how many of it there are. 停放的位置 is a
    noun, whatever the dictionary calls its last word."""
    *before, last = words_of(name)
    if before and before[-1].text == "的":
        return False
    return last.tag[:1] == "v" or last.text in VERBS or (last.text in NOUNS and name.startswith("每"))
