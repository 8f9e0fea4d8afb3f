"""Fit the weights of the ranker and of the confidence on gold questions, and print them for `data/weights.toml`.

    python benchmarks/fit.py CORPUS GOLD.jsonl [CORPUS GOLD.jsonl ...] [--validate CORPUS GOLD.jsonl]

The ranker is fitted by gradient descent on the listwise softmax loss (Z. Cao et al., ICML 2007) with weights kept
at zero or above and drawn towards the present ones, the confidence by logistic regression. Fit on some documents
and validate on others: a weight that only helps the documents it was fitted on is worth nothing.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from dataclasses import dataclass
from pathlib import Path

from knowledge import calibration, ranker
from knowledge.evaluation import GoldQuestion, read_gold
from knowledge.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.ranker import Ranked, Signals

NAMES = Signals.__slots__
SIGNED = {"document", "length", "missing"}
DRAW, RATE, ROUNDS = 0.05, 0.08, 250


@dataclass(frozen=True)
class Example:
    """The candidates of a question: their signals, and which are right; `told` are the signals of confidence."""

    signals: list[list[float]]
    right: list[bool]
    told: dict[str, float]


def collect(corpus: Path, gold: Path) -> list[Example]:
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder, "fit.db")
        load(corpus, database)
        knowledge = KnowledgeBase(database)
        return [example for question in read_gold(gold) if (example := _example(knowledge, question))]


def _example(knowledge: KnowledgeBase, gold: GoldQuestion) -> Example | None:
    found = knowledge.candidates(gold.q)
    ranked, told = found.ranked, found.told
    documents = {document.id: document.path for document in knowledge.documents()}
    right = [gold.kind != "none" and _holds(gold, one, documents) for one in ranked]
    return Example([[getattr(r.signals, n) for n in NAMES] for r in ranked], right, told) if ranked else None


def _holds(gold: GoldQuestion, one: Ranked, documents: dict[str, str]) -> bool:
    text = "".join(one.hit.passage.text.split())
    named = documents[one.hit.passage.document] in gold.documents
    return named and any("".join(span.split()) in text for span in gold.spans)


def fit_ranker(examples: list[Example], start: list[float]) -> list[float]:
    useful = [e for e in examples if any(e.right)]
    weights = list(start)
    sharp = 6.0
    for _ in range(ROUNDS):
        slope = [DRAW * (w - s) for w, s in zip(weights, start, strict=True)]
        for example in useful:
            scores = [sharp * _dot(weights, row) for row in example.signals]
            top = max(scores)
            shares = [math.exp(s - top) for s in scores]
            total = sum(shares)
            right = sum(s for s, r in zip(shares, example.right, strict=True) if r)
            for row, share, good in zip(example.signals, shares, example.right, strict=True):
                push = share / total - (share / right if good else 0.0)
                for i, value in enumerate(row):
                    slope[i] += sharp * push * value / len(useful)
        weights = [w - RATE * s / sharp * 3 for w, s in zip(weights, slope, strict=True)]
        weights = [w if name in SIGNED else max(0.0, w) for name, w in zip(NAMES, weights, strict=True)]
    return weights


def fit_confidence(pairs: list[tuple[dict[str, float], bool]]) -> dict[str, float]:
    names = list(pairs[0][0])
    weights = dict.fromkeys(["bias", *names], 0.0)
    for _ in range(3000):
        slope = {name: 0.002 * value for name, value in weights.items() if name != "bias"} | {"bias": 0.0}
        for told, right in pairs:
            wrong = 1 / (1 + math.exp(-weights["bias"] - sum(weights[n] * told[n] for n in names))) - right
            slope["bias"] += wrong / len(pairs)
            for name in names:
                slope[name] += wrong * told[name] / len(pairs)
        weights = {name: value - 1.0 * slope[name] for name, value in weights.items()}
    return weights


def measure(examples: list[Example], weights: list[float]) -> str:
    useful = [e for e in examples if any(e.right)]
    ranks = [_rank(example, weights) for example in useful]
    return f"of {len(useful)} that can hit: hit@1 {_share(ranks, 1):.3f} hit@3 {_share(ranks, 3):.3f}"


def _rank(example: Example, weights: list[float]) -> int:
    order = sorted(range(len(example.right)), key=lambda i: -_dot(weights, example.signals[i]))
    return next(k for k, i in enumerate(order, 1) if example.right[i])


def _share(ranks: list[int], k: int) -> float:
    return sum(rank <= k for rank in ranks) / max(1, len(ranks))


def _dot(weights: list[float], row: list[float]) -> float:
    return sum(w * v for w, v in zip(weights, row, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--validate", nargs=2, type=Path)
    args = parser.parse_args()
    examples = [e for c, g in zip(args.sets[::2], args.sets[1::2], strict=True) for e in collect(c, g)]
    start = [ranker.weights()[name] for name in NAMES]
    fitted = fit_ranker(examples, start)
    print("fitted on", measure(examples, start), "->", measure(examples, fitted))
    if args.validate:
        held = collect(*args.validate)
        print("validated on", measure(held, start), "->", measure(held, fitted))
    print("[ranker]", *(f"{name} = {value:.2f}" for name, value in zip(NAMES, fitted, strict=True)), sep="\n")
    # The signals of confidence depend on the ranker's weights: put those in place first, then fit again.
    told = [(e.told, bool(e.right and e.right[0])) for e in examples]
    confidence = fit_confidence(told)
    print("[confidence]", *(f"{name} = {value:.2f}" for name, value in confidence.items()), sep="\n")
    shares = [calibration.logistic(confidence, signals) for signals, _ in told]
    print("mean confidence", sum(shares) / len(shares), "share right", sum(r for _, r in told) / len(told))


if __name__ == "__main__":
    main()
