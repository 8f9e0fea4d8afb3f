"""The thing that a question asks for by name: what vaccine, how many graduates, whether it can be V-ed.

The thing asked for must stand in the passage, in its own words or in others for it: a passage that tells all about
a vehicle but not its make does not answer 什么牌子 (question focus: L. Li and others, 2002; D. Moldovan et al., 2000).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from knowledge.conditions.condition import Condition, Evidence, speaks_of
from knowledge.query.query import Concept
from knowledge.text.quantities import MEASURES
from loaders.lazy_pattern import lazy_pattern

_ASKS_WHICH = lazy_pattern(
    rf"(?:(?<!为)什么|哪[种类些个款套]|(?<!为)啥|多少(?:{MEASURES}|个)?)(?=[\u4e00-\u9fff]{{2}})"
)
# Words that a plan answers without saying them.
_GENERIC = lazy_pattern(
    r"^(?:时候|情况|问题|措施|办法|要求|目标|任务|工作|单位|部门|地方|意思|原因|内容|方面|标准|东西|好处|变化|成效|进展|短板|困难|安排|政策|规定|作用|"
    r"方式|途径|机构|项目|活动|行动|指标|时间|日子|样子|样|人|钱|费用|患者|病人|群众|医院|县|区|乡镇|村|城市|地区|医疗机构|人员|制度|机制|事情|事|举措|"
    r"做法|新|具体|主要|重点|亮点|难题|不足|毛病|成绩|结果|影响|处罚|奖励|服务|待遇|好|办|做|用|改|来|开始|完成|建成|比例|百分点|百分比|平方|公里|亿元|万元|程度|地步|水平|名字|姓名|职务|岗位|"
    r"[提给拿掏投补发收降增涨算能要才可就天日月年分秒次成]|.*(?:时限|期限|时间|日期|含义|意思|目标|指标|责任单位|牵头单位|措施|做法|人数|数量|范围|对象|地点|周期|频次|上限|下限|单位|部门|机构|人员|人群|群体|领导|干部|"
    r"[量数率]))"
)
_CAN = lazy_pattern(r"(?:能不能|可不可以|能否|可否|收不收|是否可以|是不是可以)")
_ATTRIBUTE = lazy_pattern(
    "(?:费|价|价格|条件|津贴|补贴|月龄|年龄|学历|电话|地址|号码|名额|名单|资格|证书|流程|材料|工资|收入|预算|面积|品牌|型号)$"
)
_CONCRETE = lazy_pattern(
    "疫苗|学历|证件|证书|职称|保险|型号|品牌|牌子|油钱|工资|奖金|津贴|押金|学费|油费|门票|制服|教材|软件|量表|问卷|题库|试剂|试纸"
)
_ASKS_LIST = lazy_pattern(r"(?:都|分别|具体)?(?:有|是|在|为|设在)(?:哪些|哪几)")
_ASKS_NUMBER = lazy_pattern(r"多少(?P<thing>[\u4e00-\u9fff]{4,8})(?<!钱|费|元)\??$")
LONG = 3  # characters


def conditions_on_asked_things(
    text: str, concepts: Sequence[Concept], worth: Callable[[str], float]
) -> Iterator[Condition]:
    """The conditions of a normalised question that names what it asks for.

    Arguments: the question; its concepts; how rare a word is in the corpus, 0 for one that it lacks.
    """
    yield from _things(text, concepts, worth)
    yield from _possible_acts(text, concepts)
    yield from _last_keyword(text, concepts)
    yield from _listed_things(text, concepts)
    yield from _number_of_things(text, concepts)


def _things(text: str, concepts: Sequence[Concept], worth: Callable[[str], float]) -> Iterator[Condition]:
    """什么疫苗, 多少本科生; a word that the corpus lacks is the asker's own for something that it has, unless there is no
    other for it."""
    for match in _ASKS_WHICH.finditer(text):
        thing = next((c for c in concepts if text.startswith(c.words, match.end())), None)
        if (
            thing
            and _is_concrete(thing.words)
            and (_CONCRETE.fullmatch(thing.words) or _is_known(thing, worth))
        ):
            yield _must_be_named(thing)


def _is_known(thing: Concept, worth: Callable[[str], float]) -> bool:
    """Whether the corpus has the words for a thing, or the thesaurus others."""
    return worth(thing.words) > 0 or (len(thing.variants) > 1 and not thing.guesses)


def _is_concrete(words: str) -> bool:
    """Whether words name a thing that has no other common name: short ones (资金, 规矩, 小孩) have many."""
    return bool(_CONCRETE.fullmatch(words)) or (len(words) >= LONG and _is_telling(words))


def _possible_acts(text: str, concepts: Sequence[Concept]) -> Iterator[Condition]:
    """能不能陪床, 收不收手续费: some word of the act, or another for it, must be there."""
    if asked := _CAN.search(text):
        acts = [concept for concept in concepts if text.find(concept.words, asked.end()) >= 0]
        words = tuple(word for act in acts for word in act.synonyms)
        if words:
            yield Condition("attribute", text[asked.start() :].rstrip("?"), partial(_is_named, words))


def _last_keyword(text: str, concepts: Sequence[Concept]) -> Iterator[Condition]:
    """职业健康管理员 每月津贴: of words typed side by side the last says what is asked of the first."""
    parts = text.rstrip("?").split()
    if len(parts) < 2 or re.search("[什怎哪谁几]|多少|吗|啥", text):
        return
    for concept in concepts:
        if concept.words in parts[-1] and _ATTRIBUTE.search(concept.words):
            yield _must_be_named(concept)


def _listed_things(text: str, concepts: Sequence[Concept]) -> Iterator[Condition]:
    """接种点有哪些: what is to be listed must be named."""
    for asked in _ASKS_LIST.finditer(text):
        before = [concept for concept in concepts if text.endswith(concept.words, 0, asked.start())]
        yield from (_must_be_named(c) for c in before if len(c.words) >= LONG and _is_telling(c.words))


def _number_of_things(text: str, concepts: Sequence[Concept]) -> Iterator[Condition]:
    """多少注册用户: of a thing of several words one must be named."""
    for asked in _ASKS_NUMBER.finditer(text):
        things = [concept for concept in concepts if concept.words in asked["thing"]]
        if len(things) > 1 and _is_telling(things[0].words):
            words = tuple(word for thing in things for word in thing.synonyms)
            yield Condition("attribute", asked["thing"], partial(_is_named, words))


def _is_telling(words: str) -> bool:
    """Whether some words name a thing of its own, which other words do not stand for."""
    return len(words) > 1 and not _GENERIC.match(words)


def _must_be_named(concept: Concept) -> Condition:
    return Condition("attribute", concept.words, partial(_is_named, concept.synonyms))


def _is_named(words: tuple[str, ...], evidence: Evidence) -> bool:
    return speaks_of(words, evidence) or any(word in evidence.about for word in words)
