"""How soon after something, and how long at most."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.deadlines.responsible_bodies import NAMED
from knowledge.facts.clauses import bare, is_name, parse
from knowledge.facts.due.verbs import is_verb
from knowledge.facts.records import Clause, Due
from knowledge.facts.sentences import FactSentence, has_figure, without_quantity
from knowledge.text.clauses import clause_end, clause_start
from loaders.lazy_pattern import lazy_pattern

SHORTEST_THING = 3
_SINCE = lazy_pattern("从[^，]{2,10}之?日?起$")
_PAPER_OUT = lazy_pattern("(?:本)?(?:方案|意见|通知|办法|规定|细则)(?:印发|下发|出台|公布)(?:之日)?[后起]")
# 受理后20日内办结: of what stands in the clause before.
_AFTER_AN_ACT = lazy_pattern(
    "(?:受理|接报|接到|接诊|收到|报警|公示|审核|申请|提交|检查|验收|发现|整改|出院|入院|转诊|反馈|确认|签订|备案|批准)(?:之日)?[后起]"
)
_DEALT_WITH = lazy_pattern("(?P<thing>[^，；：由\\d]{2,12})由[^，；：]{4,}")
_WITHIN = lazy_pattern(
    r"(?:\d{1,3}|[一二两三四五六七八九十半]{1,2})个?(?:工作日|小时|分钟|日|天|周|月)(?:之内|以内|内)"
)
_AT_MOST = lazy_pattern(
    r"不得?超过(?:\d{1,3}|[一二两三四五六七八九十]{1,2})(?:个工作日|小时|分钟|日|天|个月)"
)
_MEASURES_TIME = lazy_pattern("时间|住院日|时长|次数|周期|学时")


def within_facts(sentence: FactSentence) -> Iterator[Due]:
    """紧急呼叫设备报警后5分钟内响应: how soon after something."""
    words = sentence.words
    for match in _WITHIN.finditer(words):
        before = bare(re.sub(r"[在于要]+$", "", words[clause_start(words, match.start()) : match.start()]))
        after = bare(words[match.end() : clause_end(words, match.end())]).partition("、")[0]
        if len(before) < 2 and match.start():
            before = bare(
                words[clause_start(words, max(0, match.start() - 2)) : clause_start(words, match.start())]
            )
        if _PAPER_OUT.fullmatch(before):
            before = sentence.subject_at(match.start()) or sentence.thing_before(match.start())
        done = parse(after)
        broken = has_figure(before) or re.search("、|做到|实现|确保", before)
        if done is None and is_verb(after):
            done = Clause("", "", "", after, "")
        before = re.sub("^由(?=.{4})", "", before)
        before = re.sub("(?<=..)(?:(?<!响)应当?|[要须将可])$", "", before)
        led = parse(before)
        whole = before.endswith(("后", "时", "起")) or not (led and led.subject)
        if len(_SINCE.sub("", before)) < 2 or not whole or not done or done.subject or done.lead or broken:
            continue
        before = _SINCE.sub("", before)
        if _AFTER_AN_ACT.fullmatch(before):
            if not (thing := _dealt_with(sentence, match.start())):
                continue
            before = f"{thing}{before}"
        if len(before) < SHORTEST_THING and (topic := sentence.topic) and before not in topic:
            before = f"{topic}{before}"
        if not done.object and NAMED.search(before):
            continue
        clause = Clause("", before, done.adverbs, done.verb, without_quantity(done.object))
        yield Due(
            clause, "within", sentence.stretch(match.start(), match.end()), sentence.place(*match.span())
        )


def _dealt_with(sentence: FactSentence, at: int) -> str:
    """What stands before is dealt with: 投诉举报由县卫生监督所受理，受理后."""
    begin = clause_start(sentence.words, at)
    passive = _DEALT_WITH.match(bare(sentence.words[clause_start(sentence.words, max(0, begin - 1)) : begin]))
    thing = passive["thing"] if passive else ""
    return thing if thing and is_name(thing) else sentence.subject_at(at) or sentence.thing_before(at)


def at_most_facts(sentence: FactSentence) -> Iterator[Due]:
    """医疗废物暂存不得超过48小时: how long something may take; of 平均反应时间 it would be a goal."""
    words = sentence.words
    for match in _AT_MOST.finditer(words):
        subject = bare(words[clause_start(words, match.start()) : match.start()])
        if len(subject) < 4 or has_figure(subject) or _MEASURES_TIME.search(subject) or "、" in subject:
            continue
        clause = Clause("", subject, "", "", "")
        yield Due(clause, "most", sentence.stretch(*match.span()), sentence.place(*match.span()))
