"""What stands around passages."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.store.engine import Connection
from knowledge.store.queries.placeholders import in_list


def surroundings_of(db: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """The texts of the passages before and after passages, by row number, where they stand in the same section."""
    rows = db.execute(
        "SELECT p.number, n.text FROM passages p JOIN passages n "
        "ON n.document = p.document AND n.position IN (p.position - 1, p.position + 1) AND n.headings = p.headings "
        f"WHERE p.number {in_list(numbers)} ORDER BY p.number, n.position",
        numbers,
    )
    around: dict[int, list[str]] = {}
    for number, text in rows:
        around.setdefault(number, []).append(text)
    return {number: " ".join(texts) for number, texts in around.items()}
