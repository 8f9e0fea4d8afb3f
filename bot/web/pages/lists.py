"""What the lists of deadlines and of targets share: the filter that is typed, and what is shown when nothing fits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException

from bot.callback_data.browsing import ListDeadlines
from bot.chat.response import Response
from bot.chat.typed_length import LONGEST_WORDS
from bot.deadlines.filtered_list import FilteredList, Pages, fits_a_button, heading_notes, nothing_fits
from bot.web.addresses import links
from bot.web.markup import paragraphs
from bot.web.visit import Visit
from knowledge.filters.matching import Due

A_PAGE = 40


def filter_of(visit: Visit) -> str:
    """The words of the filter; HTTPException 413 where they are more than is read."""
    if len(visit.typed) > LONGEST_WORDS:
        raise HTTPException(413)
    return visit.typed


def understood(these: FilteredList[Due], visit: Visit) -> list[str]:
    """How the filter was understood."""
    return [block.text for block in heading_notes(these, visit.setting)]


def empty(these: FilteredList[Due], visit: Visit, pages: Pages) -> Mapping[str, Any]:
    """That nothing fits, and the filters that would give something."""
    say = visit.words
    sentence = say.no_deadlines if pages is ListDeadlines else say.no_targets
    if not fits_a_button(these.asked, these.how):
        return {"nothing": sentence, "links": []}
    response: Response = nothing_fits(these, visit.setting, pages, ())
    rows = tuple(row for message in response.messages for row in message.buttons)
    return {"nothing": paragraphs(response.messages), "links": links(rows)}
