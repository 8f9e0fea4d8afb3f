"""Lists that a dated sentence leads in: 到2028年，主要指标如下：（一）…；（二）…。"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from knowledge.deadlines.deadlines import Deadline
from knowledge.text.modality import Statement
from loaders.lazy_pattern import lazy_pattern

LEADS_IN = lazy_pattern("(?:如下.?|：|以下[^，。；]{0,8}。)$")


def list_dates(
    statements: Iterable[Statement], due: Mapping[tuple[int, int], Sequence[Deadline]]
) -> dict[int, dt.date]:
    """The date of each paragraph that is an item of a dated list, by the paragraph's number.

    Arguments: the sentences of a speech; its deadlines by the span of their sentence. The items are the
    paragraphs of one sentence after the lead-in; the first that ends with a full stop is the last of them.
    """
    dates: dict[int, dt.date] = {}
    current: dt.date | None = None
    for number, group in groupby(statements, key=lambda statement: statement.paragraph):
        sentences = list(group)
        last = sentences[-1]
        if current and len(sentences) == 1:
            dates[number] = current
        if LEADS_IN.search(last.words.text):
            current = _date_of(due.get(last.span, ()))
        elif len(sentences) > 1 or last.words.text.endswith("。"):
            current = None
    return dates


def _date_of(deadlines: Sequence[Deadline]) -> dt.date | None:
    ends = [deadline.end for deadline in deadlines if deadline.kind in ("by", "in", "during")]
    return ends[-1] if ends else None
