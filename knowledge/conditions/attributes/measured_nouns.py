"""The noun that a question asks the measure of, and which one it is: the fee of a visit, the beds there are of a hospital.

挂号费多少 asks for a fee, 护士平均收入 for the income of nurses: one sentence must have the noun with a value of its sort
and tell which one it is, or stand below a heading that does. 护士 in another sentence or another fee will not do
(the focus of a question: D. Moldovan and others, ACL 2000).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from knowledge.conditions.condition import Condition, Evidence, speaks_of
from knowledge.query.query import Concept
from knowledge.text.quantities import AREA, FREE, MONEY, NUMBER
from loaders.lazy_pattern import lazy_pattern

_MONEY = rf"{MONEY}|{FREE}|[%成]"
# In the row of a table the sign stands beside the noun: 县域内住院率(%) 64 68.
_RATE = rf"\([%‰]\)\s*\d|{NUMBER}\s?[%‰]|{NUMBER}个百分点|[一二三四五六七八九]成|分之|/10万|/1000|{NUMBER}\s?[:∶]|{NUMBER}\s?[/每]"
_COUNT = rf"{NUMBER}\s?[余多]?\s?[万亿]?\s?(?:[人名位例张个家所户台辆床]|人次)"
_PLACE = r"位于|坐落|地处|[设建放选落]在|选址|落户|[搬迁][到至]|[路街巷号楼层村镇乡]|社区|广场|园区|新区|城[东西南北]"
_ASKING = r"(?:分别|各|一共|总共|大概|[每一][次天年月人例张个]|今年|明年|目前|现在|[要应能将得]|最[多高]|不)*(?:[是有为定收达到交缴付掏降提高控制补给]|标准)*(?:多少|几|什么(?!时)|多大|在?哪(?![些几])|怎么样)"
_LISTED = rf"{_ASKING}|都?有?哪[些几]"  # conditions and places are listed; a fee has a sum


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of measure: what asks for one, what finds a value of it, and whether the noun stands beside the value."""

    asks: re.Pattern[str]
    value: re.Pattern[str]
    is_named: bool = True


def _noun(nouns: str, value: str, is_named: bool = True, asking: str = _ASKING) -> _Sort:
    """A noun of which the measure is asked, or that ends the question."""
    return _Sort(lazy_pattern(rf"(?:{nouns})(?=是?(?:{asking})|的?\??$)"), lazy_pattern(value), is_named)


