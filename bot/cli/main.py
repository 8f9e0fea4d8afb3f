"""The commands of `jianda`; answer-format.md is their contract."""

# What a command needs is imported when it runs, so that `--help` is fast.

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from bot.cli.commands import documents, teaching
from bot.cli.commands.options import Form, configured, filtered, worded
from bot.config.config import Config
from bot.errors import explain
from knowledge.filters.filters import Filters

if TYPE_CHECKING:
    from bot.cli.commands.batch import BatchQuestion
    from bot.cli.output.tables import Column, Rows
    from bot.marks.selection import Asked
    from bot.marks.status import Standings
    from bot.state import State
    from knowledge.deadlines.deadlines import Deadline
    from knowledge.filters.filters import Found
    from knowledge.knowledge_base import KnowledgeBase


class Failure(click.ClickException):
    """What could not be done, in one line on standard error."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Prints the line."""
        click.echo(self.message, err=True)


class Commands(click.Group):
    """The commands; an error of any of them becomes one line, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            raise Failure(explain(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="jianda")
def main() -> None:
    """健答：读讲话和计划，逐字回答并注明出处。Answers from speeches and plans, word for word."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


@main.command()
@configured
def chat(config: Config) -> None:
    """在终端里对话，不需要令牌和网络。Talk to the bot in the terminal."""
    from bot.cli.chat import Chat, converse
    from bot.messages import CHINESE

    bring_up_to_date(config)
    interactive = sys.stdin.isatty()
    converse(Chat(open_knowledge(config), CHINESE, config), click.echo, interactive, sys.stdout.isatty())


@main.command()
@configured
def run(config: Config) -> None:
    """运行 Telegram 机器人。Run the Telegram bot."""
    from bot.telegram.server import serve

    serve(config)


@main.command()
@click.option("--allow-empty", is_flag=True, help="语料文件夹为空时清空知识库")
@click.option("--watch", is_flag=True, help="一直留意语料文件夹，有变化就更新")
@configured
def load(config: Config, allow_empty: bool, watch: bool) -> None:
    """按语料文件夹更新知识库。Bring the knowledge base up to date with the corpus."""
    from bot.cli.commands.load import keep_loading, load_once

    if watch:
        keep_loading(config, allow_empty)
    elif not load_once(config, allow_empty).ok:
        raise Failure("有文件未能载入，见上面 failed 各行（some files failed, see the lines above）")


@main.command()
@click.argument("files", metavar="FILE", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="每份文件一行 JSON")
@configured
def read(config: Config, files: tuple[Path, ...], as_json: bool) -> None:
    """看一个文件读成什么样、略去了什么，不载入。Show what is read of files, without loading them."""
    from bot.cli.commands import read as reading

    failed = False
    for record in reading.parsed_files(files):
        failed |= "error" in record
        click.echo(reading.as_json(record) if as_json else reading.as_text(record))
    if failed:
        raise Failure("有文件读不了，见上面各行（some files could not be read, see the lines above）")


@main.command()
@click.argument("question", nargs=-1)
@click.option("--batch", type=click.Path(), help="每行一个问题的文件，- 为标准输入")
@click.option("--json", "as_json", is_flag=True, help="每个回答一行 JSON")
@click.option("--explain", is_flag=True, help="说明问题是怎样理解的，每个答案的分数从何而来")
@configured
def ask(config: Config, question: tuple[str, ...], batch: str | None, as_json: bool, explain: bool) -> None:
    """回答一个问题，或一批问题。Answer a question, or a batch of them."""
    from bot.cli.commands.ask import answer_line, answer_text, explained_line, explained_text

    line, text = (explained_line, explained_text) if explain else (answer_line, answer_text)
    questions = _questions(question, batch)
    knowledge = open_knowledge(config)
    for asked in questions:
        click.echo(line(knowledge, asked) if as_json else text(knowledge, asked, config.day()))


@main.command()
@click.option("--all", "every_kind", is_flag=True, help="也列出定期的、模糊的和以事件为准的时限")
@click.option("--ics", type=click.Path(path_type=Path), help="写成日历文件，不再列出")
@click.option(
    "--picture", type=click.Path(path_type=Path), help="画成图（PNG），不再列出；几张图时文件名加序号"
)
@configured
@worded
@filtered
def deadlines(
    config: Config,
    filters: Filters,
    asked: Asked,
    form: Form,
    every_kind: bool,
    ics: Path | None,
    picture: Path | None,
) -> None:
    """语料里的时限，可以用词筛选，例如：医共体 下月。The deadlines of the corpus."""
    from bot.cli.output.deadline_rows import marked_json, marked_table
    from bot.rendering.json import dump

    knowledge, today = open_knowledge(config), config.day()
    known = _standings(config, knowledge)
    every = knowledge.deadlines(filters, every_kind)
    found = asked.chosen(every, known, today)
    if ics or picture:
        _write_deadlines(knowledge, found, known, config, ics, picture)
    elif form == "json":
        _print_lines(map(dump, marked_json(every, found, known, config.time_zone)))
    else:
        _print_rows(*marked_table(found, known, today, config.time_zone), form)


