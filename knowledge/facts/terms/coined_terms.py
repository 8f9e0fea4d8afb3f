"""Terms that a text coins and goes on to explain without saying 即: 建立“夜诊”制度，卫生院延时到晚上八点半."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts.clauses import parse
from knowledge.facts.records import Definition
from knowledge.facts.sentences import FactSentence
from knowledge.facts.terms.sorts import SORT
from knowledge.facts.words import NOUNS, words_of
from knowledge.text.clauses import SEGMENT_MARKS, clause_end
from loaders.lazy_pattern import lazy_pattern

SHORTEST_EXPLANATION = 12
_COINED = lazy_pattern(
    rf"(?:建立|推行|实行|试行|推出|试点|探索|设立|开设|创新)[一-鿿]{{0,10}}“(?P<term>[^“”，。；]{{2,14}})”(?P<sort>{SORT})?，"
)
# What follows tells who, when or how many, not what it is.
_TELLS_NOT_WHAT = lazy_pattern(
    r"^(?:由[^，]{2,16}(?:牵头|负责|会同)|全年|今年|明年|年底|年内|力争|确保|覆盖|实现|完成|每年|\d|到20|并|推动|推进|提高|提升|加强|加快|切实|努力|依法|依规|严格|严厉)|[底月日]前|目标|率|首批|评选|占\d|\d[%％]|挂牌|列入|试点$"
)
# Who or what it is done by or to: 由区医院统一管编制, 对签约患者免费供药.
_BY_OR_TO = lazy_pattern(
    "即|就是|指|由(?!此)|把|将|对(?!照|标)|从(?!严|快|重|此|而)|凡|同一|新(?=聘|招|进|入职)"
)
# 各乡镇要组织讲座 is a task of somebody, not what the term means.
_IS_TOLD_TO = lazy_pattern("^[^，]{2,16}(?<!需)(?:要(?!求|素|害)|应当?|须|必须|负责)")
# 什么是“三见面”？就是… ; “一次挂号管三天”，什么意思呢？就是…
_ASKED = lazy_pattern(
    r"(?:什么[是叫]|啥[是叫]|何为)“(?P<term>[^“”]{2,14})”[^“”]{0,4}[？?]|“(?P<named>[^“”]{2,14})”[^“”]{0,16}(?:什么意思|怎么理解|怎么讲|怎么回事)[^“”]{0,3}[？?]"
)
_ANSWERS = lazy_pattern(
    "^(?:(?:说白了|(?:简单|具体)[说讲]|通俗地?[说讲]|换句话说)[，：]?)?(?:[我咱]们?的?(?:定义|理解|说法|看法)是|就是|也就是|即|意思是|指的是)"
)
_MEANS = lazy_pattern(
    r"“(?P<term>[^“”，。；]{2,14})”[一-鿿]{0,4}，(?:意思就是|意思是|说白了就是|简单说就是|通俗讲就是|讲的就是)"
)


def coined_facts(sentence: FactSentence, before: FactSentence | None) -> Iterator[Definition]:
    """The terms that a sentence explains without the words of a definition, or after a question in the one before."""
    words = sentence.words
    if "“" in words:
        yield from _meant(sentence)
        yield from _coined(sentence)
    asked = _ASKED.search(before.words) if before and _ANSWERS.match(words) else None
    if asked and before:
        term = asked["term"] or asked["named"]
        span = before.place(0, len(before.words))[0], sentence.place(0, len(words))[1]
        yield Definition(f"“{term}”", True, span, sentence.place(0, len(words)))


def _meant(sentence: FactSentence) -> Iterator[Definition]:
    words = sentence.words
    for match in _MEANS.finditer(words):
        end = clause_end(words, match.end(), SEGMENT_MARKS)
        stretch = sentence.stretch(match.start(), end)
        yield Definition(f"“{match['term']}”", True, stretch, sentence.place(match.end(), end))


def _coined(sentence: FactSentence) -> Iterator[Definition]:
    words = sentence.words
    for match in _COINED.finditer(words):
        end = clause_end(words, match.end(), SEGMENT_MARKS)
        explanation = words[match.end() : end]
        if len(explanation) < SHORTEST_EXPLANATION or not _tells_what(explanation.partition("，")[0]):
            continue
        name = f"“{match['term']}”{match['sort'] or ''}"
        yield Definition(name, True, sentence.stretch(match.start(), end), sentence.place(match.end(), end))


def _tells_what(clause: str) -> bool:
    """Whether a clause after a term tells what that is: it has a subject of its own, or tells by or to whom it is done;
    a clause that opens with a verb (推广“三明经验”，深化改革) goes on with something else."""
    if _TELLS_NOT_WHAT.search(clause) or _IS_TOLD_TO.match(clause):
        return False
    first = words_of(clause)[0]
    is_noun = (
        first.tag[:1] in "nbjmrqst" or first.tag == "vn" or (first.text in NOUNS and parse(clause) is None)
    )
    return is_noun or bool(_BY_OR_TO.match(clause))
