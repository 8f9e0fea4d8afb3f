"""Conditions of SQL over lists of values, which are passed as parameters."""

from __future__ import annotations

from collections.abc import Collection


def in_list(values: Collection[object]) -> str:
    """The condition that a column holds one of some values: `IN (?, ?)`; with none of them it never holds."""
    return f"IN ({', '.join('?' * len(values))})"