_SORTS = (
    _noun(
        r"(?<![经免消付])费|票价|单价|定价|售价|课酬|酬金|年薪|月薪|底薪|起付线|押金|罚款|租金|保费|造价|预算",
        _MONEY,
    ),
    _noun(r"(?:平均|人均|月|年|总)?(?:收入|工资|薪酬|利润|产值)", _MONEY),
    _noun(r"(?<=[^效概几频])率", _RATE),
    _noun("面积", AREA, is_named=False),
    _noun("选址|地址|地点", _PLACE, is_named=False, asking=_LISTED),
    _noun(r"(?:报名|评选|申请|准入|录用|转入|考证|报考|入会)(?:要求|资格)|检测标准", "."),
    _noun(
        "条件",
        "条件|资格|符合|具备|须|凭|方可|才[能可]|可(?!及|持续)|以[上下]",
        is_named=False,
        asking=_LISTED,
    ),
    _noun("流程|程序|步骤", "流程|程序|步骤|环节|首先|先[^。;]{1,20}[再后]", is_named=False, asking=_LISTED),
    # Who pays it.
    _Sort(
        lazy_pattern(
            r"(?:(?<![经免消付])费|工资|薪酬|租金|押金)(?=(?:都|该|应该|要)?(?:由|归|是)?谁|由?哪[级家个])"
        ),
        lazy_pattern(
            r"财政|承担|列支|支付|出资|负担|拨付|自筹|发放|基金|由\S{1,12}出|统一发|发工资|埋单|买单"
        ),
    ),
    # Of what is counted or paid the figure tells: 招录人数 is told by 招录60名.
    _noun("人数|例数|床位数|人口数|户数|处室|编制数", _COUNT, is_named=False),
)
_WHETHER = lazy_pattern(r"(?P<verb>[收有要是能会交])(?:不|没)(?P=verb)|吗\??$")
_OTHERWISE_ASKED = lazy_pattern(
    r"谁|怎[么样]|咋|如何|为什么|为何|什么时候|何时|哪[些几]|哪[个家](?:部门|单位|机构|科室|领导)"
)
_LEAST = 2  # characters of a word that tells one from another
_NEAREST = 2  # words beside a noun that are looked for
# Words beside a noun that do not tell which one it is.
GENERAL = lazy_pattern(
    r"\d|^(?:(?:[全我本各这那该省市县区乡镇村里内级]|[今明去前后本上次来]年|[上下前]1年|年[内底初]|全年|[上下]半年|[一二三四]季度|现在|目前|每[年月次人天]|一[次年天]|总体?|平均|人均|一共|总共|工作|标准|要求|目标|多少|收取?|需要|大概|费用)+"
    r"|[\u4e00-\u9fff]{2,5}[省市县区州]|[\u4e00-\u9fff]{1,2}[有是要能会应将])$"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A noun with the words for it, what finds a value of its sort, and the words beside it, each with others for it."""

    words: tuple[str, ...]
    value: re.Pattern[str]
    which: tuple[tuple[str, ...], ...]


def conditions_on_measured_nouns(
    text: str, concepts: Sequence[Concept], worth: Callable[[str], float]
) -> Iterator[Condition]:
    """The condition of a normalised question that asks the measure of a noun, if it does.

    Arguments: the question; its concepts; how rare a word is in the corpus, 0 for one that it lacks.
    """
    if _WHETHER.search(text):
        return
    asked_sorts = [(match, sort) for sort in _SORTS if (match := sort.asks.search(text))]
    if not asked_sorts:
        return
    match, sort = max(asked_sorts, key=lambda asked: asked[0].start())
    if is_otherwise_asked(text, match):
        return
    noun, words = _head(text, match, concepts)
    others = [concept for concept in concepts if concept.words != noun]
    which = nearest_words(text, match.start(), others, worth)
    if which or len(noun) > len(match[0]):
        tells = partial(_tells, _Asked(words if sort.is_named else ("",), sort.value, which))
        yield Condition(
            "attribute",
            _shown(text, match.start(), noun, concepts),
            tells,
            applies=partial(speaks_of, list(chain(*which))) if which else None,
        )


def is_otherwise_asked(text: str, match: re.Match[str]) -> bool:
    """Whether what ends a question is not what it asks for: 谁负责签约率."""
    ends = not text[match.end() :].strip("的?")
    return ends and _OTHERWISE_ASKED.search(text, 0, match.start()) is not None


def _head(text: str, match: re.Match[str], concepts: Sequence[Concept]) -> tuple[str, tuple[str, ...]]:
    """The noun as it stands in the question, 挂号费 of 费, and the words for it."""
    for concept in concepts:
        start = text.find(concept.words)
        if start <= match.start() and start + len(concept.words) == match.end():
            return concept.words, concept.synonyms
    return match[0], (match[0],)


def nearest_words(
    text: str, end: int, concepts: Sequence[Concept], worth: Callable[[str], float]
) -> tuple[tuple[str, ...], ...]:
    """The words that tell which one a question means: those nearest before a place in it that the corpus has, each with
    others for it.

    Arguments: the question, the place, the concepts that may tell, how rare a word is in the corpus.
    """
    telling = [
        concept
        for concept in concepts
        if 0 <= text.find(concept.words) < end
        and len(concept.words) >= _LEAST
        and not GENERAL.match(concept.words)
        and any(map(worth, concept.spellings))
    ]
    nearest = sorted(telling, key=lambda concept: -text.find(concept.words))[:_NEAREST]
    return tuple(concept.synonyms for concept in nearest)


def _tells(asked: _Asked, evidence: Evidence) -> bool:
    """Whether a sentence has the noun with a value, and tells which one it is."""
    return any(
        any(word in sentence for word in asked.words)
        and asked.value.search(sentence)
        and named(asked.which, near)
        for sentence, near in evidence.sentences()
    )


def named(which: tuple[tuple[str, ...], ...], text: str) -> bool:
    """Whether a text has each of some words, or another for it."""
    return all(any(word in text for word in words) for words in which)


def _shown(text: str, start: int, noun: str, concepts: Sequence[Concept]) -> str:
    """A noun as it is told that nothing gives it: 签约率, not 率 alone, which stands at a place."""
    before = (concept.words for concept in concepts if text.endswith(concept.words, 0, start))
    return next(before, "") + noun if len(noun) == 1 else noun
