"""Items of a list of tasks: a paragraph with the label lines under it (牵头单位：…, 完成时限：…)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.text.modality import Statement

LABEL_LINE = re.compile(r"^[^，。；：]{0,6}(?:单位|部门|科室|责任人|时限|时间|期限|节点|进度)[：:]")


def items(said: Iterable[Statement]) -> Iterator[list[Statement]]:
    """The sentences of each item in reading order; a label line belongs to the paragraph before it."""
    item: list[Statement] = []
    for statement in said:
        opens = not statement.index and not LABEL_LINE.search(statement.words.text)
        if item and statement.paragraph != item[-1].paragraph and opens:
            yield item
            item = []
        item.append(statement)
    if item:
        yield item
