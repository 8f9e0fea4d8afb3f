"""The ways of asking how something is done: by the sort of thing that a heading names, by what happens in a case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.records import Clause, Task
from knowledge.facts.words import NOUNS, VERBS, words_of
from loaders.lazy_pattern import lazy_pattern

PERSONS = "患者|病人|人员|老人|老年人|群众|居民|家庭|村医|医生|医师|护士|护理员|对象|职工|儿童|婴幼儿|学生|学员|教师|同志|者"
_WHO = lazy_pattern(f"(?:{PERSONS}|博士|市民|企业|医院|机构|单位|团队|市州|科室)$")
_OF_PERSONS = lazy_pattern(f"(?P<who>.*(?:{PERSONS}))的?(?P<noun>待遇|优待|福利)$")
# What the last noun of a heading is asked by; {0} is all of the heading, {1} the heading without that noun.
_BY_NOUN = (
    (
        "(?:奖励|奖补|补助|补贴|津贴|补偿|资助|报酬|工资|薪酬|奖金)",
        ("{0}怎么发", "{0}的标准是什么", "{0}怎么算"),
    ),
    ("(?:待遇|优待|福利)", ("{0}有哪些", "{0}包括哪些", "{0}怎么落实")),
    (
        "(?:预约|申报|申请|报名|报销|结算|转诊|审批|备案|采购|拨付|认定|减免)",
        ("{1}怎么{2}", "{0}怎么办理", "{0}有什么要求"),
    ),
    ("(?:岗位|编制|床位|经费|资金|设备|设施)", ("{0}怎么安排", "{0}有什么安排", "{0}有什么要求")),
    ("(?:人员|人才|队伍)", ("{0}有什么安排", "{0}怎么安排", "{0}有什么要求")),
    ("(?:制度|办法|政策|标准|规定|规则)", ("{0}是怎么规定的", "{0}有哪些规定", "{0}的具体要求")),
    ("(?:机制|体系|模式|网络|平台)", ("{0}怎么建", "{0}有哪些做法", "{0}的具体要求")),
    ("(?:项目|工程)", ("{0}有哪些安排", "{0}怎么推进", "{0}的具体要求")),
    ("(?:病|炎|症|瘤|癌|热)", ("{0}怎么防治", "{0}有哪些防治措施", "{0}防治的具体要求")),
    ("(?:安全)", ("{0}怎么保障", "{0}有哪些措施", "{0}的具体要求")),
    (
        "(?:行动|活动|计划|演练|比赛|竞赛|赛事|培训|体检|筛查|普查|巡诊|义诊|指导|检查|评估|监测|调查|排查|整治|宣传|教育|接种|服务|试点|创建|关怀)",
        ("{0}怎么开展", "{0}有什么安排", "{0}的具体要求"),
    ),
)
_NOUNS = tuple((lazy_pattern(f"(?P<noun>{nouns})$"), forms) for nouns, forms in _BY_NOUN)
_IN_GENERAL = ("{0}怎么做", "{0}有哪些措施", "{0}的具体要求")
# Verbs that the dictionary takes for adjectives, or that open a name as often.
_PUSHES = ("规范", "丰富", "净化", "稳定", "补充", "严格", "强化", "保护", "改善")
_ADVERBS = frozenset("全面 大力 深入 扎实 切实 着力 加快 统筹".split())
_HOW = {"抓好": "抓", "做好": "做", "守住": "守", "用好": "用", "管好": "管"}
_WHOLE = ("办好", "建好", "关爱", "关心", "关注", "形成", "引导", "加快", "推动", "引进")
LONGEST_FRONT, SHORTEST_THING = 12, 2


def task_forms(fact: Task) -> Iterator[str]:
    """How to ask for a task, or for what happens in a case."""
    clause = fact.clause
    if fact.strict:
        yield from _case(fact)
    elif clause.verb:
        yield from _act(clause)
    elif verb := _opening_verb(clause.subject):
        yield from _act(Clause("", "", "", verb, clause.subject.removeprefix(verb)))
    else:
        yield from _named(clause.subject)


def _case(fact: Task) -> Iterator[str]:
    """运营满一年的助餐点能补多少, 无证行医的怎么处理: asked by what happens."""
    case, outcome = fact.clause.lead, fact.outcome
    if outcome.sort == "paid":
        act = outcome.act if len(outcome.act) > 1 else "补助"
        yield f"{case}能{act}多少" if outcome.measured else f"{case}怎么{act}"
        yield f"{case}怎么{act}" if outcome.measured else f"{case}如何{act}"
        yield f"{case}{act}的标准是多少" if outcome.measured else f"{case}有什么政策"
    elif outcome.sort == "rewarded":
        yield f"{case}奖励多少" if outcome.measured and outcome.act else f"{case}怎么奖励"
        yield f"{case}有什么奖励"
        yield f"{case}怎么奖励" if outcome.measured else f"{case}如何奖励"
    elif outcome.sort == "asked":
        yield f"{case}有什么要求"
        yield f"{case}要怎么做"
        yield f"{case}怎么办"
    elif outcome.sort == "reported":
        yield f"{case}怎么办"
        yield f"{case}要怎么做"
        yield f"{case}有什么要求"
    elif outcome.sort == "helped":
        yield f"{case}有什么政策"
        yield f"{case}能享受什么政策"
        yield f"{case}怎么安排"
    elif outcome.sort != "punished" and _is_activity(case):
        yield f"{case}怎么安排"
        yield f"{case}有什么安排"
        yield f"{case}有什么办法"
    elif outcome.sort != "punished" and _WHO.search(case):
        yield f"{case}怎么办"
        yield f"{case}有什么安排"
        yield f"{case}有什么政策"
    else:
        yield f"{case}怎么处理"
        yield f"{case}怎么办"
        yield f"{case}如何处理"


def _is_activity(case: str) -> bool:
    """Whether a case is no case but something that is done: 患者住院期间的生活照料."""
    last = words_of(case)[-1]
    return not case.endswith(("的", "时")) and last.text in NOUNS | {"照料"}


def _opening_verb(words: str) -> str:
    """The verb that a heading opens with, where the grammar of clauses does not know it: 锤炼过硬作风."""
    first, *others = words_of(words)
    opens = next((verb for verb in _PUSHES if words.startswith(verb)), "")
    if words[2:4] in VERBS and (words[:2] in VERBS or words[:2] in _ADVERBS):  # 筑牢织密, 全面推广
        opens = words[:4]
    if not opens and first.tag == "v" and first.text not in NOUNS and len(first.text) > 1:
        opens = first.text
    thing = words.removeprefix(opens)
    noun = bool(others) and words_of(thing)[0].tag[:1] in "nbajlm" if opens and thing else False
    return opens if noun and len(thing) > SHORTEST_THING and not _ends_as_named(thing) else ""


def _ends_as_named(thing: str) -> bool:
    """Whether words end in what has a verb before it in its name: 减重控慢行动, 补充保险."""
    return bool(re.search("(?:行动|工程|计划|项目|活动|服务|制度|机制|者)$", thing))


def _named(name: str) -> Iterator[str]:
    """急救人员待遇, 学校筛查: asked by the noun at its end."""
    if of := _OF_PERSONS.fullmatch(name):
        yield f"{of['who']}有什么{of['noun']}"
        yield f"{of['who']}有哪些{of['noun']}"
        yield (
            f"{of['who']}的{of['noun']}怎么样"
            if of["noun"] == "待遇"
            else f"{of['who']}能享受什么{of['noun']}"
        )
        return
    forms, noun = next(
        ((forms, match["noun"]) for pattern, forms in _NOUNS if (match := pattern.search(name))),
        (_IN_GENERAL, ""),
    )
    yield from (form.format(name, name.removesuffix(noun), noun) for form in forms)


def _act(clause: Clause) -> Iterator[str]:
    """加强医疗废物监管: 怎样 + what is done."""
    verb, thing = clause.verb, clause.object
    yield f"怎样{verb}{thing}"
    yield f"{verb}{thing}有哪些措施"
    fronted = (
        len(thing) <= LONGEST_FRONT
        and thing[0] not in "好了到成"
        and words_of(thing)[0].tag[:1] not in "vdpr"
    )
    yield f"{thing}怎么{_HOW.get(verb, verb)}" if fronted and verb not in _WHOLE else f"怎么{verb}{thing}"
    yield f"{verb}{thing}的具体要求"
