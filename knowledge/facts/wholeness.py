"""Whether a fact is a whole one, by the parts of speech where its pieces join: 东院区定 + 开放床位 is a slice of a clause.

What can be mended is: 县医院 + 每家配备治疗师 gets its verb back, 20次教学 its noun (教学查房). What cannot makes no question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from knowledge.facts.clauses import is_name, parse
from knowledge.facts.due_things import sound_due
from knowledge.facts.duties import sound_duty, sound_place
from knowledge.facts.records import (
    Amount,
    Due,
    Fact,
    Listing,
    Place,
    Responsibility,
    State,
    Task,
    Value,
)
from knowledge.facts.rules.conditions import with_condition
from knowledge.facts.sentences import GENERIC, FactSentence
from knowledge.facts.subjects.matter import with_matter
from knowledge.facts.subjects.naming import words_said
from knowledge.facts.words import HEADS, NOUNS, VERBS, Word, words_of
from knowledge.lexicon.topics import subject_words
from knowledge.targets.indicators import MEASURE_NOUN
from knowledge.text.clauses import clause_end
from loaders.lazy_pattern import lazy_pattern

LONGEST_NOUN, LONGEST_PERSON, LEAST_WORDS = 8, 5, 2
# 红细胞库存低于3天用量时, 不足10天的: a bound of a case, no value of anything.
_BOUND_BEFORE = lazy_pattern("(?:低于|高于|超过|不足|不到|少于|多于|达到?|满)(?:了|约)?$")
_CASE_AFTER = lazy_pattern("[^，；。]{0,8}(?:时(?=[，；发启进由])|的(?=[，；]|不计|不予|视为|按|由))")
_TARIFF_AFTER = lazy_pattern(r"(?:以内|以上|以下|内)[^，；。]{0,3}每[^，；。\d]{1,5}\d")
_BOUND = lazy_pattern(r"(?:不足|不到|低于|超过|高于)\d[^，；。]{0,6}的")
# 要建设, 全面搞好: a list is led by its verb.
_LED_BY_VERB = lazy_pattern(
    "(?:要|应|须|将|全面|重点|着力|牢牢|大力)*(?:[建发推健完搞守深实加强开整落提支培打优抓做])"
)
_EACH = lazy_pattern(
    r"(?P<whole>.{3,}?)(?P<each>每[个家所名站院县村])(?P<act>配备|配有|配|设置|设立|设|安排|派驻|培训)(?P<thing>[^，]{2,12})"
)
_WAYS = frozenset("采用 利用 依托 通过 用于 使用".split())  # how it is done, not what
_GOES_IN = lazy_pattern("[进走入][^的]{2,3}")  # 进校园: who does?
# 比例较去年同期高, 工作以内的占: slices before a figure.
_CUT_NAME = lazy_pattern("[较比][^，]{1,6}[高低多少]$|以[内上下]的占?$")
_REWARDS = lazy_pattern("(?P<case>.{4,}的)奖(?P<whom>[^，励项金]{0,4})")
_MOVES = lazy_pattern("(?<=率)(?:增速|升幅|降幅)?(?:放缓|持续下降|稳步提高|稳步提升|明显下降|进一步下降)$")
_COMPARED = lazy_pattern("(?<=..)[较比][^，]{1,4}(?:提高|提升|上升|增加|增长|下降|降低|减少)$")
_ACTS = frozenset("定办抽查派设建配购买招收发送做开调拉提放拿交给来去改换")
_LINKS = frozenset("有到进托含设可应为占在上下")  # verbs that stand in names, or join their parts


def whole_or_lacking(
    facts: Iterable[Fact], sentence: FactSentence, before: FactSentence | None
) -> Iterator[tuple[Fact, FactSentence | None]]:
    """Facts with the case in which they hold and with what they are of, those of which that is not told left out; of due
    times and figures these come with their sentence.

    Arguments: the facts; their sentence; the one before it in its passage.
    """
    for fact in facts:
        if whole := _whole(fact, sentence, before):
            yield whole, None
        elif isinstance(fact, Due) or (isinstance(fact, Value | Amount) and not _is_bound(fact, sentence)):
            yield fact, sentence


def whole_rows(facts: Iterable[Fact]) -> Iterator[tuple[Fact, FactSentence | None]]:
    """The facts of rows of tables, whose cells say of what they are."""
    return ((fact, None) for fact in facts)


def _whole(fact: Fact, sentence: FactSentence, before: FactSentence | None) -> Fact | None:
    if isinstance(fact, Due | Amount) and not words_said(fact):
        return None
    of_case = with_condition(fact, sentence)
    of_thing = _of_matter(of_case, sentence, before) if of_case else None
    return _made_whole(of_thing, sentence) if of_thing else None


def _of_matter(fact: Fact, sentence: FactSentence, before: FactSentence | None) -> Fact | None:
    """A fact with what it is of; a case (无证行医的) says itself whose it is."""
    if isinstance(fact, Task) and _is_case(fact.clause.lead):
        return None if GENERIC.search(fact.clause.lead) else fact
    whole = with_matter(fact, sentence, before)
    if isinstance(fact, Listing) and whole != fact and _LED_BY_VERB.match(fact.head):
        # 要建设哪些中医医院 bears no heading before its verb.
        return fact if any(word in fact.noun for word in subject_words()) else None
    return whole


def _is_case(lead: str) -> bool:
    """Whether words tell a case, or things by what becomes of them: 正在筹建的项目."""
    return lead.endswith("的") or ("的" in lead and words_of(lead)[0].tag != "t")


def _made_whole(fact: Fact, sentence: FactSentence) -> Fact | None:
    """A fact whose words make a whole; None where they do not."""
    mend = _MENDED.get(type(fact))
    return mend(fact, sentence) if mend else fact


def _value(fact: Value, sentence: FactSentence) -> Fact | None:
    if _is_bound(fact, sentence):
        return None
    fact = replace(fact, indicator=_MOVES.sub("", _COMPARED.sub("", fact.indicator)).removeprefix("目标"))
    if fact.made and _is_name_part(fact, sentence):
        fact = replace(fact, made="", indicator=f"{fact.made}{fact.indicator}")
    name = fact.indicator
    above = fact.verb.startswith("高") and fact.unit.startswith("个百分点")  # 高出全市平均3个百分点
    if above or _CUT_NAME.search(name) or "会同" in name:
        return None
    if not fact.made and (each := _EACH.fullmatch(name)):
        clause = parse(each["whole"])
        whole = clause.object if clause and clause.object else each["whole"]
        subject, verb = f"{whole}{each['each']}", each["act"]
        return Amount(subject, verb, fact.unit, each["thing"], fact.goal, fact.span, fact.said)
    clause = None if fact.made else parse(name)
    if (
        clause
        and clause.subject
        and clause.object
        and clause.verb.endswith(("到", "至"))
        and is_name(clause.subject)
    ):
        return replace(fact, indicator=clause.subject)
    acts = clause and not clause.subject and not clause.lead and clause.verb in _WAYS
    return None if acts or _is_torn(name) else fact


def _is_name_part(fact: Value, sentence: FactSentence) -> bool:
    """Whether what seems to be made is a part of who does something: 由签约医生每月入园 makes no 签约."""
    at = sentence.words.find(f"{fact.made}{fact.indicator}")
    return at > 0 and sentence.words[at - 1] == "由"


def _amount(fact: Amount, sentence: FactSentence) -> Fact | None:
    several = "一批" in fact.verb or ("、" in fact.verb and fact.verb.endswith(("到", "至")))
    if fact.verb and fact.subject and not any(word.tag[:1] in "njvbsez" for word in words_of(fact.subject)):
        fact = replace(fact, subject="")  # 优质高效: how, not who
    if several or _is_bound(fact, sentence) or _is_torn(fact.subject) or _is_cut(fact):
        return None
    fact = _rewarded(fact)
    rest = _after(fact, sentence)
    return None if _counts_some(fact, rest) else _with_whole_noun(fact, rest)


def _with_whole_noun(fact: Amount, rest: str) -> Amount:
    """A figure with all of the noun that it counts: 20次教学 + 查房, 6名 + 劝导员, 3人 + 报名."""
    if fact.noun.startswith("由"):
        return replace(fact, noun="")
    more = rest.removeprefix(fact.noun)
    if fact.noun and more == rest:
        return fact
    words = words_of(more)
    is_person = rest.endswith(("员", "师", "者", "生")) and 2 < len(rest) <= LONGEST_PERSON and is_name(rest)
    one = len(words) == 1 and 1 < len(more) <= LONGEST_NOUN - len(fact.noun) and words[0].tag[:1] in "vn"
    counts = fact.noun or fact.unit in ("人", "名", "例", "家", "台")
    return replace(fact, noun=f"{fact.noun}{more}") if is_person or (one and counts) else fact


def _counts_some(fact: Amount, rest: str) -> bool:
    """Whether a figure counts but those that something befell (报告有17例超过了30分钟), or what is done with what is not
    told (老年人…，今年完成9万人)."""
    words = words_of(rest)
    told = fact.noun or fact.verb or fact.unit not in ("例", "次", "件", "起", "人次")
    befell = not told and len(words) > 1 and words[0].tag == "v" and words[0].text not in NOUNS
    return befell or (fact.verb in ("完成", "做") and not fact.noun and fact.unit.endswith("人"))


def _state(fact: State, sentence: FactSentence) -> Fact | None:
    first, *_, last = (*words_of(fact.subject), words_of(fact.subject)[-1])
    bound = fact.wrong and _BOUND.search(sentence.words)
    time = first.tag == "t" or (first.tag == "m" and not first.text.isdigit())
    moved = not fact.wrong and last.tag in ("v", "a", "d") and last.text not in NOUNS
    slogan = fact.wrong and last.tag in ("l", "i")
    if moved or slogan:
        return None
    able = first.text in ("能够", "能", "可以", "可", "会")
    return None if bound or time or able or last.tag in ("ng", "vg") else fact


def _is_bound(fact: Value | Amount, sentence: FactSentence) -> bool:
    """Whether a figure but bounds a case."""
    words = sentence.words
    begin, end = sentence.place_in(fact.said[0]), sentence.place_in(fact.said[1])
    figure = words[begin:end]
    led = _BOUND_BEFORE.search(words[:begin]) or figure[:2] in (
        "低于",
        "高于",
        "超过",
        "不足",
        "不到",
        "少于",
    )
    return bool(led and _CASE_AFTER.match(words[end:])) or bool(
        _TARIFF_AFTER.search(words[max(begin, end - 2) : end + LONGEST_NOUN])
    )


def _after(fact: Amount, sentence: FactSentence) -> str:
    """The rest of its clause after a figure."""
    end = sentence.place_in(fact.said[1])
    return sentence.words[end : clause_end(sentence.words, end)]


def _is_torn(name: str) -> bool:
    """Whether a clause was cut where its verb stands (东院区定), or holds two (从业人员 + 办 + 培训, 可疑者拍胸片筛查)."""
    words = words_of(name)
    if _GOES_IN.fullmatch(name):
        return True
    if len(words) < LEAST_WORDS or MEASURE_NOUN.search(name):
        return False
    last = words[-1]
    if _is_single_verb(last) and last.text in _ACTS:
        return True
    acts = any(map(_is_single_verb, words[1:-1])) and "的" not in name
    return acts and last.text in NOUNS & VERBS and not HEADS.match(last.text)


def _rewarded(fact: Amount) -> Amount:
    """独立做手术的奖师徒 + 1万元 as what it is: a reward of those of whom that is told."""
    match = _REWARDS.fullmatch(fact.subject) if not fact.verb and fact.unit.endswith("元") else None
    return replace(fact, subject=match["case"], verb=f"奖励{match['whom']}") if match else fact


def _is_cut(fact: Amount) -> bool:
    """Whether a share was cut from what is given: 药物首疗程给予 + 50% + 补贴."""
    if _CUT_NAME.search(fact.subject):
        return True
    share = fact.subject and not fact.verb and fact.unit in ("%", "‰")
    if share and fact.subject.endswith(("总额", "金额", "总数")):
        return True
    last = words_of(fact.subject)[-1] if share else None
    return last is not None and last.tag == "v" and last.text.endswith(("到", "予", "给", "按", "以"))


def _is_single_verb(word: Word) -> bool:
    return word.tag == "v" and len(word.text) == 1 and word.text not in _LINKS


def _listing(fact: Listing, _sentence: FactSentence) -> Listing | None:
    """A list of which something is said; 会同哪些部门 alone says nothing."""
    return None if fact.head.endswith(("会同", "联合", "与", "和")) else fact


_MENDED: dict[type, Callable[..., Fact | None]] = {
    Value: _value,
    Amount: _amount,
    Due: sound_due,
    State: _state,
    Listing: _listing,
    Responsibility: sound_duty,
    Place: sound_place,
}
