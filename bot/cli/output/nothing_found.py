"""What is told where a filter finds nothing: the parts that left nothing, and the nearest filters that find something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from bot.deadlines.filtered_list import understood
from bot.messages import CHINESE
from knowledge.filters.filters import Located
from knowledge.filters.matching import Due
from knowledge.filters.parser import WordFilter


def nothing_found(asked: WordFilter, every: Sequence[Located[Due]], today: dt.date) -> Iterator[str]:
    """The lines about a filter that nothing fits; none where it asks for everything."""
    parts = asked.excluding(every, today) if len(asked.parts()) > 1 else []
    if parts:
        names = CHINESE.between_parts.join(understood(part, today, CHINESE) for part in parts)
        yield CHINESE.excluding.format(told=names)
    nearest = asked.nearest(every, today)
    if nearest:
        yield CHINESE.looser
    for word_filter in nearest:
        name, count = understood(word_filter, today, CHINESE), len(word_filter.chosen(every, today))
        yield f"  {CHINESE.found_by.format(told=name, count=count)}"
