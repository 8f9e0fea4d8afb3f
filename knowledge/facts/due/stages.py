"""What becomes of a thing later on, where its clause says but that: 采购救护车90辆，8月底前交付到县."""

from __future__ import annotations

import re

from knowledge.deadlines.responsible_bodies import NAMED
from knowledge.facts.clauses import bare, is_name, parse
from knowledge.facts.due.completion import completed_before
from knowledge.facts.records import Clause
from knowledge.facts.sentences import FactSentence, has_figure, without_quantity
from knowledge.text.clauses import SEGMENT_MARKS, clause_end, clause_start
from loaders.lazy_pattern import lazy_pattern

SHORTEST_THING, LONGEST_THING = 3, 18
_STAGE = lazy_pattern(
    "(?:要|须|必须|全部|正式|陆续|统一)*(?P<stage>投用|投入(?:使用|运行|运营)|交付(?:使用|到[一-鿿]{1,3})?|装机(?:使用|运行)?|安装到位|配备到位"
    "|(?:完成)?(?:招标|采购|施工|装修|安装|调试|验收)|到货|挂牌|开诊|开馆|开园|开班|试?运行|上线(?:试?运行)?|启用|竣工|完工|开工|封顶|(?:开始)?收治(?:患者|病人)?"
    "|对外开放|开放|到岗|上岗|到位|办[完结](?:入职)?手续|办完入职手续|发布公告|交齐[一-鿿]{0,6}|通过[一-鿿]{2,10}(?:验收|评审|认证|测评|考核))"
)
# What is made, bought or hired; of the rest of its clause nothing is opened later.
_MAKES = lazy_pattern(
    "采购|购置|购买|更换|更新|新建|建设|改造|扩建|迁建|改扩建|组建|开设|设立|增设|建成|打造|配备|配置|招聘|招录|引进|选派|遴选|申报|开办|新增|开发|添置|投放|安装"
)
_HIRES = lazy_pattern("招聘|招录|引进|选派")
_OF_HIRING = lazy_pattern("发布公告|办[完结].*手续")
_CONVERTED = lazy_pattern("(?:改建|改造|改扩建|转型|升级|改设)(?:[^，为]{2,16})?为(?P<thing>[^，]{3,16})$")
_HELPS = lazy_pattern("牵头|配合|负责|由[^，]{2,20}$|投资|经费|资金|预算|床位|达到|占比|不少于|不低于")
_FOR_WHOM = lazy_pattern(
    "^(?:为|给|向|在)[^，]{2,16}?(?:统一|集中|全部|分批)?(?=采购|购置|购买|更换|更新|配备|配置|新增|投放|安装|新建)"
)


def stage_reached(sentence: FactSentence, start: int, end: int) -> Clause | None:
    """What is completed at a time, or what becomes then of a thing that a clause before makes."""
    return completed_before(sentence, start, end) or later_stage(sentence, start, end)


def later_stage(sentence: FactSentence, start: int, end: int) -> Clause | None:
    """What is done at a time with the thing that a clause before makes; None where its own clause tells more.

    Arguments: the sentence; where the time stands, in characters of its words.
    """
    words = sentence.words
    begin = clause_start(words, start)
    stage = _STAGE.fullmatch(bare(words[end : clause_end(words, end)]))
    if stage is None or bare(words[begin:start]).strip("于在到"):
        return None
    segment = clause_start(words, start, SEGMENT_MARKS)
    for piece in reversed(re.split("[，：]", words[segment:begin])):
        if piece and not _HELPS.search(piece) and (thing := _made(piece, stage["stage"])):
            return Clause("", thing, "", stage["stage"], "")
    return None


def _made(piece: str, stage: str) -> str:
    """What a clause makes, for a stage of that; of what it makes into something else, that."""
    plain = _FOR_WHOM.sub("", bare(piece))
    converted = _CONVERTED.match(plain)
    clause = parse(plain)
    if converted:
        thing = converted["thing"]
    elif clause and not clause.lead and _MAKES.fullmatch(clause.verb):
        thing = without_quantity(clause.object)
    else:
        return ""
    sound = SHORTEST_THING <= len(thing) <= LONGEST_THING and is_name(thing) and not has_figure(thing)
    if not sound or (NAMED.search(thing) and thing.endswith(("局", "委", "政府"))):
        return ""
    hired = clause and _HIRES.fullmatch(clause.verb) and _OF_HIRING.match(stage)
    return f"{thing}招聘" if hired else thing