@main.command()
@configured
@worded
@filtered
def targets(config: Config, filters: Filters, asked: Asked, form: Form) -> None:
    """语料里的指标，可以用词筛选，例如：签约率 2027年。The targets of the corpus."""
    from bot.cli.output.listings import TARGET_COLUMNS, target_row
    from bot.rendering.json import dump, target_json
    from knowledge.filters.indicator_groups import side_by_side

    found = asked.rest.chosen(open_knowledge(config).targets(filters), config.day())
    if form == "json":
        _print_lines(dump(target_json(one)) for one in found)
    else:
        _print_rows(TARGET_COLUMNS, [target_row(one) for group in side_by_side(found) for one in group], form)


@main.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="每行一个 JSON 对象")
@configured
def compare(config: Config, words: tuple[str, ...], as_json: bool) -> None:
    """对比各文件的说法，或两年的计划。What each document says, or what two years' plans changed."""
    from bot.cli.commands.compare import comparison_lines, comparison_text
    from bot.rendering.json import dump

    knowledge, asked = open_knowledge(config), " ".join(words)
    if as_json:
        for record in comparison_lines(knowledge, asked):
            click.echo(dump(record))
    else:
        click.echo(comparison_text(knowledge, asked, config.day()))


@main.command()
@configured
@filtered
def topics(config: Config, filters: Filters, as_json: bool) -> None:
    """语料里的主题。The topics of the corpus."""
    from bot.cli.output.listings import topic_line
    from bot.rendering.json import dump, topic_json

    for topic in open_knowledge(config).topics(filters):
        click.echo(dump(topic_json(topic)) if as_json else topic_line(topic))


@main.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--misses", is_flag=True, help="列出答错的问题")
@click.option("--save", type=click.Path(path_type=Path), help="把每题的结果存成文件，供 --against 比较")
@click.option("--against", type=click.Path(path_type=Path), help="与另一次存下的结果比较：哪些变好，哪些变差")
@click.option("--picture", type=click.Path(path_type=Path), help="风险与覆盖率的图（PNG）")
@configured
def evaluate(config: Config, gold: tuple[Path, ...], misses: bool, **wanted: Path | None) -> None:
    """用标准问题给回答打分。Score the answers on gold questions."""
    from bot.cli.commands.evaluate import Wanted, score_lines
    from knowledge.evaluation.metrics import read_gold

    questions = [question for path in gold for question in read_gold(path)]
    for row in score_lines(open_knowledge(config), questions, Wanted(misses, **wanted)):
        click.echo(row)


@main.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out", default="weights.toml", type=click.Path(path_type=Path), help="写到这个文件，默认 weights.toml"
)
@configured
def train(config: Config, gold: tuple[Path, ...], out: Path) -> None:
    """用标准问题重新训练权重，并交叉验证。Fit the weights to gold questions, with cross-validation."""
    from bot.cli.commands.train import train as fit_weights
    from knowledge.evaluation.metrics import read_gold

    questions = [question for path in gold for question in read_gold(path)]
    for row in fit_weights(open_knowledge(config), questions, out, config.day()):
        click.echo(row)


@main.command()
@configured
def status(config: Config) -> None:
    """知识库的状况，以及设置中的问题。The knowledge base and what is wrong with the set-up."""
    from bot.pages.status import knowledge_lines, setup_lines, setup_warnings

    for row in setup_lines(config):
        click.echo(row)
    for warning in setup_warnings(config):
        click.echo(warning, err=True)
    for row in knowledge_lines(open_knowledge(config), config):
        click.echo(row)


