"""Whether somebody can do with a thing what a sentence says: costs are borne, activities organised, a rate is neither.

What a sentence says is done by whom often stands in the clause before; its activity is taken from there (岗前培训由谁承办).
"""

from __future__ import annotations

from dataclasses import replace

from knowledge.facts.clauses import bare, is_name, parse
from knowledge.facts.records import Clause, Place, Responsibility
from knowledge.facts.sentences import FactSentence, clauses_of, has_figure
from knowledge.facts.words import NOUNS, words_of
from loaders.lazy_pattern import lazy_pattern

LONGEST_DUTY, LONGEST_ACTIVITY = 16, 8
_ORGANISES = lazy_pattern("(?:组织|承办|举办|开展|实施|牵头组织)")
_CARRIES_OUT = frozenset("开展 实施 推行 进行 组织 实行".split())
_ACTIVITY = lazy_pattern(
    "(?:培训|接种|筛查|检查|活动|服务|演练|评价|评估|调查|监测|体检|宣传|改造|建设|采购|招聘|工程|项目|行动|工作|管理|治理|考核|指导|疗养|义诊|会议|比赛|联赛|运动会)$"
)
_MEASURE = lazy_pattern("(?:[率数量幅]|占比|比例|比重|水平|人次)$")
_SITE = lazy_pattern("(?:[室站院所点]|机构)$")
_RUNS_SITE = lazy_pattern(
    "负责|牵头|管理|管|运营|建设|改造|维修|承建|主办|举办|统筹|验收|监管|监督|指导|设立|实施"
)
# Papers and things of whatever it may be.
_OF_NOTHING = lazy_pattern(
    "(?:具体|补充|相关|有关|实施|详细|配套)(?:办法|方案|细则|标准|政策|意见|措施)|(?:证书|设备|材料|车辆|所需|相关|有关)(?:费用|经费|资金)|.*(?:全部|其他|其余|等)"
)
# What pays is that of whatever is paid for: 基金支付标准 under 安宁疗护.
_PAYS = lazy_pattern("(?:基金|支付|收费|补助|奖补|报销|筹资|缴费)[^，]{0,4}(?:标准|办法|比例|政策)$")
_NAMES_HEAD = lazy_pattern("任|担任|局长|主任|同志")
_GROUP = lazy_pattern(
    "(?:成立|组建|设立|建立)(?P<group>[^，；。]{3,20}?(?:专班|领导小组|委员会|小组|指挥部))"
)


def sound_duty(fact: Responsibility, sentence: FactSentence) -> Responsibility | None:
    """A duty that can be somebody's; None where what is told of a thing is not done with it."""
    thing, verb = fact.task.subject, fact.task.verb or "负责"
    if not thing:
        return fact
    if _MEASURE.search(thing) or _OF_NOTHING.fullmatch(thing):
        return None
    if _SITE.search(thing) and not _RUNS_SITE.search(verb):
        return None
    if _PAYS.match(thing) and (topic := sentence.topic) and len(topic + thing) <= LONGEST_DUTY:
        fact = _named(fact, f"{topic}{thing}") if topic[:2] not in thing else fact
    if (verb == "牵头" or _ORGANISES.fullmatch(verb)) and not _is_activity(thing):
        return _of_activity(fact, sentence, verb != "牵头")
    return fact


def sound_place(fact: Place, sentence: FactSentence) -> Place | None:
    """An office with the name of its group, not of who heads that."""
    if not _NAMES_HEAD.search(fact.subject):
        return fact
    group = _GROUP.search(sentence.words)
    return replace(fact, subject=f"{group['group']}办公室") if group and fact.office else None


def _is_activity(thing: str) -> bool:
    last = words_of(thing)[-1]
    return bool(_ACTIVITY.search(thing)) or last.tag == "vn" or last.text in NOUNS or thing.endswith("”")


def _of_activity(fact: Responsibility, sentence: FactSentence, needed: bool) -> Responsibility | None:
    """A duty with the activity that the clause of its thing tells; without it only where none is `needed`."""
    thing = fact.task.subject
    for begin, end in clauses_of(sentence.words):
        clause = bare(sentence.words[begin:end])
        if thing not in clause:
            continue
        parsed = parse(clause)
        if parsed and parsed.subject == thing and parsed.verb in _CARRIES_OUT and _is_sound(parsed.object):
            return _named(fact, parsed.object)
        activity = _activity_at_end(clause[clause.find(thing) + len(thing) :])
        if activity and _is_sound(f"{thing}{activity}"):
            return _named(fact, f"{thing}{activity}")
    return None if needed else fact


def _activity_at_end(words: str) -> str:
    """The activity that some words end in, with what describes it: 不少于120学时的岗前培训 ends in 岗前培训."""
    if not _ACTIVITY.search(words):
        return ""
    taken = ""
    for word in reversed(words_of(words)):
        noun = word.tag[:1] in "nbf" or word.tag == "vn" or word.text in NOUNS
        if not noun or len(word.text) < len("培训") or len(taken + word.text) > LONGEST_ACTIVITY:
            break
        taken = f"{word.text}{taken}"
    return taken


def _is_sound(thing: str) -> bool:
    return 3 < len(thing) <= LONGEST_DUTY and is_name(thing) and not has_figure(thing) and _is_activity(thing)


def _named(fact: Responsibility, thing: str) -> Responsibility:
    return replace(fact, task=Clause("", thing, "", fact.task.verb, ""))
