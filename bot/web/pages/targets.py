"""/targets: the goals with values, the same indicator of several documents together, narrowed by plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from bot.callback_data.browsing import ListTargets
from bot.chat.scope import short_title
from bot.deadlines.filtered_list import FilteredList, in_scope, narrowed
from bot.deadlines.filtered_list import read as read_filter
from bot.rendering.dates import target_date, target_value
from bot.rendering.markup import visible
from bot.rendering.paging import ListPage, page_of
from bot.web.addresses import passage_url
from bot.web.pages.lists import A_PAGE, empty, filter_of, understood
from bot.web.visit import Page, Visit
from knowledge.filters.filters import Located
from knowledge.filters.indicator_groups import side_by_side
from knowledge.targets.targets import Target


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A row of the table."""

    indicator: str
    value: str
    by: str
    document: str
    url: str


def targets_page(visit: Visit) -> Page:
    """A page of the targets that some words ask for."""
    name = ("/targets", filter_of(visit), visit.page)
    return Page("targets.html", visit.prepared(name, lambda: _values(visit), lambda made: len(made["rows"])))


def _values(visit: Visit) -> Mapping[str, Any]:
    words = filter_of(visit)
    every = in_scope(visit.targets(), visit.setting)
    these: FilteredList[Target] = narrowed(every, read_filter(words), visit.setting)
    values = {"words_typed": words, "understood": understood(these, visit)}
    if not these.found:
        return {**values, **empty(these, visit, ListTargets), "rows": []}
    page = page_of(list(chain.from_iterable(side_by_side(these.found))), visit.page or 0, A_PAGE)
    turns: ListPage[TargetRow] = ListPage((), page.number, page.count, page.first)
    return {**values, "rows": [_row(located, visit) for located in page.items], "page": turns}


def _row(located: Located[Target], visit: Visit) -> TargetRow:
    target = located.item
    return TargetRow(
        visible(target.indicator),
        visible(target_value(target, visit.words)),
        target_date(target, visit.words),
        short_title(located.document, visit.setting),
        passage_url(located.passage_id),
    )
