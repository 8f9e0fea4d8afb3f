"""The corpus that benchmarks generate is the same for the same seed, none of its documents is like another, and each
planted question is answered by words of its document."""

import json
from pathlib import Path

from benchmarks import large_base
from benchmarks.generated_corpus import CorpusGenerator, write
from knowledge.evaluation.metrics import evaluate, read_gold
from knowledge.knowledge_base import KnowledgeBase


def test_the_same_seed_draws_the_same() -> None:
    first, again = CorpusGenerator(7), CorpusGenerator(7)
    assert [first.document(n) for n in range(3)] == [again.document(n) for n in range(3)]
    assert CorpusGenerator(8).document(0) != CorpusGenerator(7).document(0)


def test_documents_differ() -> None:
    generator = CorpusGenerator(7)
    texts = [generator.document(number).text for number in range(30)]
    bodies = [set(text.splitlines()[1:]) for text in texts]
    shared = [len(a & b) for a in bodies for b in bodies if a is not b]
    assert len({text.splitlines()[0] for text in texts}) == len(texts)
    assert max(shared) <= 6  # an empty line, and headings


def test_planted_questions_are_answered_by_their_documents(tmp_path: Path) -> None:
    write(tmp_path, 12)
    rows = [
        json.loads(line) for line in (tmp_path / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert len(rows) == 24
    for row in rows:
        (path,) = (tmp_path / "corpus").rglob(row["doc"])
        assert row["spans"][0] in path.read_text(encoding="utf-8")


def test_a_large_base_holds_the_documents_and_answers_what_was_planted(tmp_path: Path) -> None:
    large_base.write(tmp_path, 100)
    knowledge = KnowledgeBase(tmp_path / "jianda.db")
    named = [gold for gold in read_gold(tmp_path / "questions.jsonl") if gold.id.startswith("P")]
    assert 100 <= knowledge.status().passages <= 130
    assert len(named) == 7
    assert evaluate(knowledge, named).hit(1) == 1.0