@main.command()
@click.option("--days", type=click.IntRange(1, 366), default=30, show_default=True, help="最近多少天")
@click.option("--picture", type=click.Path(path_type=Path), help="另存为图片（PNG）")
@click.option("--json", "as_json", is_flag=True, help="一个 JSON 对象")
@configured
def stats(config: Config, days: int, picture: Path | None, as_json: bool) -> None:
    """提问的统计。Figures on the questions."""
    from bot.messages import CHINESE
    from bot.rendering.json import dump
    from bot.statistics.figures import figures, topics_of
    from bot.statistics.page import figures_json, figures_picture, figures_text

    with open_state(config) as state:
        topic_of = topics_of(open_knowledge(config))
        found = figures(state.figures, topic_of, config.day(), days, config.time_zone)
    click.echo(dump(figures_json(found)) if as_json else figures_text(found, CHINESE))
    if picture:
        picture.write_bytes(figures_picture(found, CHINESE))


@main.command()
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="最多多少条，新的在前")
@click.option("--json", "as_json", is_flag=True, help="每行一个 JSON 对象")
@configured
def audit(config: Config, limit: int, as_json: bool) -> None:
    """谁在什么时候改了什么。Who changed what, and when."""
    from bot.messages import CHINESE
    from bot.pages.audit import entry_json, entry_line
    from bot.rendering.json import dump

    zone = config.time_zone
    with open_state(config) as state:
        for entry in state.audit.entries(limit):
            click.echo(dump(entry_json(entry, zone)) if as_json else entry_line(entry, CHINESE, zone))


@contextlib.contextmanager
def open_state(config: Config) -> Iterator[State]:
    """What people made, by the configuration."""
    from bot.state import State

    with contextlib.closing(State(config.state, config.retention_days)) as state:
        yield state


for command in (*teaching.COMMANDS, documents.documents):
    main.add_command(command)


def open_knowledge(config: Config) -> KnowledgeBase:
    """The knowledge base of the configuration, with what was taught."""
    from bot.config import opening

    knowledge = opening.open_knowledge(config)
    if config.state.exists():
        with open_state(config) as state:
            state.lessons.tell(knowledge.teach)
    return knowledge


def bring_up_to_date(config: Config) -> None:
    """Loads what has changed; without a corpus an existing knowledge base still serves."""
    from bot.documents.load_report import warning_lines
    from knowledge.errors import CorpusEmpty, CorpusMissing
    from knowledge.indexing.indexer import load as load_corpus

    try:
        report = load_corpus(config.corpus, config.database)
    except (CorpusMissing, CorpusEmpty) as error:
        if not config.database.exists():
            raise
        click.echo(explain(error), err=True)
        return
    for warning in warning_lines(report):
        click.echo(warning, err=True)


def _print_lines(lines: Iterable[str]) -> None:
    for row in lines:
        click.echo(row)


def _print_rows(columns: Sequence[Column], rows: Rows, form: Form) -> None:
    """A table on a terminal, elsewhere lines with tabs; or CSV."""
    from bot.cli.output.tables import csv_text, tabbed, table

    if form == "csv":
        click.echo(csv_text(columns, rows), nl=False)
    elif not rows:
        click.echo("没有找到。（Nothing found.）", err=True)
    else:
        click.echo(table(columns, rows) if sys.stdout.isatty() else tabbed(rows))


def _standings(config: Config, knowledge: KnowledgeBase) -> Standings:
    """What was said of the deadlines."""
    from bot.marks.status import NONE, standings

    if not config.state.exists():
        return NONE
    with open_state(config) as state:
        return standings(knowledge.deadlines(), state.marks.current)


def _write_deadlines(
    knowledge: KnowledgeBase,
    found: list[Found[Deadline]],
    known: Standings,
    config: Config,
    ics: Path | None,
    picture: Path | None,
) -> None:
    """Writes the deadlines of which something is left to do into the files asked for and tells their names."""
    from bot.cli.commands.deadline_files import write_calendar, write_pictures
    from bot.marks.status import still_open

    left = still_open(found, known)
    if ics:
        click.echo(write_calendar(knowledge, left, ics, known))
    if picture:
        for path in write_pictures(left, config.day(), picture):
            click.echo(path)


def _questions(words: tuple[str, ...], batch: str | None) -> Iterable[BatchQuestion]:
    """The question of the command line, or those of the batch: a file, `-`, or what is piped in."""
    from bot.cli.commands.batch import BatchQuestion, read_batch

    if bool(words) and batch is not None:
        raise click.UsageError("问题和 --batch 只能用一个（either a question or --batch）")
    if words and words != ("-",):
        return [BatchQuestion(" ".join(words))]
    if words or batch is not None:
        return read_batch(click.open_file(batch or "-", encoding="utf-8-sig", errors="replace"))
    piped = [] if sys.stdin.isatty() else list(read_batch(sys.stdin))
    if not piped:
        raise click.UsageError("请写上问题，或用 --batch（give a question, or --batch FILE）")
    return piped
