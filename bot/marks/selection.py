"""Which deadlines a filter means, with what was said of them: /ddl 未完成 医共体."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bot.marks.status import Due, MarkStatus, Standings, as_marked
from bot.rendering.markup import visible
from knowledge.filters.parser import WordFilter, read_filter

Test = Callable[[MarkStatus | None], bool]

_PARTS = re.compile(r"[\s,，、;；]+")


@dataclass(frozen=True, slots=True)
class MarkFilter:
    """What some words ask for: how the deadlines stand (未完成), as it was typed, and the filter of the other words."""

    how: str
    rest: WordFilter

    def standing_so(self, every: Iterable[Due], statuses: Standings) -> list[Due]:
        """Those that stand as asked, the postponed ones with their new day; what is settled is neither overdue nor
        due soon."""
        tests = [_WORDS[word] for word in self.how.split()]
        if self.rest.state:
            tests.append(_unsettled)
        return [
            located
            for located in as_marked(every, statuses)
            if all(test(statuses.get(located.item.id)) for test in tests)
        ]

    def chosen(self, every: Iterable[Due], statuses: Standings, today: dt.date) -> list[Due]:
        """Those that fit, the earliest first."""
        return self.rest.chosen(self.standing_so(every, statuses), today)


def read(words: str) -> MarkFilter:
    """What was typed, or what a button carries."""
    parts = [part for part in _PARTS.split(visible(words)) if part]
    how = dict.fromkeys(part.lower() for part in parts if part.lower() in _WORDS)
    return MarkFilter(" ".join(how), read_filter(_without(how, visible(words)) if how else visible(words)))


def select(
    every: Sequence[Due], statuses: Standings, words: str, today: dt.date, scope: Collection[str] = ()
) -> list[Due]:
    """The deadlines that some words ask for, the earliest first; `scope` as in a question."""
    in_scope = [located for located in every if not scope or located.document.id in scope]
    return read(words).chosen(in_scope, statuses, today)


def _without(how: Collection[str], words: str) -> str:
    return " ".join(part for part in _PARTS.split(words) if part.lower() not in how)


def _is(status: str) -> Test:
    return lambda standing: standing is not None and not standing.changed and standing.mark.status == status


def _unsettled(standing: MarkStatus | None) -> bool:
    return not (standing and standing.settled)


def _untouched(standing: MarkStatus | None) -> bool:
    return standing is None or standing.mark.status == "assigned"


def _to_confirm(standing: MarkStatus | None) -> bool:
    return standing is not None and standing.changed


_SAID: Mapping[Test, tuple[str, ...]] = {
    _unsettled: ("未完成", "没完成", "待办", "open"),
    _is("begun"): ("在办", "begun"),
    _is("done"): ("已完成", "完成了", "已办结", "办结", "done"),
    _is("postponed"): ("已延期", "延期", "postponed"),
    _is("void"): ("不适用", "void"),
    _untouched: ("未开始", "untouched"),
    _to_confirm: ("待确认", "已改", "changed"),
}
_WORDS: Mapping[str, Test] = MappingProxyType({word: test for test, said in _SAID.items() for word in said})
