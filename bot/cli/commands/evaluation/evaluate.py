"""`jianda evaluate`: the figures, the misses, what changed since another run, and a picture of risk against coverage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from bot.cli.commands.options import with_config
from bot.cli.output.tables import print_lines
from bot.config.config import Config
from bot.messages import CHINESE
from bot.opening import open_knowledge
from bot.pictures.png import render
from bot.pictures.risk_chart import risk_chart
from knowledge.evaluation.metrics import GoldQuestion, evaluate, read_gold
from knowledge.evaluation.paired_runs import change_lines, compare, read_run, results, write_run
from knowledge.knowledge_base import KnowledgeBase


@click.command("evaluate")
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--misses", is_flag=True, help="列出答错的问题")
@click.option("--save", type=click.Path(path_type=Path), help="把每题的结果存成文件，供 --against 比较")
@click.option("--against", type=click.Path(path_type=Path), help="与另一次存下的结果比较：哪些变好，哪些变差")
@click.option("--picture", type=click.Path(path_type=Path), help="风险与覆盖率的图（PNG）")
@with_config
def command(config: Config, gold: tuple[Path, ...], misses: bool, **wanted: Path | None) -> None:
    """用标准问题给回答打分。Score the answers on gold questions."""
    questions = [question for path in gold for question in read_gold(path)]
    print_lines(score_lines(open_knowledge(config), questions, EvaluationOutput(misses, **wanted)))


@dataclass(frozen=True, slots=True)
class EvaluationOutput:
    """What is told besides the figures: the misses, a comparison with the run saved in `against`; and what is written:
    the run, a picture."""

    misses: bool = False
    save: Path | None = None
    against: Path | None = None
    picture: Path | None = None


def score_lines(
    knowledge: KnowledgeBase, questions: Sequence[GoldQuestion], wanted: EvaluationOutput
) -> Iterator[str]:
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
