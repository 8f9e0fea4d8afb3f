"""The ways of asking how much and how many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.clauses import parse
from knowledge.facts.records import Amount, Value
from knowledge.facts.words import NOUNS, VERBS, words_of
from knowledge.targets.indicators import MEASURE_NOUN
from loaders.lazy_pattern import lazy_pattern

_EACH_HAS = lazy_pattern(r"(?P<each>每(?:个|家|所)?[^有，]{1,8})(?<![拥享])有(?P<thing>.{2,12})$")
# 名老中医传承工作室再建3个: what is done stands before the number.
_ENDS_IN_VERB = lazy_pattern(
    r"(?P<subject>.{3,}?)(?P<verb>(?:再|新|累计|共|各|年均)?(?:建成|(?<=再)[招聘配添增派开办设]|(?<=新)[招聘配添增派开办设]|建|招录|招聘|招收|新增|增设|设立|完成|培训|配备|购置|引进|选派|接种|筛查))$"
)
_CHANGES = lazy_pattern("(?:上涨|上浮|下浮|下降|增长|减少|增加|上升|下滑|回落|缩短|提高|降低|增多)$")
_SHARE = lazy_pattern(r"[率比度]$|比例|占|比重|水平|覆盖|[量数]$|幅$|规模|同比|下降|增长|提高|上升")
# 计划评选多少名, never 评选…的目标.
_NO_AIM = lazy_pattern("评选|申报|设置|设立|开设|组建|组织|举办|开展|发表|遴选|选派|派驻")
_EACH_TIME = lazy_pattern("每(?P<time>年|月|周|季度|学期)")
_REACHES = lazy_pattern("[到至](?:每[^每]{1,3})?$")
SHORTEST_DONE = 8
_MEASURED = lazy_pattern("年龄|价格|金额|标准|工资|规模|缺口|寿命|半径|距离|度$")


def _unit_words(unit: str, person: bool = False) -> str:
    """多少 with the unit that it is asked in; of a noun of persons 名, not 人."""
    if unit in ("", "%", "‰") or unit.startswith("/"):
        return "多少"
    plain = re.sub(r"^[多余]?[万亿](?=.)|^[多余]", "", unit)
    return "多少" if plain in ("万", "亿") else "多少名" if plain == "人" and person else f"多少{plain}"


def value_forms(fact: Value) -> Iterator[str]:
    """How to ask for the value of an indicator, a goal or a reported one."""
    yield from (_norm(fact) if fact.norm else _goal(fact) if fact.goal else _reported(fact))


def _norm(fact: Value) -> Iterator[str]:
    """村卫生室用房面积不少于80平方米: what a rule asks for, once and for all."""
    name, asked = fact.indicator, _unit_words(fact.unit, bool(fact.made))
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
    name, asked = fact.indicator, _unit_words(fact.unit, bool(fact.made))
    reach = bool(re.search("[到至在]$", fact.verb))
    if fact.made:
        yield f"要{fact.made}{asked}{name}" if len(asked) > 2 else f"{name}要{fact.made}多少"
        yield f"{name}要{fact.made}{asked}"
        planned = len(asked) > 2 and _NO_AIM.fullmatch(fact.made)
        yield f"计划{fact.made}{asked}{name}" if planned else f"{fact.made}{name}的目标是多少"
        yield f"{fact.made}{asked}{name}" if len(asked) > 2 else ""
    elif len(asked) > 2 and (makes := _ENDS_IN_VERB.match(name)) and not MEASURE_NOUN.search(name):
        yield f"{makes['subject']}要{makes['verb']}{asked}"
        yield f"{makes['subject']}{makes['verb']}{asked}"
        yield f"{makes['subject']}{makes['verb']}的数量要求是多少"
    elif has := _EACH_HAS.search(name):
        yield f"{has['each']}要有{asked}{has['thing']}"
        yield f"{has['each']}至少有{asked}{has['thing']}"
    elif fact.verb and not reach and (fact.unit.startswith("个百分点") or _changes_by(fact)):
        yield f"{name}要{fact.verb}{asked}"
        yield f"{name}{fact.verb}的目标是多少"
    elif len(asked) > 2 and not MEASURE_NOUN.search(name):
        yield from _goal_of_number(fact, asked, reach)
    else:
        yield from _goal_of_rate(fact, asked, reach)


def _changes_by(fact: Value) -> bool:
    """Whether a thing is to become more or less by a share: 办公用品压减8%."""
    change = re.match("增长|提高|提升|下降|降低|减少|增加|缩短|上升|压[缩减降]", fact.verb)
    return fact.unit in ("%", "‰") and bool(change) and not _SHARE.search(fact.indicator)


def _goal_of_number(fact: Value, asked: str, reach: bool) -> Iterator[str]:
    """城区急救站点服务半径控制在5公里: asked in the words of the text."""
    name = fact.indicator
    if reach:
        yield f"{name}要{fact.verb}{asked}"
    if fact.op == ">=":
        yield f"{name}不少于{asked}"
    yield f"{name}不超过{asked}" if fact.op == "<=" else f"{name}要达到{asked}"
    if _MEASURED.search(name) or reach or name.startswith("每"):
        yield f"{name}的目标是多少" if "的" not in name else f"{name}目标是多少"
    yield f"{name}计划达到{asked}" if fact.op != "<=" and not reach and "每" not in name else ""
    yield f"{name}的数量要求是多少" if not _MEASURED.search(name) and "每" not in name and not reach else ""


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
    yield f"{name}要达到{asked}" if fact.op != "<=" else f"{name}要控制在{asked}以内"
    yield f"{name}目标值是多少" if not reach and fact.op == "=" else ""
    yield f"{name}目标"


def _as_share(fact: Value) -> str:
    """An indicator as what it is asked by: 医技人员取得大专以上学历 + 90% is asked as a share."""
    name = fact.indicator
    done = fact.unit == "%" and not _SHARE.search(name) and parse(name) is not None
    return f"{name}的比例" if done and len(name) > SHORTEST_DONE else name


def _reported(fact: Value) -> Iterator[str]:
    name, asked = _as_share(fact), _unit_words(fact.unit, bool(fact.made))
    if name.endswith("占"):
        yield f"{name}多少"
        yield f"{name}多大比例"
        return
    if fact.made:
        yield f"{fact.made}了{asked}{name}"
        yield f"{fact.made}{name}{asked}"
        yield f"{name}{fact.made}了{asked}"
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
        len(asked) > 2 and asked != "多少元" and not (MEASURE_NOUN.search(name) or _MEASURED.search(name))
    )
    done = counted and words_of(name)[-1].tag[:1] == "v"
    yield f"{name}{asked}" if done else f"{name}有{asked}" if counted else f"{name}是{asked}"
    yield f"{name}{fact.verb}{asked}" if reach else f"{name}{asked}"
    people = _unit_words(fact.unit, True)  # 有多少名老人, never 有多少人老人
    of_them = f"有{people}{name}" if not _tells_deed(name) else f"{name}一共有{asked}"
    yield f"{name}一共{asked}" if done else of_them if counted else f"{name}达到了{asked}"
    if fact.base and change:
        yield f"{name}{fact.verb[:2]}了多少"


def amount_forms(fact: Amount) -> Iterator[str]:
    """How to ask for a figure in the words around it."""
    subject, verb, noun, asked = fact.subject, fact.verb, fact.noun, _unit_words(fact.unit, bool(fact.noun))
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
        yield f"{subject}要{verb}{asked}{noun}"
        yield f"{noun}要{verb}{asked}" if noun and not subject and asked != "多少元" else ""
        least = "" if _REACHES.search(verb) else "不少于"
        yield f"{subject}{verb}{least}{asked}{noun}" if subject else ""
        yield (
            ""
            if subject
            else f"{verb}{noun}的数量要求是多少"
            if len(asked) > 2 and asked != "多少元"
            else f"要{verb}多少"
        )
        return
    yield f"{subject}{verb}{asked}{noun}"
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
        yield f"{subject}{verb}多少"


def _amount_of_name(fact: Amount, asked: str) -> Iterator[str]:
    """村医平均年龄 + 56岁: a measure is so much, of a thing there are so many."""
    name = fact.subject
    if fact.unit not in ("%", "‰") and len(asked) == 2 and name.endswith("人口"):
        yield f"{name}有多少"
        yield f"{name}是多少"
        yield f"{name}有多少人"
        return
    if fact.noun and asked == "多少元":
        yield f"{name}{asked}{fact.noun}"
        yield f"{name}多少资金{fact.noun}"
        return
    measure = len(asked) == 2 or asked == "多少元" or MEASURE_NOUN.search(name) or _MEASURED.search(name)
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
    elif len(asked) == 2 and not _SHARE.search(name):
        yield f"{name}占多少"
        yield f"{name}的占比是多少"
        yield f"{name}占多大比例"
    elif asked == "多少元" and words_of(name)[-1].text in VERBS:
        yield f"{name}{asked}"
        yield f"{name}了{asked}" if words_of(name)[-1].text not in NOUNS else f"{name}是{asked}"
    elif _ends_in_deed(name) and not measure:
        yield f"{name}{asked}{fact.noun}"
        yield (
            f"{name}了{asked}{fact.noun}" if not name.startswith("每") else f"{name}几{asked[2:]}{fact.noun}"
        )
    elif measure:
        yield f"{name}是{asked}"
        yield f"{name}{asked}"
        yield f"{name}达到了{asked}" if not asked.endswith("元") else ""
    else:
        yield f"{name}有{asked}{fact.noun}"
        people = _unit_words(fact.unit, True)
        yield (
            f"有{people}{name}" if not (fact.noun or _tells_deed(name)) else f"{name}一共有{asked}{fact.noun}"
        )
        yield f"{name}{asked}{fact.noun}"


def _once(match: re.Match[str]) -> str:
    """每月 as people say it before what is to be done: 一个月要."""
    return f"一{'个' if match['time'] in ('月', '季度') else ''}{match['time']}要"


def _tells_deed(name: str) -> bool:
    """Whether a name tells who does what (县医院接诊发热患者): nobody asks how many of it there are."""
    inner = words_of(name)[1:-1]
    does = any(word.tag == "v" and word.text not in NOUNS for word in inner)
    return "的" not in name and (does or parse(name) is not None)


def _ends_in_deed(name: str) -> bool:
    """Whether a name ends in what is done: 经费拨付, 每名护士护理; nobody asks how many of it there are."""
    last = words_of(name)[-1]
    return last.tag[:1] == "v" or last.text in VERBS or (last.text in NOUNS and name.startswith("每"))
