"""/ddl: the deadlines as a table, a picture and a calendar, narrowed by plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.callback_data.browsing import ListDeadlines
from bot.chat.scope import short_title
from bot.deadlines.calendar import calendar_of
from bot.deadlines.marked_list import MarkedList, marked_list
from bot.deadlines.selection import SelectedDeadlines, choose
from bot.deadlines.timeline import entries_of, timeline_svgs
from bot.marks.selection import read
from bot.marks.status import Due, MarkStatus, still_open
from bot.marks.wording import mark_line
from bot.rendering.dates import day_in_words, days_left, first_open
from bot.rendering.markup import visible
from bot.rendering.paging import ListPage, page_from, page_of
from bot.web.addresses import Link, list_url, passage_url
from bot.web.pages.lists import A_PAGE, empty, filter_of, understood
from bot.web.visit import Page, Visit
from knowledge.filters.matching import due_day, is_over

FONTS = 'font-family="Noto Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"'


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A row of the table; `left` says how far off the day is, `mark` what was said of it."""

    day: str
    left: str
    late: bool
    task: str
    bodies: str
    mark: str
    document: str
    url: str


def deadlines_page(visit: Visit) -> Page:
    """A page of the deadlines that some words ask for, beginning with the first that is open."""
    name = ("/ddl", filter_of(visit), visit.page)
    values = visit.prepared(name, lambda: _values(visit), lambda made: len(made["rows"]))
    return Page("deadlines.html", {**values, "calendar": visit.calendar})


def _values(visit: Visit) -> Mapping[str, Any]:
    words, today = filter_of(visit), visit.setting.today
    list_shown = marked_list(visit.deadlines(), visit.setting, read(words))
    fitting = list_shown.these.found
    values = {
        "words_typed": words,
        "shortcuts": _shortcuts(visit),
        "understood": understood(list_shown.these, visit),
    }
    if not fitting:
        return {**values, **empty(list_shown.these, visit, ListDeadlines), "rows": []}
    cut = first_open(fitting, today)
    page = page_of(fitting, page_from(cut, A_PAGE) if visit.page is None else visit.page, A_PAGE, cut)
    turns: ListPage[DeadlineRow] = ListPage((), page.number, page.count, page.first)
    return {**values, "rows": [_row(located, list_shown, visit) for located in page.items], "page": turns}


def timeline_page(visit: Visit) -> Response:
    """The pictures of the deadlines, one below the other as they are asked for by `page`."""
    chosen = _chosen(visit)
    svgs = timeline_svgs(entries_of(chosen.dated, visit.setting), visit.setting, chosen.told)
    svg = svgs[min(max(visit.page or 0, 0), len(svgs) - 1)].replace("<svg ", f"<svg {FONTS} ", 1)
    return Response(svg, media_type="image/svg+xml")


def calendar_page(visit: Visit) -> Response:
    """The calendar file of the deadlines that some words ask for."""
    response = calendar_of(visit.knowledge, visit.setting, filter_of(visit))
    if not response.enclosures:
        raise HTTPException(404)
    file = response.enclosures[0]
    name = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
    return Response(file.content, media_type="text/calendar", headers={"Content-Disposition": name})


def _chosen(visit: Visit) -> SelectedDeadlines:
    chosen = choose(visit.knowledge, visit.setting, filter_of(visit), "")
    if not isinstance(chosen, SelectedDeadlines):
        raise HTTPException(404)
    return chosen


def _shortcuts(visit: Visit) -> list[Link]:
    return [Link(name, list_url("/ddl", words)) for words, name in visit.words.shortcuts.items()]


def _row(located: Due, shown: MarkedList, visit: Visit) -> DeadlineRow:
    say, setting, deadline = visit.words, visit.setting, located.item
    day, standing = due_day(deadline), shown.known.get(deadline.id)
    open_ = bool(still_open([located], shown.known))
    return DeadlineRow(
        day=day_in_words(day, say) if day else visible(deadline.phrase),
        left=days_left(deadline, setting.today, say) if open_ else "",
        late=open_ and is_over(deadline, setting.today),
        task=visible(deadline.task),
        bodies="、".join(map(visible, deadline.bodies)),
        mark=_mark(standing, visit),
        document=short_title(located.document, setting),
        url=passage_url(located.passage_id),
    )


def _mark(standing: MarkStatus | None, visit: Visit) -> str:
    return mark_line(standing, visit.words, visit.setting.zone) if standing else ""
