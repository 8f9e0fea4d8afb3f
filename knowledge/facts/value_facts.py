"""Values: what an indicator is to reach, or what is reported of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.facts.clauses import TIME, bare, is_name, parse
from knowledge.facts.records import Span, Value
from knowledge.facts.sentences import FactSentence, has_figure, without_quantity
from knowledge.facts.words import NOUNS, words_of
from knowledge.targets.goals import Goal, find_goals
from knowledge.targets.indicators import MAKES, MEASURE_NOUN
from knowledge.targets.targets import Target
from knowledge.text.clauses import clause_start
from knowledge.text.normalisation import squeeze

LONGEST_MADE, LONGEST_PREFIX = 16, 8
# A rate that does not say of what.
_BARE_RATE = re.compile(
    r"^(?:规范管理|管理|达标|合格|完成|覆盖|知晓|使用|检测|核查|报告|治愈|控制|考核通过|参与|履约|平均合格|整改完成|复评|上线|建档|办结|处置|服务)率$|^(?:总投资|年产值|综合产值|总量|总数|覆盖面|人数|数量|床位|编制)$"
)
# 分别缺96人: what stands before is no indicator.
_AMOUNTS = re.compile(r"缺|流失|受理|抽调|转运|花|分别[^到至为在]{0,4}$")
_RATE = re.compile(
    r"[率比度]$|比例|占比|比重|水平|覆盖|费用|[量数]$|人次|面积|收入|支出|结余|降幅|增幅|规模|完成"
)
_HAS = re.compile(r"(?<![拥所共公持享])有(?![效毒关机序害线])")
_TIMES = re.compile(TIME)
# What is drawn up or set up once is not what a number of a later clause counts.
_NOT_COUNTED = re.compile(r"(?:标准|方案|办法|制度|机制|细则|目录|体系|政策|意见|担任|成为|力度)|完成$")
_VERB = re.compile(
    r"(?P<verb>(?:提高|提升|增加|上升|回升|攀升|扩大|扩展|拓展|降低?|下降|缩短|压缩|压减|减少|放宽|增长|高出?|低|省下|控制|稳定|保持|维持|精确|升|达|不得?低于|不得?少于|不得?超过|不得?高于|不足|超过|至少)"
    r"(?:到|至|在)?)(?:了|约|为)?(?:不低于|不少于|不超过|至少)?$"
)
_WEAK = re.compile(
    r"^(?:累计|每[^，]{1,3}$|每[个名家处张项所位台人年]|其中|平均$|最[高低]|占|各|住院$|门诊$|比|由|从|经|仅|共|同比|人均$|总量$|全部|其他|参加|执行|达到|不得|首批|转|有|以|按|池内|原则|对|向|为|把|将|并|和|的|在)"
)
_LEAD = re.compile(rf"^(?:{TIME}|全[市县省区州]|我[市县省区]|目前|要|力争|新区床位$)+")


def value_facts(sentence: FactSentence, targets: Sequence[Target]) -> Iterator[Value]:
    """The goals of a sentence, or the values that it reports."""
    words = sentence.words
    if not re.search(r"\d|[XxＸ×*%‰成]", words):
        return
    times = [match.span() for match in _TIMES.finditer(words)]
    for goal in find_goals(words, times):
        is_goal = any(_same(target, goal) for target in targets)
        if is_goal or (
            sentence.statement.mood != "task" and sentence.role in ("achievement", "problem", "view", "task")
        ):
            yield from _value(sentence, goal, is_goal)


def _same(target: Target, goal: Goal) -> bool:
    """Whether a target is the goal as others found it."""
    value = squeeze(target.value).text if target.value else None
    return value == goal.text if value else target.indicator == goal.indicator


def _value(sentence: FactSentence, goal: Goal, is_goal: bool) -> Iterator[Value]:
    if not goal.unit and goal.text == "全覆盖":
        return
    words = sentence.words
    begin = clause_start(words, goal.start)
    name = _LEAD.sub("", bare(goal.indicator))
    name = re.sub(r"（[^）]*）$|以[^，以]{2,8}为单位$|(?<=率)(?:在|高|仍).*$|(?<=..)由.*$", "", name)
    made = _made(name, goal)
    name = name.removeprefix(made) if made else name
    verb = _VERB.search(words[begin : goal.start])
    name = without_quantity(name)
    per = re.search(r"每(?:[千万百十]|\d+)+(?:常住)?人口", words[begin : goal.start])
    if per and "每" not in name and not made:
        name = per[0] + name
    if not made and _WEAK.match(name):
        topic = sentence.topic_at(goal.start)
        name = f"{topic}{name}" if topic and re.match("每|平均|人均|累计", name) else ""
    if (
        len(name) < 3
        or not (is_name(name) or name.startswith("每"))
        or has_figure(re.sub(r"\d+岁|每\d*[千万百]", "", name))
    ):
        return
    if _WEAK.match(name) and not re.match("每[千万百十]", name):
        return
    yield Value(
        name,
        made,
        verb["verb"] if verb else "",
        goal.unit,
        goal.op,
        is_goal,
        goal.base is not None,
        sentence.stretch(goal.start, goal.end),
        sentence.place(goal.start, goal.end),
    )


def _is_thing(name: str) -> bool:
    """Whether a name is of things that can be counted: no clause (重点项目实施工程), no bare verb."""
    words = words_of(name)
    if words and words[-1].tag == "v" and words[-1].text not in NOUNS:
        return False
    clause = parse(name)
    return clause is None or not (clause.object or clause.subject)


def _made(name: str, goal: Goal) -> str:
    """The verb of what is made (新增托位), nothing for a rate."""
    if MEASURE_NOUN.search(name) or goal.unit in ("%", "‰", ""):
        return ""
    return next((verb for verb in sorted(MAKES, key=len, reverse=True) if name.startswith(verb)), "")


def row_value(target: Target, span: Span) -> Value | None:
    """A goal that a row of a table sets."""
    name = _LEAD.sub("", bare(target.indicator))
    if not 3 <= len(name) <= 22 or not is_name(name) or has_figure(name):
        return None
    return Value(name, "", "", target.unit, target.op, True, target.base is not None, span, span)
