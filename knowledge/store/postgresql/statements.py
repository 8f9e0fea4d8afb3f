"""The SELECTs of the store as psycopg takes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from loaders.lazy_pattern import lazy_pattern

_VALUES = lazy_pattern(r"(?P<no>NOT )?IN \((?P<list>(?:\?(?:, \?)*)?)\)|\?")


def translated(sql: str, values: Sequence[object]) -> tuple[str, list[object]]:
    """A statement with the marks of psycopg, and its values: each list is one of them, so that the server sees the same
    statement however long the list is, and may plan it once."""
    text, lengths = _translated(sql)
    return text, list(_gathered(values, lengths))


@lru_cache(maxsize=2_000)
def _translated(sql: str) -> tuple[str, tuple[int | None, ...]]:
    """The text, and for each mark in it how many values its list holds; None where it is no list."""
    lengths = tuple(
        None if match["list"] is None else match["list"].count("?") for match in _VALUES.finditer(sql)
    )
    return _VALUES.sub(_mark, sql.replace("%", "%%")), lengths


def _mark(match: re.Match[str]) -> str:
    if match["list"] is None:
        return "%s"
    return "<> ALL(%s)" if match["no"] else "= ANY(%s)"


def _gathered(values: Iterable[object], lengths: Iterable[int | None]) -> Iterator[object]:
    rest = iter(values)
    for length in lengths:
        yield next(rest) if length is None else list(islice(rest, length))
