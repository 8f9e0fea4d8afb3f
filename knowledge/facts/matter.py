"""What a fact is of, where its own name does not say: 安家费40万元 after 引进博士 is 博士安家费."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.deadlines.responsible_bodies import NAMED
from knowledge.facts.clauses import TIME, is_name, parse
from knowledge.facts.records import Amount, Due, Fact, Responsibility, State, Value
from knowledge.facts.sentences import GENERIC, FactSentence, clauses_of, has_figure, noun_of, thing_of
from knowledge.facts.words import words_of
from knowledge.text.clauses import clause_start
from loaders.lazy_pattern import lazy_pattern

# Heads that say nothing of what they are, each sort with the attributes that do not either.
_MONEY = (
    "(?:(?:单次|每次|每起)(?:事故)?|年度?|月|人均|最[高低]|总|计划|统筹|安排|专项|财政|项目|建设|改造|运行|岗位|生活|补助|奖励|预付|接种|上门服务){0,2}"
    "(?:安家费|津贴|补贴|补助|奖金|保费|赔付(?:额|金额|限额)?|租金|押金|经费|资金|费用?|投资|投入|预算|金额|负债)"
    "|投入资金|个人自付|(?:结余|节余|剩余|超支)(?:部分|资金|金额|经费)?|基金的盘子"
    "|(?:医保|统筹基金|医疗救助基金|财政)(?:支付|报销|承担|负担)"
)
_MEASURE = (
    "(?:(?:笔试|面试|实操|理论|考试|考核|平均|总)*(?:成绩|得分)|(?:补助|招聘|培训|奖励|推荐)?名额|年(?:服务|接诊|接待|收治|培训)(?:量|能力)?"
    "|(?:居民|群众|患者|平均)?(?:满意[率度]|知晓率)|合格率|完成率|参与率|达标率|设计能力|(?:平均反应|等候|报告出具|整改)时间|床位数?)"
)
_DEED = "招聘|(?:师资|业务|技术|岗前)?(?:培训|轮训|指导)|业务学习|日常管理|试运行|改造|维修|验收|评估|考核|销号|整改|审定"
_THING = "团队|实施细则|实施方案|医生|护士|人员|专班(?:组长|办公室)|组长|示范中心|建设标准"
_OF_EVERY_MATTER = lazy_pattern(f"{_MONEY}|{_MEASURE}|{_DEED}|{_THING}")
_TELLS_ENOUGH = ("平均反应时间", "床位", "床位数")  # beside the topic of the pair
LONGEST_MATTER, LONGEST_MAKER = 12, 16
_SPREADS = lazy_pattern("(?:全部)?覆盖|实现.*全覆盖$")
_MADE_OF_SOMETHING = lazy_pattern("团队|床位|名额|病床")
_NO_MATTER = lazy_pattern(rf"^第[一二三四五六七八九十]+部分|{TIME}$|(?:重点行动|投入使用)$")


def is_of_every_matter(name: str) -> bool:
    """Whether a name says nothing of what it is: 安家费, 床位."""
    return bool(_OF_EVERY_MATTER.fullmatch(name))


def with_matter(fact: Fact, sentence: FactSentence, before: FactSentence | None) -> Fact | None:
    """A fact whose name says of what it is; None where nothing around it tells that.

    Arguments: the fact; its sentence; the one before it in its passage.
    """
    if isinstance(fact, Value) and fact.made:
        return _made_of(fact, sentence)
    if (
        isinstance(fact, Due)
        and not fact.clause.subject
        and _SPREADS.match(f"{fact.clause.verb}{fact.clause.object}")
    ):
        return _spread(fact, sentence)
    name = name_of(fact)
    if not is_of_every_matter(name):
        return fact
    at = place_in(sentence, fact.said[0])
    rate = name.endswith(("率", "度"))
    before_it = "" if rate else sentence.thing_before(at)
    told_before = _things(before) if before and isinstance(fact, Due | Value) and not rate else ()
    around = (before_it, sentence.topic, *told_before)
    things = (re.sub(f"(?<=..){TIME}$", "", thing) for thing in around)
    matter = next((thing for thing in things if _fits(thing, name)), "")
    if not matter:
        return fact if name in _TELLS_ENOUGH else None
    return renamed(fact, f"{matter}{name}")


def _spread(fact: Due, sentence: FactSentence) -> Due:
    """推广诊间结算，4月底前覆盖所有诊室: what is to be everywhere stands in the clause before."""
    thing = sentence.thing_before(place_in(sentence, fact.said[0]))
    named = _fits(thing, fact.clause.object, LONGEST_MAKER) and not NAMED.search(thing)
    plain = named and not thing.endswith(("到", "意见", "方案"))
    return replace(fact, clause=replace(fact.clause, subject=thing)) if plain else fact


def _made_of(fact: Value, sentence: FactSentence) -> Fact | None:
    """设置床位1200张, 组建团队210支: what is made, of what; None where nothing tells that."""
    if not _MADE_OF_SOMETHING.fullmatch(fact.indicator):
        return fact
    at = place_in(sentence, fact.said[0])
    clause = parse(sentence.words[clause_start(sentence.words, at) : at])
    own = clause.subject if clause and not clause.lead and len(clause.subject) > 2 else ""
    around = (own, sentence.thing_before(at), *map(noun_of, reversed(sentence.above)))
    matter = next((thing for thing in around if _fits(thing, fact.indicator, LONGEST_MAKER)), "")
    goal, unit, name = fact.goal, fact.unit, fact.indicator
    return Amount(matter, fact.made, unit, name, goal, fact.span, fact.said) if matter else None


def _fits(matter: str, name: str, longest: int = LONGEST_MATTER) -> bool:
    """Whether words can name the matter of a thing: a noun phrase that says something."""
    if not matter or words_of(matter)[0].tag[:1] in "vdp" or GENERIC.search(matter) or "用于" in matter:
        return False
    return (
        1 < len(matter) <= longest
        and not _NO_MATTER.search(matter)
        and name[:2] not in matter
        and "“" not in matter
        and is_name(matter)
        and not has_figure(matter)
    )


def place_in(sentence: FactSentence, place: int) -> int:
    """A place of the decoded text as one of the words of a sentence."""
    origin = sentence.statement.words.origin
    return next((at for at, start in enumerate(origin) if start >= place), len(sentence.words))


def _things(sentence: FactSentence) -> Iterator[str]:
    """What the clauses of a sentence are about."""
    return (thing_of(sentence.words[begin:end]) for begin, end in clauses_of(sentence.words))


def name_of(fact: Fact) -> str:
    """What a fact is said of; nothing for one that stands alone."""
    match fact:
        case Value(made=""):
            return fact.indicator
        case Amount() | State():
            return fact.subject
        case Due():
            return fact.clause.subject
        case Responsibility():
            return fact.task.subject
        case _:
            return ""


def renamed(fact: Fact, name: str) -> Fact:
    """A fact said of something else."""
    match fact:
        case Value():
            return replace(fact, indicator=name)
        case Amount() | State():
            return replace(fact, subject=name)
        case Due():
            return replace(fact, clause=replace(fact.clause, subject=name))
        case Responsibility():
            return replace(fact, task=replace(fact.task, subject=name))
        case _:
            return fact
