"""Due times asked where they stand: the time taken out of its clause leaves who and what (托育中心 8月底前 开园).

For clauses whose verb the register does not know; the question keeps the words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.deadlines.responsible_bodies import PERSON
from knowledge.facts.clauses import ADVERBS, DESCRIBES, PREPOSITIONS, TIME, bare, is_name
from knowledge.facts.records import Clause
from knowledge.facts.sentences import FactSentence, has_figure, without_quantity
from knowledge.facts.words import HEADS, NOUNS, VERBS, Word, words_of
from knowledge.text.clauses import clause_end, clause_start
from loaders.lazy_pattern import lazy_pattern

SHORTEST_SUBJECT, LONGEST_SUBJECT = 2, 18
SHORTEST_WHOLE, LONGEST_PREDICATE, LONGEST_BARE_VERB = 6, 20, 4
LONGEST_LED_VERB, MOST_BARE = 10, 2
_COMPOUND = 4  # 投入使用, 全面完成: nouns and idioms of the dictionary
NOT_BEGUN = lazy_pattern("(?:招标|设计|审批|立项|论证|采购|评审|选址|整改|销号|自查|自评)$")
_LEADS_ON = lazy_pattern(
    "(?:必须|务必|应当|要|将|应|须|力争|争取|确保|计划|拟|原则上|最迟|自|从|到|在|于|，|前|也|都|均|已|并|：|定)+$"
)
# 各单位, 请各医院, 所有村卫生室: to whom it is said.
_ALL = lazy_pattern(
    "^请?(?:所有|全部|每个|各地|各(?:责任|成员|有关|相关|牵头|配合)?单位|各级|各|有关单位|全[市县省区](?:统一)?的?|统一的)"
)
_OPENS_ODD = lazy_pattern(
    "^(?:不(?!再)|的|和|与|及|、|是|有|达|提高|提升|下降|降|增加|增长|占|不[低少高超]|前|底|起|之|至|完成率)"
)
_TIMES = lazy_pattern(rf"{TIME}|内(?!科|部|涵|容|镜)")
_RHYTHM = lazy_pattern("^每(?:周|月|年|季度|天)[^，]{0,10}?(?=.{2}$)")
_LEAVES = lazy_pattern("(?:[于在]?(?:当年|当月|次年|次月|每年|每月))$")
_NO_PAPER_NAMED = lazy_pattern("^把(?:办法|方案|清单|名单|细则|账)")
_ACTIVITY = lazy_pattern("(?:专项行动|专项整治|行动|工程|计划|项目)$")
_NO_THING = lazy_pattern(f"一.一|面向|^定向|^一(?!体|线|站|次)|负责|[它其他她]|{PERSON.pattern}")
# 开展一次评估, 向职代会报告: it does not say of what.
_EMPTY = lazy_pattern("^[^，]{2}[一两]次.{0,3}$|^向.{2,8}报告|^[^，]{2}到|[一两][次轮遍]$")
_ENDS_ODD = lazy_pattern("由我|后(?:再|决定|确定)|[一两各][次轮遍]$|[的和与及在是为由对把将、]$|[“（《]$")
_OF_HIRING = lazy_pattern("发布公告|办[完结].*手续")  # is done for posts, not by those who are hired
_NEXT_TIME = lazy_pattern(rf"、(?={TIME})")
_DONE_WITH = lazy_pattern("^.{1,3}(?:到位|进去|出来|完毕|完成)$|^全部.{2}$")
_TRANSITIVE = lazy_pattern(
    "(?:全部|再)?(?:接入|覆盖|累计|新[建增]|培训|招[聘录收]|选派|引进|配[备齐]|完成|开展|建立|出具.*|投入(?!运营|使用|运行).*)"
)
_NUMBER = lazy_pattern(r"^\d+[家个所名处](?=.{4})")
_RESULT = lazy_pattern("[一-鿿][齐好完妥满清足]")  # 装齐, 开齐, 修好
_ONTO = lazy_pattern("^(?:对|为|给|向|将|把)")


def clause_in_place(sentence: FactSentence, start: int, end: int) -> Clause | None:
    """The clause around a time without it; None where that is no sentence of its own.

    Arguments: the sentence; where the time stands, in characters of its words.
    """
    words = sentence.words
    begin, stop = clause_start(words, start), clause_end(words, end)
    subject = _LEADS_ON.sub("", words[begin:start])
    predicate = bare(_NEXT_TIME.split(words[end:stop])[0].lstrip("）)前后起"))
    if words[begin:start].endswith("、"):
        subject = ""
    if not bare(subject) and not predicate:
        predicate = bare(words[stop + 1 : clause_end(words, stop + 1)])
    predicate = _RHYTHM.sub("", predicate)
    predicate = without_quantity(predicate) if predicate[:1] in tuple("与同和向") else predicate
    if not without_addressees(subject):
        subject, predicate = _divided(_NUMBER.sub("", _ALL.sub("", predicate)))
    subject = _LEAVES.sub("", without_addressees(subject))
    if not _is_predicate(predicate) or (not subject and _OF_HIRING.match(predicate)):
        return None
    if not subject and _lacks_subject(predicate):
        subject = sentence.thing_before(start)
        subject = "" if NOT_BEGUN.search(subject) or _TRANSITIVE.fullmatch(predicate) else subject
    if _is_thing(subject):
        return Clause("", subject, "", predicate, "")
    alone = not subject and _is_whole(predicate) and not _NO_PAPER_NAMED.match(predicate)
    return Clause("", "", "", predicate, "") if alone else None


def _lacks_subject(predicate: str) -> bool:
    """Whether a predicate is but a verb with what leads to it: 竣工, 在全院推开."""
    first, *_, last = (*words_of(predicate), words_of(predicate)[-1])
    if first.start == last.start or predicate in VERBS or _DONE_WITH.search(predicate):
        return True
    return last.tag == "v" and len(predicate) <= LONGEST_LED_VERB and first.text not in VERBS


def in_a_row(words: str, start: int, end: int) -> bool:
    """Whether a time shares its clause with another: 6月开工、12月底完工."""
    after = words[end : clause_end(words, end)]
    before = words[clause_start(words, start) : start]
    return bool(_NEXT_TIME.search(after) or (before.endswith("、") and _TIMES.match(before)))


def without_addressees(words: str) -> str:
    """Words without list marks and without those to whom they are said (各单位, 请各医院)."""
    return _ALL.sub("", bare(words)).removeprefix("请")


def _is_whole(words: str) -> bool:
    """Whether a predicate tells by itself what is done: 报送年度总结, 对医共体实行打包付费."""
    tokens = words_of(words)
    if _EMPTY.search(words):
        return False
    acts = (tokens[0].text in VERBS and tokens[0].text not in NOUNS) or bool(_ONTO.match(words))
    last = tokens[-1]
    return (
        len(words) >= SHORTEST_WHOLE
        and acts
        and (last.tag[:1] in "nlji" or last.tag == "vn" or last.text in NOUNS or len(tokens) > MOST_BARE)
    )


def _is_thing(words: str) -> bool:
    """Whether words name what something becomes of: no clause, no person, no rhythm."""
    if not SHORTEST_SUBJECT <= len(words) <= LONGEST_SUBJECT or has_figure(words) or not is_name(words):
        return False
    first, *_, last = (*words_of(words), words_of(words)[-1])
    named = words.startswith(DESCRIBES) or _ACTIVITY.search(words)
    acts = first.tag in ("v", "d") or first.text in VERBS
    if acts and first.text not in NOUNS and not named:
        return False
    noun = last.tag[:1] in "nljif" or last.tag == "vn" or last.text in NOUNS
    return noun and not _NO_THING.search(words) and not _TIMES.search(words)


def _is_predicate(words: str) -> bool:
    """Whether words tell what is done: they open with a verb or with what leads up to it, and end whole."""
    if (
        not 2 <= len(words) <= LONGEST_PREDICATE
        or has_figure(words)
        or re.search("[，：]", words)
        or _TIMES.search(words)
    ):
        return False
    if _OPENS_ODD.match(words) or _ENDS_ODD.search(words):
        return False
    tokens = words_of(words)
    return _opens_predicate(tokens[0]) or (len(words) < LONGEST_BARE_VERB and tokens[0].tag[:1] not in "mqru")


def _opens_predicate(word: Word) -> bool:
    return (
        (word.text in VERBS and word.text not in NOUNS)
        or word.tag in ("v", "d", "ad")
        or bool(_RESULT.fullmatch(word.text))
        or (len(word.text) == _COMPOUND and (word.text[:2] in VERBS or word.text[2:] in VERBS))
        or word.text in ADVERBS
        or word.text in PREPOSITIONS
    )


def _divided(words: str) -> tuple[str, str]:
    """What a clause is about, and what becomes of it: 静脉输液 + 在村卫生室全部停止."""
    tokens = words_of(words)
    at = next((place for place in range(1, len(tokens)) if _leads_to_verb(tokens, place)), None)
    return ("", words) if at is None else (words[: tokens[at].start], words[tokens[at].start :])


def _leads_to_verb(tokens: Sequence[Word], at: int) -> bool:
    word, last = tokens[at], tokens[-1]
    begins = tokens[0].text
    names = begins in NOUNS and bool(HEADS.match(tokens[1].text))
    if (begins in VERBS and not names) or begins in PREPOSITIONS:
        return False
    if word.text in VERBS and word.text not in NOUNS and at < len(tokens) - 1:
        return tokens[at - 1].tag[:1] not in "vdpcu" and not HEADS.match(tokens[at + 1].text)
    opens = word.text in ADVERBS or word.text in PREPOSITIONS or (word.tag == "d" and len(word.text) > 1)
    if not opens or at == len(tokens) - 1:
        return False
    reaches = tokens[at + 1].text in ("达到", "实现") and last.tag[:1] == "n"
    return reaches or (last.tag[:1] == "v" and len(last.text) > 1)
