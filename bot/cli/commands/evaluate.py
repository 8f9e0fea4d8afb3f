"""`jianda evaluate`: the figures, the misses, what changed since another run, and a picture of risk against coverage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.messages import CHINESE
from bot.pictures.png import render
from bot.pictures.risk_chart import risk_chart
from knowledge.evaluation.metrics import GoldQuestion, evaluate
from knowledge.evaluation.paired_runs import change_lines, compare, read_run, results, write_run
from knowledge.knowledge_base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is told besides the figures: the misses, a comparison with the run saved in `against`; and what is written:
    the run, a picture."""

    misses: bool = False
    save: Path | None = None
    against: Path | None = None
    picture: Path | None = None


def score_lines(knowledge: KnowledgeBase, questions: Sequence[GoldQuestion], wanted: Wanted) -> Iterator[str]:
    """Asks the questions and gives the lines to print; writes the files that are wanted on the way."""
    before = read_run(wanted.against) if wanted.against else None
    evaluation = evaluate(knowledge, questions)
    yield from evaluation.misses if wanted.misses else ()
    yield from evaluation.lines()
    run = results(evaluation.judged)
    if before is not None:
        yield from change_lines(compare(before, run))
    if wanted.save:
        write_run(wanted.save, run)
    if wanted.picture:
        chart = risk_chart(evaluation.risk_coverage, evaluation.coverage, CHINESE)
        wanted.picture.write_bytes(render(chart))
