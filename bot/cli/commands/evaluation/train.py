"""`jianda train`: weights fitted to gold questions, and how far to trust them."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from bot.cli.commands.options import with_config
from bot.cli.output.tables import print_lines
from bot.config.config import Config
from bot.opening import open_knowledge
from knowledge.evaluation.metrics import GoldQuestion, read_gold
from knowledge.evaluation.training import FitReport, TrainingExample, collect, cross_validate, fit, measure
from knowledge.knowledge_base import KnowledgeBase
from knowledge.retrieval.weights import UNTRAINED, written

FOLDS = 5


@click.command("train")
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out", default="weights.toml", type=click.Path(path_type=Path), help="写到这个文件，默认 weights.toml"
)
@with_config
def command(config: Config, gold: tuple[Path, ...], out: Path) -> None:
    """用标准问题重新训练权重，并交叉验证。Fit the weights to gold questions, with cross-validation."""
    questions = [question for path in gold for question in read_gold(path)]
    print_lines(train(open_knowledge(config), questions, out, config.clock.today()))


def train(
    knowledge: KnowledgeBase, questions: Sequence[GoldQuestion], out: Path, day: dt.date
) -> Iterator[str]:
    """Fits weights, writes them to a file, and tells line by line how good they and others are."""
    examples = collect(knowledge, _numbered(questions))
    yield _line("hand-set", measure(examples, UNTRAINED))
    yield _line("in use", measure(examples, knowledge.weights))
    yield _line("cross-validated by document", cross_validate(examples, UNTRAINED, _document))
    yield _line("cross-validated by question", cross_validate(examples, UNTRAINED, _fold))
    trained = fit(examples, UNTRAINED)
    yield _line("trained, on the same questions", measure(examples, trained))
    note = f"# Fitted to {len(examples)} questions by `jianda train` on {day.isoformat()}; to be used, name this file in config.toml.\n"
    out.write_text(note + written(trained), encoding="utf-8")


def _numbered(questions: Sequence[GoldQuestion]) -> list[GoldQuestion]:
    """The questions with their places as ids, by which they are dealt to folds."""
    return [replace(question, id=str(number)) for number, question in zip(itertools.count(), questions)]


def _document(example: TrainingExample) -> str:
    """The document that answers; unanswerable questions are dealt to the folds of theirs."""
    return " ".join(example.gold.documents) or f"none {_fold(example)}"


def _fold(example: TrainingExample) -> str:
    return str(int(example.gold.id) % FOLDS)


def _line(name: str, figures: FitReport) -> str:
    return (
        f"{name:32} n {len(figures.outcomes):4}  hit@1 {figures.hit(1):.3f}  hit@3 {figures.hit(3):.3f}  "
        f"right-reply {figures.right_reply:.3f}  wrongly declined {figures.wrongly_declined:.3f}  "
        f"wrongly answered {figures.wrongly_answered:.3f}"
    )
