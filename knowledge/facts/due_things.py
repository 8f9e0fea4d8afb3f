"""What is due, said of the thing that is there then: 购置检测仪，7月到位 is asked of the 检测仪, 中心设床80张，9月前开诊 of the 中心."""

from __future__ import annotations

from dataclasses import replace

from knowledge.facts.clauses import TIME, is_name, parse
from knowledge.facts.records import Clause, Due
from knowledge.facts.sentences import FactSentence
from knowledge.facts.words import words_of
from loaders.lazy_pattern import lazy_pattern

# Of a thing that arrives or opens: who buys it is not what is there then.
_OF_THINGS = lazy_pattern("(?:全部)?(?:到位|到货|投用|投入使用|启用|开诊|上线|挂牌)")
# 对长期处方患者实行送药到村，12小时内送达: a clause is no subject.
_LEADS_ON = lazy_pattern("[对为][^，]{2,12}(?:实行|开展|提供|实施)")
_OPENS = lazy_pattern(f"(?P<thing>.{{2,}}的[^的]{{2,10}}?)(?P<act>{_OF_THINGS.pattern})")
_HIRES = lazy_pattern("(?P<act>招聘|招录|遴选|选拔)(?P<whom>.{2,})")
# 产科楼改造一季度开工、年内完工: an earlier stage is no part of the name.
_STAGE_BEFORE = lazy_pattern(f"(?P<thing>.{{4,}}?)(?:{TIME})(?:开工|完工|竣工|封顶|启动|招标|动工)")
# 连溪县中心设床80张，9月前开诊: what opens is the centre.
_EQUIPPED = lazy_pattern("(?P<site>.{2,}(?:中心|[院站室区馆]))[设配][^，]{1,4}")
_MONEY = lazy_pattern("(?:资金|经费|预算|补助)$")
_NEEDS_OBJECT = lazy_pattern("(?:全部)?(?:实现|达到|形成|取得|做到)")


def sound_due(fact: Due, sentence: FactSentence) -> Due | None:
    """A due time of what is due; None for a slice of a clause, and for money that is given year by year."""
    clause = fact.clause
    if _MONEY.search(clause.object) and "每年" in sentence.words:
        return None
    if clause.object.startswith("的") or _LEADS_ON.match(clause.subject):
        return None
    return _due_by(fact) if fact.manner == "when" else fact


def _divided(clause: Clause) -> Clause:
    """新建的献血点投入使用, which was taken for a verb, and 公开 + 招聘医师, as who and what they are."""
    if not clause.subject and not clause.object and (opens := _OPENS.fullmatch(clause.verb)):
        return replace(clause, subject=opens["thing"], verb=opens["act"])
    hires = _HIRES.fullmatch(clause.subject) if clause.verb == "公开" and not clause.object else None
    return replace(clause, subject=hires["whom"], verb=f"公开{hires['act']}") if hires else clause


def _due_by(fact: Due) -> Due | None:
    """What is done by a day, of the thing that is there then."""
    clause = _divided(fact.clause)
    fact = replace(fact, clause=clause)
    if stage := _STAGE_BEFORE.fullmatch(clause.subject):
        clause = replace(clause, subject=stage["thing"])
        fact = replace(fact, clause=clause)
    if (equipped := _EQUIPPED.fullmatch(clause.subject)) and _OF_THINGS.fullmatch(clause.verb):
        clause = replace(clause, subject=equipped["site"])
        fact = replace(fact, clause=clause)
    last = words_of(clause.subject)[-1] if clause.subject else None
    if last and not clause.object and _NEEDS_OBJECT.fullmatch(clause.verb) and last.tag[:1] == "n":
        return None
    if last and last.text.startswith("第"):
        return None
    act = parse(clause.subject) if clause.subject and not clause.object else None
    if not act or not act.object or act.subject or act.lead:
        return fact
    if _OF_THINGS.fullmatch(clause.verb) and is_name(act.object):
        return replace(fact, clause=replace(clause, subject=act.object))
    return None if clause.verb == "改善" else fact
