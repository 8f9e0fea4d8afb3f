"""The questions of a document: standard forms and variants for its facts, those that pass the checks, each once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from knowledge.facts.finding import PlacedFact, Stretch
from knowledge.facts.records import (
    Amount,
    Cause,
    Definition,
    Division,
    Due,
    Fact,
    Listing,
    Place,
    Post,
    Requirement,
    Responsibility,
    Span,
    State,
    Task,
    Value,
    focus_of,
    identity_of,
)
from knowledge.lexicon.topics import Surroundings, topic_of
from knowledge.questions.checks import is_sound
from knowledge.questions.colloquial import colloquial, plain_words
from knowledge.questions.forms import kind_of
from knowledge.questions.ranking import best_wordings
from loaders.lazy_pattern import lazy_pattern

MOST_OF_A_SENTENCE, MOST_OF_A_PASSAGE, MOST_VARIANTS = 3, 8, 4
LEAST_VARIANTS = 2
# Among problems a sentence may tell what has become better.
_BETTER = lazy_pattern(
    r"^(?!.*(?:仅|只有|不足|仍|还有|缺|差距|欠)).*(?:提高到|提高了?\d|回升|升至|升到|上升到|增加到|提升到|降下来)"
)
_WORSE = lazy_pattern(
    r"(?:(?<![或无])缺(?:少|口)?|流失|短缺|走)了?\d|差距(?![:：。；]?$)|摆设|没人|断档|超过使用年限|不合理|空白|为负|薄弱|滞后|欠账|短板|超标|紧缺(?!专业|人才|岗位|学科|专科)|(?:(?<!困)难|久)[、，]|至今没|缺口|负债|(?<!不许)(?<!不得)(?<!严禁)(?<!无)(?<!、不)拖欠(?!的?[，。；]?不)|外流|积压|(?<![拖])欠[^\d，]{0,8}\d|离职\d|(?<!不)摊到|多花了?\d|多住了?\d|(?:只有|仅有?)[\d一]|盖着|开机不到|没有一[张家名个台]|比[^，]{1,8}少\d"
)
# The title of a rule, whose values are standards, no goals of a year; a plan that carries a rule out is none.
_RULE = lazy_pattern(
    "^(?!.*(?:落实|贯彻|执行|实施|宣传|学习)《).*(?:办法|规定|条例|细则|规范|规程|制度|标准)(?:》|[（(][^（）()]{2,8}[）)])*(?:的通知|意见的通知)?(?:》|[（(].*)?$"
)
_MENDS = lazy_pattern("偿还|化解|清偿|还清|补齐")
# Among figures, those that tell what was brought off.
_BROUGHT_OFF = lazy_pattern(
    r"(?:救治|转移|抢救|救援)了?[^，。；]{0,10}\d|连续奋战|无一例|没有发生一|彻底|达到[^，]{2,10}推荐标准|通过了"
)
# What there is, told before what is wrong with it.
_NEUTRAL = lazy_pattern("现有|共有|设有|现辖|常住人口")
# What a question asks with tells nothing of its subject: 由谁牵头 is not about leading.
_FRAME = lazy_pattern(
    "由谁.{0,2}|谁(?:牵头|负责)|由哪个部门.{0,2}|责任单位|什么时候|的目标.*|存在什么问题|有哪些措施|怎么处理"
)

# What a standard form asks with; keywords alone (…的时限) are but a variant.
_ASKS = lazy_pattern("什么|啥|多少|多久|几|谁|哪|怎|如何|多大")

_RANK: dict[type, int] = {
    sort: rank
    for rank, sort in enumerate(
        (
            Definition,
            Due,
            Responsibility,
            Post,
            Value,
            Amount,
            Division,
            Requirement,
            Place,
            Listing,
            State,
            Cause,
            Task,
        )
    )
}


@dataclass(frozen=True, slots=True)
class Question:
    """A stored question: its standard form, variants, kind and topic, with the stretch that answers (`span`) and the
    words in it that do (`said`), in characters of the decoded text; `passage` is the place of its passage, `fact` tells
    the fact."""

    text: str
    variants: tuple[str, ...]
    kind: str
    topic: str
    passage: int
    span: Span
    said: Span
    fact: str

    @property
    def wordings(self) -> tuple[str, ...]:
        """The standard form and the variants."""
        return (self.text, *self.variants)


def questions_of(
    facts: Iterable[PlacedFact], stretches: Sequence[Stretch], title: str = ""
) -> list[Question]:
    """The questions of a document, in reading order.

    Arguments: its facts (`find_facts`), its passages, its title. Of a sentence and of a passage only so many are kept, the
    kinds that people ask for first.
    """
    is_rule = bool(_RULE.search(title))
    asked: set[str] = set()
    made: list[Question] = []
    of_part: Counter[tuple[int, str]] = Counter()
    of_passage: Counter[int] = Counter()
    for placed in _first_of_each_sort(map(_as_norm, facts) if is_rule else facts):
        key = placed.passage, placed.part
        apart = isinstance(placed.fact, State | Definition)
        if of_part[key] and _is_dispensable(placed):
            continue
        if of_part[key] >= MOST_OF_A_SENTENCE + apart or of_passage[placed.passage] >= MOST_OF_A_PASSAGE:
            continue
        if question := _question(placed, stretches[placed.passage], title, asked):
            asked.update(question.wordings)
            made.append(question)
            of_part[key] += bool(placed.part) and not apart
            of_passage[placed.passage] += 1
    return sorted(made, key=lambda question: (question.passage, question.span, question.said))


def _is_dispensable(placed: PlacedFact) -> bool:
    """Whether a fact is a reported figure of which no rule tells what it is of: it is not asked beside others."""
    fact = placed.fact
    return placed.lacking is not None and isinstance(fact, Value | Amount) and not fact.goal


def _as_norm(placed: PlacedFact) -> PlacedFact:
    """What a rule asks for as a standing norm, unless it tells from where to where a value shall go."""
    fact = placed.fact
    bound = isinstance(fact, Value) and fact.op in ("<=", ">=") and not fact.base
    if isinstance(fact, Value) and fact.goal and bound and not re.search("[到至]$", fact.verb):
        return replace(placed, fact=replace(fact, goal=False, norm=True))
    if isinstance(fact, Amount) and fact.goal:
        return replace(placed, fact=replace(fact, goal=False))
    return placed


def _first_of_each_sort(facts: Iterable[PlacedFact]) -> list[PlacedFact]:
    """Facts in the order in which they are kept: the first of each sort in a sentence, then the second; of those the
    sorts that people ask for first."""
    seen: Counter[tuple[int, str, type]] = Counter()
    ranked: list[tuple[bool, int, int, int, PlacedFact]] = []
    for place, placed in enumerate(facts):
        sort = placed.passage, placed.part, type(placed.fact)
        seen[sort] += 1
        ranked.append((placed.lacking is not None, seen[sort], _RANK[type(placed.fact)], place, placed))
    return [placed for *_, placed in sorted(ranked, key=lambda item: item[:4])]


def _question(placed: PlacedFact, stretch: Stretch, title: str, asked: set[str]) -> Question | None:
    """The question of a fact; None where its standard form is not sound or stands already."""
    fact, forms = best_wordings(placed, title)
    standard, *others = sorted(forms, key=lambda form: not _ASKS.search(form)) or [""]
    if not others or standard in asked:
        return None
    variants = _variants(fact, standard, others, asked)
    outer = 0 if placed.part else 1  # of a heading's own question its own words count, not all of it
    around = Surroundings(stretch.headings[::-1][outer:], stretch.text, title)
    topic = topic_of(focus_of(fact) or _FRAME.sub("", standard), placed.part, around)
    kind = _kind(replace(placed, fact=fact))
    return Question(
        standard,
        variants,
        kind,
        topic,
        placed.passage,
        fact.span,
        fact.said,
        identity_of(fact),
    )


def _variants(fact: Fact, standard: str, others: Sequence[str], asked: set[str]) -> tuple[str, ...]:
    """The other wordings of a question: at most so many, the last as people say it, none that is asked already."""
    written = [form for form in dict.fromkeys(others) if form not in asked][: MOST_VARIANTS - 1]
    bound = isinstance(fact, Value) and fact.op == "<="
    said = chain((colloquial(form, bound) for form in (standard, *written)), (plain_words(standard),))
    spoken = (form for form in said if form not in (standard, *others, *asked) and is_sound(form))
    return tuple(dict.fromkeys((*written, *islice(spoken, max(1, LEAST_VARIANTS - len(written))))))


def _kind(placed: PlacedFact) -> str:
    """The kind of a fact; a figure of what was brought off in a crisis or for good is an achievement."""
    kind = kind_of(placed.fact, _is_wrong(placed.role, placed.part))
    done = kind == "fact" and not placed.asks and _BROUGHT_OFF.search(placed.part)
    return "achievement" if done else kind


def _is_wrong(role: str, sentence: str) -> bool:
    """Whether a figure tells what is wrong."""
    worse = bool(_WORSE.search(sentence)) and not _MENDS.search(sentence)
    return worse if role != "problem" or _NEUTRAL.search(sentence) else not _BETTER.search(sentence)
