"""/compare: what each document says of one matter, or what has changed in the plans of a place from year to year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.indicators.chart import value_label
from bot.indicators.comparison import years_in
from bot.indicators.plan_changes import AnyChange, dated_value, in_order, why_not_compared
from bot.indicators.side_by_side import answering_text, place_and_year
from bot.rendering.citations import source
from bot.web.addresses import Link, list_url, passage_url
from bot.web.markup import marked
from bot.web.pages.lists import filter_of
from bot.web.visit import Page, Visit
from knowledge.answers import Answer
from knowledge.comparison.comparison import PlanDifferences, Task, passages_of_each, values_of_each
from knowledge.comparison.indicator_values import IndicatorValue
from knowledge.comparison.plan_changes import Plans, differences_of, places_with
from knowledge.filters.filters import Located
from knowledge.targets.targets import Target


@dataclass(frozen=True, slots=True)
class Side:
    """What one document says: whose words they are, the words, where they stand."""

    heading: str
    text: Markup
    source: str
    url: str


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a task or a target: what it is called, and its words before and after."""

    kind: str
    name: str
    sides: tuple[Side, ...]


def comparison_page(visit: Visit) -> Page:
    """A comparison of what some words name; without words the form alone."""
    words = filter_of(visit)
    if not words:
        return _page(visit)
    if asked := years_in(words):
        return _years(visit, *asked)
    if values := values_of_each(visit.knowledge, words, visit.setting.scope):
        return _page(visit, sides=[_value(value, visit) for value in values.values])
    sides = [
        _passage(answer, visit) for answer in passages_of_each(visit.knowledge, words, visit.setting.scope)
    ]
    return _page(visit, "" if sides else visit.words.comparison.nothing.format(words=words), sides)


def _page(
    visit: Visit,
    sentence: str = "",
    sides: Sequence[Side] = (),
    changes: Sequence[Change] = (),
    links: Sequence[Link] = (),
) -> Page:
    values = {
        "words_typed": visit.typed,
        "told": sentence,
        "sides": sides,
        "changes": changes,
        "links": links,
    }
    return Page("compare.html", values)


def _years(visit: Visit, years: tuple[int, int], place: str) -> Page:
    knowledge, say, (old, new) = visit.knowledge, visit.words, years
    plans = places_with(knowledge, years, place, visit.setting.scope)
    if not plans:
        return _page(visit, why_not_compared(knowledge, visit.setting, years, place))
    if len(plans) > 1:
        ways = [
            Link(plan.place, list_url("/compare", f"{old} {new} {plan.place}"))
            for plan in plans
            if plan.place
        ]
        return _page(visit, say.comparison.which_place, links=ways)
    differences = differences_of(knowledge, plans[0])
    changes = [_change(change, visit) for change in in_order(differences)]
    return _page(visit, _sum(plans[0], differences, visit), changes=changes)


def _sum(plans: Plans, differences: PlanDifferences, visit: Visit) -> str:
    names = [change.name for change in in_order(differences)]
    old, new = plans.years
    counts = {
        "changed": names.count("changed"),
        "new_count": names.count("new"),
        "dropped": names.count("dropped"),
    }
    return visit.words.comparison.years.format(
        place=plans.place, old=old, new=new, kept=differences.kept, **counts
    )


def _change(change: AnyChange, visit: Visit) -> Change:
    say, present = visit.words, change.after or change.before
    name = present.item.indicator if isinstance(present, Located) else say.comparison.task
    return Change(visit.words.web.changes[change.name], name, tuple(_sides(change, visit)))


def _sides(change: AnyChange, visit: Visit) -> Iterator[Side]:
    both = change.before is not None and change.after is not None
    for side, mark in (
        (change.before, visit.words.comparison.before),
        (change.after, visit.words.comparison.after),
    ):
        if side is not None:
            yield _side(side, mark if both else "", visit)


def _side(side: Located[Target] | Task, mark: str, visit: Visit) -> Side:
    if isinstance(side, Located):
        heading, text = mark + dated_value(side.item, visit.words), side.item.sentence
    else:
        heading, text = mark, side.text
    where = source(side.document, side.section, visit.words)
    return Side(heading, marked(text, ()), where, passage_url(side.passage_id))


def _value(value: IndicatorValue, visit: Visit) -> Side:
    heading = f"{place_and_year(value, visit.setting)}  {value_label(value, visit.words)}"
    where = source(value.document, value.section, visit.words)
    return Side(heading, marked(value.sentence, ()), where, passage_url(value.passage_id))


def _passage(answer: Answer, visit: Visit) -> Side:
    where = source(answer.document, answer.section, visit.words)
    return Side(
        place_and_year(answer, visit.setting),
        marked(*answering_text(answer)),
        where,
        passage_url(answer.passage_id),
    )
