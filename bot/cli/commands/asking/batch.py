"""Questions in a file: one a line, plain text or a JSON object with `id` and `question`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.errors import BatchInvalid


@dataclass(frozen=True, slots=True)
class BatchQuestion:
    """A question and the id it came with."""

    question: str
    id: object = None


def read_batch(lines: Iterable[str]) -> Iterator[BatchQuestion]:
    """The questions in their order; blank lines are left out."""
    for number, row in enumerate(lines, 1):
        if text := row.strip().removeprefix("\ufeff"):
            yield _read_line(number, text)


def _read_line(number: int, text: str) -> BatchQuestion:
    try:
        record = json.loads(text) if text.startswith("{") else None
    except ValueError:  # a question may begin with a brace
        record = None
    if record is None:
        return BatchQuestion(text)
    if not isinstance(record.get("question"), str):
        raise BatchInvalid(number)
    return BatchQuestion(record["question"], record.get("id"))
