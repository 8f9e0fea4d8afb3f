"""What rules lay down: what is done in a case, and why something is as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from knowledge.facts.clauses import bare, is_name, parse
from knowledge.facts.records import Cause, Clause, Span, Task
from knowledge.facts.sentences import FactSentence, clauses_of
from knowledge.text.clauses import SEGMENT_MARKS, clause_end

SHORTEST_CASE, LONGEST_CASE = 5, 22
_CASE = re.compile(
    r"^(?:如|若|凡是?|当|对|针对|发现)?(?P<of>[^，。；：]+?(?:(?<!目|为|的)的(?:[^，。；：的]{2,4})?|时))$"
)
_FACED = re.compile(r"^(?:针对(?=.{4})|对于?(?=.*[^目为]的..))(?P<of>[^，。；：]{4,20})$")
_NO_CASE = re.compile(
    r"^(?:超过|不足|不到|达到|低于|高于|有下列|其|这|该|那|同|与|在|从|以|按|为|会上|下|是|要|也|还|又|我|你|大家|实际|必要|届时|今年|所谓|特别|像|至于)|同时$|小时$|平时$|及时$|年的|月的|(?:突出|优秀|好|明显|显著|领先|靠前)的|进行$|免费|现有|[“”]|说的$|来的$"
)
_HAS_BEEN = re.compile("了|已|累计|去年")
_REASON = re.compile(
    r"(?:(?P<of>[^，。；：]{2,14})的)?(?:主要|根本|直接|深层)?(?:原因|根子|症结|根源)(?:主要)?(?:还是|就是|就在于|在于|是|在|：)"
)


def case_facts(sentence: FactSentence) -> Iterator[Task]:
    """What is done in a case: 连续两次不合格的，清出目录; 号源不足时，由县医院支援; 对无力支付的患者，先救治后结算."""
    words = sentence.words
    if sentence.statement.mood == "report" and (
        sentence.role in ("problem", "achievement") or _HAS_BEEN.search(words)
    ):
        return
    if "的，" not in words and "时，" not in words and "对" not in words:
        return
    spans = list(clauses_of(words))
    for (begin, end), following in pairwise(spans):
        if words[end] == "，" and (case := _case(words[begin:end])):
            yield _task(sentence, case, (begin, following[0]))


def _case(clause: str) -> str:
    """The case that a clause names; nothing for another clause."""
    text = bare(clause)
    match = _CASE.match(text) or _FACED.match(text)
    case = match["of"] if match else ""
    named = case.endswith(("的", "时")) or (text.startswith(("对", "针对")) and parse(text) is None)
    fits = SHORTEST_CASE <= len(case) <= LONGEST_CASE and not _NO_CASE.search(case)
    return case if named and fits else ""


def _task(sentence: FactSentence, case: str, at: Span) -> Task:
    begin, answer = at
    end = clause_end(sentence.words, answer, SEGMENT_MARKS)
    return Task(Clause(case, "", "", "", ""), True, sentence.stretch(begin, end), sentence.place(answer, end))


def cause_facts(sentence: FactSentence) -> Iterator[Cause]:
    """Why something is so: 断供的主要原因是配送企业不愿送."""
    match = _REASON.search(sentence.words)
    if not match:
        return
    of = bare(match["of"] or "") or sentence.subject_at(match.start()) or sentence.topic
    if len(of) > 1 and (is_name(of) or parse(of)):
        end = clause_end(sentence.words, match.end(), SEGMENT_MARKS)
        yield Cause(of, sentence.stretch(match.start(), end), sentence.place(match.end(), end))
