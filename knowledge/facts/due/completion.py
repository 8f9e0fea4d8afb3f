"""What is completed by a time where its clause says but that it is (…，9月底前完成): what the clauses before do."""

from __future__ import annotations

import re

from knowledge.deadlines.responsible_bodies import NAMED
from knowledge.facts.clauses import bare, is_name, parse
from knowledge.facts.due.in_place import without_addressees
from knowledge.facts.records import Clause
from knowledge.facts.sentences import FactSentence, has_figure, without_quantity
from knowledge.facts.words import words_of
from knowledge.text.clauses import SEGMENT_MARKS, clause_end, clause_start
from loaders.lazy_pattern import lazy_pattern

SHORTEST_ACT, LONGEST_ACT = 5, 20
_DONE = lazy_pattern(
    "^(?:必须|务必|要|须|全部|全面|基本|一次性|如期|按期)*(?P<verb>(?:完成|完工|竣工|到位|办结|结束|收官|落实到位|配备到位|安装到位|发放到位))$"
)
_LEADS_ON = lazy_pattern("(?:必须|务必|要|须|力争|争取|确保|计划|拟|最迟|自|从|到|在|于|，|前)+$")
_BRACKETS = lazy_pattern("[（(][^（）()]*[）)]")
_PLACE = lazy_pattern(r"^在[^，]{2,24}?(?=投放|安装|设置|设立|建设|开展|配置|配备|新建|布设|组织|开设|试点)")
# A clause that pays, tells who, or reports is not what is completed.
_NO_ACT = lazy_pattern(
    "每.{1,4}(?:补助|补贴|奖励|给予)|投资|经费|资金|牵头|负责|承担|由[^，]{2,20}$|达到|提高到|降到|不低于|不少于|不超过|每[年月季周]"
)
_NUMBER_LAST = lazy_pattern(r"\d[\d.,]*[万亿]?[一-鿿]{0,3}(?:以上|左右)?$")


def completed_before(sentence: FactSentence, start: int, end: int) -> Clause | None:
    """What is completed at a time; None where the clause tells more than that, or the ones before do not say what.

    Arguments: the sentence; where the time stands, in characters of its words.
    """
    words = sentence.words
    begin = clause_start(words, start)
    done = _DONE.match(bare(words[end : clause_end(words, end)]))
    if not done:
        return None
    own = _act(_LEADS_ON.sub("", words[begin:start]))
    if own or bare(_LEADS_ON.sub("", words[begin:start])):
        return Clause("", own, "", done["verb"], "") if own else None
    segment = clause_start(words, start, SEGMENT_MARKS)
    for piece in reversed(re.split("[，：]", words[segment:begin])):
        if piece and not _NO_ACT.search(piece) and (act := _act(piece)):
            return Clause("", act, "", done["verb"], "")
    return None


def _act(piece: str) -> str:
    """What a clause does, without its place, its numbers and to whom it is said."""
    plain = _BRACKETS.sub("", without_addressees(piece))
    plain = _NUMBER_LAST.sub("", _PLACE.sub("", plain)).removeprefix("先")
    plain = re.sub("^(?:开展|实施|推行|启动)(?=“)|^为(?=.{4})", "", plain)
    act = without_quantity(plain)
    if not SHORTEST_ACT <= len(act) <= LONGEST_ACT or has_figure(act) or _NO_ACT.search(act):
        return ""
    clause = parse(act)
    if clause is None:
        return act if is_name(act) and not NAMED.search(act) and words_of(act)[-1].tag[:1] != "a" else ""
    thing = clause.object or clause.subject
    whole = is_name(thing) and (not clause.subject or not clause.object) and not thing.startswith("的")
    return act if whole else ""
