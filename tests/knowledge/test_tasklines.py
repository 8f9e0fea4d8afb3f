"""Ten small plans in the layouts that offices use: every due time is found, with its day and who answers for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.filters import Located
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase

GOLD = Path(__file__).parents[1] / "gold" / "tasklines"
ROWS = [json.loads(row) for row in (GOLD / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
REQUIRED = [row for row in ROWS if not row.get("optional") and isinstance(row["end"], str)]


def words_of(row: dict[str, Any]) -> list[str]:
    """The words of its sentence, any one of which tells it."""
    return [row["in"]] if isinstance(row["in"], str) else row["in"]


@pytest.fixture(scope="module")
def due(tmp_path_factory: pytest.TempPathFactory) -> list[Located[Deadline]]:
    database = tmp_path_factory.mktemp("tasklines") / "k.db"
    load(GOLD / "corpus", database)
    return KnowledgeBase(database).deadlines(every_kind=True)


@pytest.mark.parametrize("row", REQUIRED, ids=lambda row: f"{row['doc']}-{words_of(row)[0]}")
def test_a_due_time_is_found_with_its_day_and_its_bodies(
    row: dict[str, Any], due: list[Located[Deadline]]
) -> None:
    told = [
        located.item
        for located in due
        if located.document.path == row["doc"]
        and any(
            words in "".join(map(str, (located.item.sentence, *located.item.also))) for words in words_of(row)
        )
    ]
    first, _, last = row["end"].partition("..")
    dated = [one for one in told if first <= str(one.end or one.start) <= (last or first)]
    assert dated, [(one.phrase, one.end) for one in told]
    assert any(set(row.get("bodies", ())) <= set(one.bodies) for one in dated)
