"""A base is judged to be of the genre by how often its passages state dates and targets."""

from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.store.files import open_database
from knowledge.store.genre import genre_share
from knowledge.store.reader import Store

ROOT = Path(__file__).parents[3]
RULE = "第{0}条 当事人可以依照约定向对方请求交付第{0}类标的物，对方有正当理由的除外。\n"


def share(corpus: Path, folder: Path) -> float:
    assert load(corpus, folder / "k.db").ok
    store = Store(open_database(folder / "k.db"))
    try:
        return genre_share(store)
    finally:
        store.close()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    return folder


def test_plans_are_of_the_genre(tmp_path: Path) -> None:
    assert share(ROOT / "corpus", tmp_path) == 1.0


def test_rules_without_dates_are_not(corpus: Path, tmp_path: Path) -> None:
    text = "交付规则\n" + "".join(RULE.format(number) for number in range(1, 700))
    (corpus / "rules.txt").write_text(text, encoding="utf-8")
    assert share(corpus, tmp_path) < 0.5


def test_a_few_passages_are_taken_for_the_genre(corpus: Path, tmp_path: Path) -> None:
    (corpus / "rules.txt").write_text("交付规则\n" + RULE.format(1), encoding="utf-8")
    assert share(corpus, tmp_path) > 0.9


def test_candidates_know_it(tmp_path: Path) -> None:
    assert load(ROOT / "corpus", tmp_path / "k.db").ok
    assert KnowledgeBase(tmp_path / "k.db").candidates("医共体什么时候建成？").genre == 1.0
