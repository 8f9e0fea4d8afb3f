"""What a paragraph of a spoken speech finds wrong, said in its first clause: 第二个问题，家庭医生签约有水分."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.clauses import is_name
from knowledge.facts.records import State
from knowledge.facts.sentences import FactSentence, has_figure
from knowledge.facts.words import words_of

SHORTEST_NAME, LONGEST_NAME, SHORTEST_STORY = 3, 12, 30
_CLAIM = re.compile(
    r"^(?:第[一二三四五六七八九十]+?个(?P<named>问题|短板|毛病|不足)?[，：是]|第[一二三四五六七八九十]+[，：]|(?:还有|再)一[个件条][，：是])(?P<claim>[^，。；：！？]{4,24})"
)
_WRONG = re.compile(
    "[没不少缺难乱弱差空虚假慢散老浪松软]|水分|短板|滞后|重复|流失|问题|毛病|苗头|超[标负]|紧张|拖欠|欠[账款]|脱节|走样"
)
_ASKS = re.compile("^(?:要|把|必须|抓|做|加|推|建|完善|坚持)")


def claim_facts(sentence: FactSentence) -> Iterator[State]:
    """What is wrong by the first clause of a paragraph; all of the paragraph tells how."""
    match = _CLAIM.match(sentence.words) if sentence.statement.index == 0 else None
    if not match or _ASKS.match(match["claim"]):
        return
    if not (match["named"] or _WRONG.search(match["claim"])):
        return
    subject = _noun(match["claim"])
    begin, end = sentence.place(0, 1)[0], sentence.limit[1]
    if SHORTEST_NAME <= len(subject) <= LONGEST_NAME and is_name(subject) and end - begin > SHORTEST_STORY:
        yield State(subject, True, (begin, end), sentence.place(0, len(sentence.words)))


def _noun(claim: str) -> str:
    """The noun phrase that a claim opens with: 医患沟通 of 医患沟通这个老毛病没改."""
    taken = ""
    for word in words_of(claim):
        noun = word.tag[:1] in "nbj" or word.tag in ("vn", "an") or word.text in ("沟通", "签约", "服务")
        if not noun or has_figure(word.text) or word.text in ("苗头", "问题", "现象"):
            break
        taken += word.text
    return taken if not re.search("起来|[贵难远慢]$", taken) else ""
