"""What the documents say of one indicator: its goals and its present values, side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from knowledge.answers import Answer
from knowledge.documents import Document
from knowledge.filters.filters import Located
from knowledge.knowledge_base import KnowledgeBase
from knowledge.targets.indicator_names import bare_name, is_same
from knowledge.targets.reported_values import find_present_values
from knowledge.targets.targets import Target
from knowledge.text.numbers import figure_of

# What a question says around the name of an indicator: 各地县域就诊率目标是多少.
ASKING = re.compile(
    r"各(?:地|[省市县区]|份?文件)|(?:的|要)?(?:目标|指标|要求|任务|现状|现值)(?:值|数)?|(?:要?达到|是|有)?(?:多少|几何|什么|哪些|怎么样)"
    r"|分别|都?是|[？?。！!，,\s]|呢$|吗$|的$"
)
ASKS_HOW_MUCH = re.compile(r"多少|目标|指标|几|[率量数比]$")
NEAR = 60.0  # of 100: a name that may be meant (fuzz.ratio)
MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One value of an indicator: a goal with its year, or a present one; `value` is None where the source blanks it."""

    indicator: str
    op: str
    value: str | None
    year: int | None
    present: bool
    sentence: str
    document: Document
    section: tuple[str, ...]
    passage_id: str


@dataclass(frozen=True, slots=True)
class IndicatorValues:
    """The values of an indicator by document and year, and the names of others that may have been meant."""

    indicator: str
    values: tuple[IndicatorValue, ...]
    others: tuple[str, ...]


def readings(knowledge: KnowledgeBase, words: str, scope: Collection[str] = ()) -> IndicatorValues:
    """What is said of the indicator that some words name, within a scope; without values where they name none."""
    targets = [located for located in knowledge.targets() if not scope or located.document.id in scope]
    names = indicators_named(words, Counter(located.item.indicator for located in targets))
    if not names or not _says(names[0], words):
        return IndicatorValues("", (), tuple(names[:MOST_NAMES]))
    name = names[0]
    goals = [_goal(located) for located in targets if is_same(located.item.indicator, name)]
    present = [
        reading for answer in knowledge.search(name, scope) for reading in _present(answer, name, goals)
    ]
    values = {
        (
            indicator_value.document.id,
            indicator_value.value,
            indicator_value.year,
            indicator_value.present,
        ): indicator_value
        for indicator_value in (*present, *goals)
    }
    others = tuple(other for other in names[1:] if not is_same(other, name))
    return IndicatorValues(name, tuple(sorted(values.values(), key=_place)), others[:MOST_NAMES])


def matter_of(words: str) -> str:
    """What a question asks about, without its asking words; the words themselves when nothing else is left."""
    return ASKING.sub("", words) or words


def names_value(indicator_values: IndicatorValues, words: str) -> bool:
    """Whether some words are the name of an indicator, or ask how much it is to be, rather than name a matter."""
    return bool(ASKS_HOW_MUCH.search(words)) or is_same(indicator_values.indicator, matter_of(words))


def indicators_named(words: str, counts: Counter[str]) -> list[str]:
    """The known indicators that some words, or a question, may mean, the likeliest first, then the most frequent."""
    wanted = bare_name(matter_of(words))
    likely = {name: _closeness(wanted, bare_name(name)) for name in counts} if wanted else {}
    near = [name for name, close in likely.items() if close >= NEAR]
    return sorted(near, key=lambda name: (-likely[name], -counts[name], len(name), name))


def _closeness(wanted: str, name: str) -> float:
    """How likely a name is meant: itself, or most of its letters, or a name that says more than the words."""
    alike = fuzz.ratio(wanted, name)
    return max(alike, 90.0 - len(name) / 10) if wanted in name else alike


def _says(name: str, words: str) -> bool:
    wanted = bare_name(matter_of(words))
    return is_same(name, wanted) or wanted in bare_name(name)


def _goal(located: Located[Target]) -> IndicatorValue:
    target = located.item
    year = target.by.year if target.by else None
    place = (target.sentence, located.document, located.section, located.passage_id)
    return IndicatorValue(target.indicator, target.op, target.value, year, False, *place)


def _present(answer: Answer, name: str, goals: Sequence[IndicatorValue]) -> Iterator[IndicatorValue]:
    """The reported values of an indicator in a passage, without those that are goals there."""
    goal_keys = {(goal.document.id, goal.value, goal.sentence) for goal in goals}
    units = {figure.unit for goal in goals if (figure := figure_of(goal.value))}
    for reported_value in find_present_values(answer.passage, answer.section, answer.document.date):
        figure = figure_of(reported_value.value)
        # Another unit (only 44% of the country's) tells of something else.
        fits = figure is None or not units or figure.unit in units
        new = (answer.document.id, reported_value.value, reported_value.sentence) not in goal_keys
        if fits and new and is_same(reported_value.indicator, name):
            place = (reported_value.sentence, answer.document, answer.section, answer.passage_id)
            yield IndicatorValue(
                reported_value.indicator, "=", reported_value.value, reported_value.year, True, *place
            )


def _place(reading: IndicatorValue) -> tuple[str, int, int, bool]:
    """By place, then by document, then by year, what is before what is to be."""
    document = reading.document
    year = reading.year or ((document.year or 0) if reading.present else 9999)
    return (document.place or document.title, document.year or 0, year, not reading.present)
