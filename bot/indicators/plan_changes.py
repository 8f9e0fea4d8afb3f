"""What has changed in the plans of a place from one year to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.callback_data.browsing import Compare
from bot.chat.context import ChatContext
from bot.chat.keyboards import page_note, turn_rows
from bot.chat.response import Response, told
from bot.chat.scope import scope_notes
from bot.messages import Messages
from bot.rendering.citations import source
from bot.rendering.dates import target_date, target_value
from bot.rendering.markup import Block, line, quotation, shortened
from bot.rendering.message import Button, MessageDraft
from bot.rendering.paging import page_of
from knowledge.comparison.comparison import PlanChange, PlanDifferences, Task
from knowledge.comparison.plan_changes import Plans, differences_of, of_both_years, places_with, years_known
from knowledge.documents import Document
from knowledge.filters.filters import Located
from knowledge.knowledge_base import KnowledgeBase
from knowledge.targets.targets import Target

A_PAGE = 6
MOST_PLACES = 12
MOST_UNLIKE, MOST_TITLES, LONGEST_TITLE = 3, 3, 40  # places, titles of a year, characters
AnyChange = PlanChange[Located[Target]] | PlanChange[Task]


def differences_page(
    knowledge: KnowledgeBase, setting: ChatContext, years: tuple[int, int], place: str, number: int
) -> Response:
    """A page of the differences; where no place or several have plans of both years, that is said."""
    plans = places_with(knowledge, years, place, setting.scope)
    if not plans:
        return told(why_not_compared(knowledge, setting, years, place))
    if len(plans) > 1:
        return _which_place(setting, years, plans)
    return _page(knowledge, setting, plans[0], differences_of(knowledge, plans[0]), number)


def why_not_compared(
    knowledge: KnowledgeBase, setting: ChatContext, years: tuple[int, int], place: str
) -> str:
    """What is said where there are no two documents to compare: which there are."""
    say = setting.words.comparison
    if unlike := of_both_years(knowledge, years, place, setting.scope):
        return "\n".join(_unlike(plans, setting.words) for plans in unlike[:MOST_UNLIKE])
    known = years_known(knowledge, place, setting.scope)
    there = "、".join(map(str, known))
    missing = "、".join(str(year) for year in years if year not in known)
    if place and known and missing:
        return say.no_year_of.format(place=place, missing=missing, years=there)
    return say.no_years.format(old=years[0], new=years[1], years=there or "—")


def _unlike(plans: Plans, words: Messages) -> str:
    (old, new), titles = plans.years, [_titles(plans.old), _titles(plans.new)]
    return words.comparison.unlike.format(
        place=plans.place, old=old, new=new, before=titles[0], after=titles[1]
    )


def _titles(documents: Sequence[Document]) -> str:
    titles = (shortened(document.title.strip("《》"), LONGEST_TITLE) for document in documents[:MOST_TITLES])
    return "、".join(f"《{title}》" for title in titles)


def in_order(differences: PlanDifferences) -> list[AnyChange]:
    """The changes as they are read: first what changed, then what is new, then what is gone; targets before tasks."""
    changes: list[AnyChange] = [*differences.targets, *differences.tasks]
    ranks = ("changed", "new", "dropped")
    return sorted(changes, key=lambda change: ranks.index(change.name))


def _which_place(setting: ChatContext, years: tuple[int, int], plans: Sequence[Plans]) -> Response:
    say = setting.words
    keys = [
        (Button(plan.place, Compare(0, f"{years[0]} {years[1]} {plan.place}").pack()),)
        for plan in plans[:MOST_PLACES]
        if plan.place
    ]
    return Response(MessageDraft((line(say.comparison.which_place),), tuple(keys)).messages())


def _page(
    knowledge: KnowledgeBase, setting: ChatContext, plans: Plans, differences: PlanDifferences, number: int
) -> Response:
    say, changes = setting.words, in_order(differences)
    page = page_of(changes, number, A_PAGE)
    counts = {
        name: sum(plan_change.name == name for plan_change in changes)
        for name in ("new", "changed", "dropped")
    }
    old, new = plans.years
    counted = {"new_count": counts["new"], "changed": counts["changed"], "dropped": counts["dropped"]}
    heading = say.comparison.years.format(
        place=plans.place, old=old, new=new, kept=differences.kept, **counted
    )
    blocks = [line(heading + page_note(page, say), bold=True)]
    for position, change in enumerate(page.items, page.first + 1):
        blocks += _change(position, change, say)
    notes = [*map(line, scope_notes(knowledge, setting))]
    words = f"{old} {new} {plans.place}".rstrip()
    turns = turn_rows(page, say, lambda number: Compare(number, words))
    return Response(MessageDraft((*blocks, *notes), turns).messages(), in_place=True)


def _change(number: int, change: AnyChange, say: Messages) -> Iterator[Block]:
    """What kind of change it is, then what was and what is, each word for word with its citation."""
    task = change.after or change.before
    assert task
    name = task.item.indicator if isinstance(task, Located) else say.comparison.task
    yield line(f"{number}. {say.changes[change.name]}{name}", bold=True)
    both = change.before is not None and change.after is not None
    for side, mark in ((change.before, say.comparison.before), (change.after, say.comparison.after)):
        if side is not None:
            yield from _side(side, mark if both else "", say)


def _side(side: Located[Target] | Task, mark: str, say: Messages) -> Iterator[Block]:
    if isinstance(side, Located):
        yield line(mark + dated_value(side.item, say))
        yield quotation(side.item.sentence)
    else:
        yield from (line(mark),) if mark else ()
        yield quotation(side.text)
    yield line(say.citation.format(source=source(side.document, side.section, say)))


def dated_value(target: Target, say: Messages) -> str:
    """The value of a target in words, with its date."""
    value, date = target_value(target, say), target_date(target, say)
    return f"{value}（{date}）" if date else value
