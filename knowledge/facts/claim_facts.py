"""What a paragraph of a spoken speech finds wrong, said in its first clause: 第二个问题，家庭医生签约有水分."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts.clauses import is_name
from knowledge.facts.records import State
from knowledge.facts.sentences import FactSentence, has_figure
from knowledge.facts.words import NOUNS, words_of
from loaders.lazy_pattern import lazy_pattern

_FAULTS = ("苗头", "问题", "现象", "缺口", "短板", "差距")  # what is wrong, not with what
_JUDGES = lazy_pattern("起来|[贵难远慢]$")
SHORTEST_NAME, LONGEST_NAME, SHORTEST_STORY = 3, 12, 30
_CLAIM = lazy_pattern(
    r"^(?:第[一二三四五六七八九十]+?个(?P<named>问题|短板|毛病|不足)?[，：是]|第[一二三四五六七八九十]+[，：]|(?:还有|再)一[个件条][，：是])(?P<claim>[^，。；：！？]{4,24})"
)
# What the words after the noun phrase say is wrong: 慢病 and 老年 of the noun phrase itself tell nothing.
_WRONG = lazy_pattern(
    "不(?!断|仅|但|只|得|准|许|要|再|让|折不扣|良事件|能(?!满足|适应))|没(?!有发生)|[尚仍还至今]未|未能|缺|(?<!削)弱|差(?!异)|乱|(?<![减不])少(?!儿|年|数民族)"
    "|难(?![治点度关])|太|过[长高低多少慢重于]|慢(?![病性])|空[转挡编缺心]|虚[高假报设]|松[散懈]?$|散乱|老化|毛病|浪费|水分|短板|滞后|重复|流失"
    "|问题|苗头|超[标负]|紧张|拖欠|欠[账款]|脱节|走样|闲置|断档"
)
# Praise, and what has been mended: 短板加快补齐; but 尚未完善 and 提升不快 are none.
_BETTER = lazy_pattern(
    "不断|走在.*前|(?<!不够)(?<!没有)(?<!有待)(?<!亟待)(?<!急需)(?<!未)(?<!不)"
    "(?:改善|增强|提升|提高|完善|缓解|好转|扭转|解决|化解|清零|消除|缩小|补齐|补上|下降|减少)(?!不|得不|缓慢|滞后|乏力|有限|难)"
)
_ASKS = lazy_pattern("^(?:要|把|必须|抓|做|加|推|建|完善|坚持)")


def claim_facts(sentence: FactSentence) -> Iterator[State]:
    """What is wrong by the first clause of a paragraph; all of the paragraph tells how."""
    match = _CLAIM.match(sentence.words) if sentence.statement.index == 0 else None
    if not match or _ASKS.match(match["claim"]):
        return
    subject = _noun(match["claim"])
    if not (match["named"] or _is_wrong(match["claim"][len(subject) :])):
        return
    begin, end = sentence.place(0, 1)[0], sentence.limit[1]
    if SHORTEST_NAME <= len(subject) <= LONGEST_NAME and is_name(subject) and end - begin > SHORTEST_STORY:
        yield State(subject, True, (begin, end), sentence.place(0, len(sentence.words)))


def _is_wrong(said: str) -> bool:
    """Whether what is said of a thing finds fault with it."""
    return bool(_WRONG.search(said)) and not _BETTER.search(said)


def _noun(claim: str) -> str:
    """The noun phrase that a claim opens with: 医患沟通 of 医患沟通这个老毛病没改."""
    taken = ""
    for word in words_of(claim):
        noun = (word.tag[:1] in "nbj" and word.tag != "nr") or word.tag in ("vn", "an") or word.text in NOUNS
        if not noun or has_figure(word.text) or word.text in _FAULTS:
            break
        taken += word.text
    return taken if not _JUDGES.search(taken) else ""
