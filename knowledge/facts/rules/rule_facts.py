"""What rules lay down: what is done in a case, how long something lasts, how many of a sort do something, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from knowledge.facts.clauses import bare, is_name, parse
from knowledge.facts.records import Amount, Cause, Clause, Span, Task
from knowledge.facts.sentences import FactSentence, clauses_of, has_figure, without_quantity
from knowledge.facts.words import words_of
from knowledge.text.clauses import SEGMENT_MARKS, clause_end
from loaders.lazy_pattern import lazy_pattern

SHORTEST_CASE, LONGEST_CASE, SHORTEST_WHOLE_CASE, LONGEST_TWO_CASES = 4, 22, 6, 26
_CASE = lazy_pattern(
    r"^(?:因(?=.{4})|如|若|凡是?|当|对于?|针对|发现)?(?P<of>[^，。；：]+?(?:(?<!目|为|的)的(?:[^，。；：的]{2,4})?|时))$"
)
_FACED = lazy_pattern(
    r"^(?:针对(?=.{4})|对于?(?=.*[^目为]的(?:..|[县村镇户院站]$)))(?P<of>[^，。；：]{4,20})$"
)
# 近效期药品应当退回: what must be done with something that is told by what it is like.
_MUST = lazy_pattern(
    r"(?P<of>[^，。；：]{4,20}的[^，。；：的]{1,4}(?<!制)[^，。；：的制])(?=(?:应当?|必须|须|一律|不得|可以|由[^，]{2,16}(?:统一|负责|收|处))[^，。；：]{4})"
)
_OF_PLACE = re.compile("(?:连续|排名|末|未|没|不|低于|超).*的[县村镇户院站]$")
_FOUND_OUT = re.compile("^(?:一经|经)?查实(?=.{4}的$)")
_NO_CASE = lazy_pattern(
    r"^(?:因?工作需要|象|超过|不足|不到|达到|低于|高于|有下列|其|这|该|那|同|与|在|从|以|按|为|会上|下|是|要|也|还|又|我|你|大家|实际|必要|届时|今年|所谓|特别|像|至于)|同时$|\d时$|小时$|平时$|及时$|(?<!满.)年的|(?<!个)月的|(?:突出|优秀|好|明显|显著|领先|靠前)的|进行$|免费|现有|(?:形势|任务|任务目标|要求|目标|特点|实际|情况|问题|现状|需求|趋势)$|[“”]|说的$|来的$"
)
# Cases that go on from one before: 两次未按时送到的, 造成不良影响的, 暂未纳入保险的.
_POINTS_BACK = lazy_pattern(
    "查实|经查|造成|情节|构成|拒不|仍|再|又|[一两二三四]次|第[一二三]次|屡|暂|逾期|尚|导致"
)
_GOES_ON = lazy_pattern(f"{_POINTS_BACK.pattern}|连续|未|不(?!良)")
_TELLS_LITTLE = lazy_pattern("查实|经查|造成|情节|导致")
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
SHORTEST_LASTING, LONGEST_SORT = 4, 10
_REASON = lazy_pattern(
    r"(?:(?P<of>[^，。；：]{2,14})的)?(?:主要|根本|直接|深层)?(?:原因|根子|症结|根源)(?:主要)?(?:还是|就是|就在于|在于|是|在|：)"
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
        rewards = _REWARDS.match(words[following[0] : following[1]])  # asked for by its sum
        if rewards or words[end] != "，":
            continue
        if case := _whole_case(sentence, words[begin:end], begin):
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
        if must and not _NO_CASE.search(must["of"]) and parse(must["of"]) is None:
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
        if 2 <= len(of) <= LONGEST_SORT and is_name(of) and is_predicate and not _OPENS_ODD.match(does):
            span = sentence.place(match.start("number"), match.end("unit"))
            stretch = sentence.stretch(match.start(), match.end())
            yield Amount("", "有", match["unit"], f"{of}{does}", False, stretch, span)


def _whole_case(sentence: FactSentence, clause: str, begin: int) -> str:
    """The case that a clause names, with what it is about where it only tells what becomes of that: 依从率达不到的."""
    case = _FOUND_OUT.sub("", case_of(clause))
    if case.endswith("的") and _GOES_ON.match(case):
        return _with_case_before(sentence, case, begin)
    tells = clause.startswith("对") or any(word.tag[:1] in "nmj" for word in words_of(case))
    if not case.endswith("的") or tells:
        return case
    subject = sentence.subject_at(begin) or sentence.thing_before(begin)
    return f"{subject}{case}" if subject else case if len(case) >= SHORTEST_WHOLE_CASE else ""


def _with_case_before(sentence: FactSentence, case: str, begin: int) -> str:
    """缺药的，5日内送到；两次未送到的: a case that goes on from another is told with that, or not at all."""
    earlier = sentence.words[:begin]
    cases = list(filter(None, (case_of(earlier[start:end]) for start, end in clauses_of(earlier))))
    named = any(word.tag[:1] in "nj" for word in words_of(case.removesuffix("的")))
    if named and not (_POINTS_BACK if cases else _TELLS_LITTLE).match(case):
        return case
    first = cases[-1].removesuffix("的") if cases else ""
    alike = first[:2] == case[:2] or has_figure(first) or _GOES_ON.match(first) or first.endswith("时")
    return "" if not first or alike or len(first + case) > LONGEST_TWO_CASES else f"{first}{case}"


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


def case_of(clause: str) -> str:
    """The case that a clause names; nothing for another clause."""
    text = bare(clause)
    match = _CASE.match(text) or _FACED.match(text)
    case = match["of"] if match else ""
    of_place = text.startswith("对") and _OF_PLACE.search(case)
    named = (
        case.endswith(("的", "时")) or of_place or (text.startswith(("对", "针对")) and parse(text) is None)
    )
    fits = "一律" not in case and SHORTEST_CASE <= len(case) <= LONGEST_CASE and not _NO_CASE.search(case)
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
    if not match["of"] and of and words_of(of)[0].tag[:1] == "v":
        return
    if len(of) > 1 and (is_name(of) or parse(of)):
        end = clause_end(sentence.words, match.end(), SEGMENT_MARKS)
        yield Cause(of, sentence.stretch(match.start(), end), sentence.place(match.end(), end))
