"""What each part of answering brings: the figures without it, on some gold questions.

    python benchmarks/ablation.py CORPUS GOLD.jsonl

A signal is left out by weighing it nothing, the thesaurus by an empty one. The confidence is not fitted anew, so
only hit@k is told.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest import mock

from knowledge.evaluation.metrics import Evaluation, GoldQuestion, evaluate, read_gold
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.lexicon import thesaurus
from knowledge.lexicon.thesaurus import Thesaurus
from knowledge.retrieval.weights import built_in

PARTS = {
    "questions in the index": ("asked", "pair"),
    "sounds": ("sounds",),
    "headings and neighbours": ("headings", "around"),
    "kind and figure asked for": ("kind", "figure", "defined", "role"),
    "place and year": ("document",),
    "pairs and characters": ("pairs", "characters"),
    "fuzzy": ("fuzzy",),
    "topic": ("topic",),
    "search's own score": ("search",),
}


def without(database: Path, signals: tuple[str, ...]) -> KnowledgeBase:
    """The knowledge base with some signals weighed nothing."""
    ranker, general = (
        {name: 0.0 if name in signals else value for name, value in table.items()}
        for table in (built_in().ranker, built_in().general_ranker)
    )
    return KnowledgeBase(database, weights=replace(built_in(), ranker=ranker, general_ranker=general))


def measured(database: Path, questions: list[GoldQuestion]) -> Iterator[tuple[str, Evaluation]]:
    """The evaluation with everything, and without each part."""
    yield "everything", evaluate(KnowledgeBase(database), questions)
    with mock.patch.object(thesaurus, "built_in", lambda: Thesaurus(())):
        yield "without thesaurus", evaluate(KnowledgeBase(database), questions)
    for name, signals in PARTS.items():
        yield f"without {name}", evaluate(without(database, signals), questions)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("gold", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder, "ablation.db")
        load(args.corpus, database)
        for name, found in measured(database, read_gold(args.gold)):
            high = found.hit(1, "paraphrase high")
            print(
                f"{name:36} hit@1 {found.hit(1):.3f}  hit@3 {found.hit(3):.3f}  high {high:.3f}", flush=True
            )


if __name__ == "__main__":
    main()
