"""Topics as a button names them: their names may be longer than its data."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.ids import make_id


def topic_key(name: str) -> str:
    """The key of a topic."""
    return make_id(name)


def topic_of(key: str, names: Iterable[str]) -> str | None:
    """The topic with that key, None when it is not among these."""
    return next((name for name in names if topic_key(name) == key), None)
