"""The example corpus, loaded once for all tests that only ask it."""

from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.clock import today

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    database = tmp_path_factory.mktemp("example") / "jianda.db"
    assert load(ROOT / "corpus", database).ok
    return KnowledgeBase(database, today)
