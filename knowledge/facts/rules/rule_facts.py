"""What rules lay down: what is done in a case, how long something lasts, how many of a sort do something, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from knowledge.facts.clauses import bare, is_name, parse
from knowledge.facts.records import Amount, Cause, Clause, Span, Task
from knowledge.facts.rules.cases import case_of, plain_case, whole_case
from knowledge.facts.rules.outcomes import outcome_of
from knowledge.facts.sentences import FactSentence, clauses_of, has_figure, without_quantity
from knowledge.facts.words import words_of
from knowledge.text.clauses import SEGMENT_MARKS, clause_end
from loaders.lazy_pattern import lazy_pattern

# 近效期药品应当退回: what must be done with something that is told by what it is like.
_MUST = lazy_pattern(
    r"(?P<of>[^，。；：]{4,20}的[^，。；：的]{1,4}(?<!制)[^，。；：的制])(?=(?:应当?|必须|须|一律|不得(?![多超少低高])|可以|由[^，]{2,16}(?:统一|负责|收|处))[^，。；：]{4})"
)
_HAS_BEEN = lazy_pattern("了|已|累计|去年")
_LASTS = lazy_pattern(
    r"(?:^|(?<=[，；：]))(?P<what>[^，；：。]{2,14}?(?:时间|期限|年限|周期|聘期|任期|有效期|服务期))(?:原则上)?(?:不得?少于|不得?超过|不得?低于|为|至少)(?P<number>[\d一二两三四五六七八九十]{1,3})(?P<unit>年|个月|天|日)(?=[，；。）]|$)"
)
_RATIO = lazy_pattern(
    r"(?:^|(?<=[，；：]))(?P<what>[^，；：。]{2,12}?比)(?:例)?(?:仅为|仅|只有|达到|为|是)?(?P<number>1[∶:：]\d[\d.]*)"
)
_FOUND = lazy_pattern(
    "(?:再|凡是?|一经)?发现(?P<of>[^，。；：]{3,16}?)的?，(?=一律|依法|从严|严肃|坚决|立即|予以|责令|追究)"
)
_PART = lazy_pattern(
    r"(?:^|(?<=[，；：]))(?P<of>[^，；：。有]{3,20}?)中?有(?P<number>\d{1,5})(?P<unit>家|个|名|所|人|张|台|例|户|项)(?P<does>[^，；：。\d、]{3,16})"
)
_COUNTED_UNIT = "(?P<unit>家|个|名|所|人|张|台|例|户|项|辆|处)"
_NUMBER_FIRST = lazy_pattern(
    rf"(?:^|(?<=[，；：]))(?:(?:我们|全)[市县省区]|还|仍|其中)?有?(?P<number>\d{{1,5}}){_COUNTED_UNIT}(?P<does>[^，；：。\d、]{{6,18}})(?=[，；。]|$)"
)
_OF_THEM = lazy_pattern(
    rf"(?:^|(?<=[，；：]))(?P<of>[^，；：。]{{3,16}})中，(?P<does>[^，；：。\d]{{4,18}}的)(?:只有|仅有|有|仅|占)?(?P<number>\d{{1,6}}){_COUNTED_UNIT}"
)
_OPENS_ODD = lazy_pattern("[的和与及以]|左右|不同")
_REWARDS = lazy_pattern(r"(?:一次性|给予|再|每人|另外)*(?:奖|补助|补贴|发放)[^，]{0,6}\d")
_BOUND = lazy_pattern(r"(?:占比|比例)?不得?(?:多于|超过|低于|少于|高于)\s?\d")
SHORTEST_LASTING, LONGEST_SORT = 4, 10
_CAUSE = lazy_pattern("原因|根子|症结|根源")
_REASON = lazy_pattern(
    rf"(?:(?P<of>[^，。；：]{{2,14}})的)?(?:主要|根本|直接|深层)?(?:{_CAUSE.pattern})(?:主要)?(?:还是|就是|就在于|在于|是|在|：)"
)


def case_facts(sentence: FactSentence) -> Iterator[Task]:
    """What is done in a case: 连续两次不合格的，清出目录; 号源不足时，由县医院支援; 对无力支付的患者，先救治后结算."""
    words = sentence.words
    if sentence.statement.mood == "report" and (
        sentence.role in ("problem", "achievement") or _HAS_BEEN.search(words)
    ):
        return
    yield from _found_out(sentence)
    yield from _musts(sentence)
    if "的，" not in words and "时，" not in words and "对" not in words:
        return
    spans = list(clauses_of(words))
    for (begin, end), following in pairwise(spans):
        then = words[slice(*following)]
        if _REWARDS.match(then) or _BOUND.match(then) or words[end] != "，":  # asked for by their figure
            continue
        paid = outcome_of(then).sort in ("paid", "rewarded")
        if case := whole_case(sentence, words[begin:end], begin, paid):
            yield _task(sentence, case, (begin, following[0]))


def _found_out(sentence: FactSentence) -> Iterator[Task]:
    """发现假体检，一律停拨经费: what is done when something comes out."""
    for match in _FOUND.finditer(sentence.words):
        yield _task(sentence, f"发现{match['of']}", match.span())


def _musts(sentence: FactSentence) -> Iterator[Task]:
    """近效期的药品应当退回卫生院: what must be done with things of a sort."""
    for begin, end in clauses_of(sentence.words):
        text = bare(sentence.words[begin:end])
        must = _MUST.match(text)
        if must and case_of(f"对{must['of']}") and parse(must["of"]) is None:
            at = begin + sentence.words[begin:end].find(text)
            yield _task(sentence, must["of"], (at, at + must.end()))


def lasting_facts(sentence: FactSentence) -> Iterator[Amount]:
    """How long something is kept or holds: 急救病历保存时间不少于30年."""
    words = sentence.words
    for match in _LASTS.finditer(words):
        what = bare(match["what"])
        if len(what) > SHORTEST_LASTING and is_name(what) and not has_figure(what):
            span = sentence.place(match.start("number"), match.end("unit"))
            stretch = sentence.stretch(match.start(), match.end())
            yield Amount(what, "", match["unit"], "", sentence.asks, stretch, span)


def ratio_facts(sentence: FactSentence) -> Iterator[Amount]:
    """The ratio of two things: 床护比仅为1∶0.38."""
    for match in _RATIO.finditer(sentence.words):
        what = bare(match["what"])
        if len(what) > 2 and is_name(what.removesuffix("比")):
            span = sentence.place(*match.span("number"))
            yield Amount(what, "", "", "", sentence.asks, sentence.stretch(*match.span()), span)


def part_facts(sentence: FactSentence) -> Iterator[Amount]:
    """How many of a sort do or are something: 118家乡镇卫生院有73家达到推荐标准."""
    words = sentence.words
    for match in _PART.finditer(words):
        of = without_quantity(bare(re.sub("^全[市县省区]", "", bare(match["of"]))))
        does = match["does"]
        tags = [word.tag[:1] for word in words_of(does)]
        is_predicate = parse(does) or tags[0] == "v" or tags[-1] in ("v", "a")
        whole = is_predicate and not _OPENS_ODD.match(does) and not does.endswith(("了", "过", "到"))
        if 2 <= len(of) <= LONGEST_SORT and is_name(of) and whole:
            span = sentence.place(match.start("number"), match.end("unit"))
            stretch = sentence.stretch(match.start(), match.end())
            yield Amount("", "有", match["unit"], f"{of}{does}", False, stretch, span)


def count_facts(sentence: FactSentence) -> Iterator[Amount]:
    """How many do or are something, where the number comes first (37个行政村的村医年过六十) or last
    (412名乡村医生中，具有医师资格的只有131名)."""
    if sentence.asks:
        return
    words = sentence.words
    for match in _NUMBER_FIRST.finditer(words):
        does, tags = match["does"], [word.tag[:1] for word in words_of(match["does"])]
        if len(tags) > 2 and tags[0] in "nje" and set(tags) & set("vai") and not _OPENS_ODD.match(does):
            yield _counted(sentence, match, does)
    for match in _OF_THEM.finditer(words):
        of = re.sub("^全[市县省区]", "", without_quantity(bare(match["of"])))
        if is_name(of) and len(of) > 1:
            yield _counted(sentence, match, f"{match['does']}{of}")


def _counted(sentence: FactSentence, match: re.Match[str], noun: str) -> Amount:
    span = sentence.place(match.start("number"), match.end("unit"))
    return Amount("", "有", match["unit"], noun, False, sentence.stretch(*match.span()), span)


def _task(sentence: FactSentence, case: str, at: Span) -> Task:
    begin, answer = at
    end = clause_end(sentence.words, answer, SEGMENT_MARKS)
    stretch, said = sentence.stretch(begin, end), sentence.place(answer, end)
    outcome = outcome_of(sentence.words[answer:end])
    if outcome.sort == "rewarded" and "举报" in sentence.words[answer:end] and "举报" not in case:
        case = f"举报{case}"
    return Task(Clause(plain_case(case), "", "", "", ""), True, stretch, said, outcome)


def cause_facts(sentence: FactSentence) -> Iterator[Cause]:
    """Why something is so: 断供的主要原因是配送企业不愿送."""
    match = _REASON.search(sentence.words) if _CAUSE.search(sentence.words) else None
    if not match:
        return
    of = bare(match["of"] or "") or sentence.subject_at(match.start()) or sentence.topic
    if not match["of"] and of and words_of(of)[0].tag[:1] == "v":
        return
    if len(of) > 1 and (is_name(of) or parse(of)):
        end = clause_end(sentence.words, match.end(), SEGMENT_MARKS)
        yield Cause(of, sentence.stretch(match.start(), end), sentence.place(match.end(), end))
