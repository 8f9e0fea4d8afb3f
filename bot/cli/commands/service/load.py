"""`jianda load`: one load, or one after the other for as long as the folder is watched.

What answers questions and what people made are imported only where a load speaks of them: half of its start.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path

import click

from bot.cli.commands.options import with_config
from bot.cli.commands.service.watch import stopped_by_signals, watch
from bot.cli.output.load_progress import load_progress
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.distributed_loading.opening import distributed_pool
from bot.documents.load_report import failed_lines, file_line, summary, warning_lines
from bot.errors import DatabaseNotSet, LoadIncomplete, StateError, explain
from bot.knowledge_source import knowledge_source
from bot.messages import CHINESE
from knowledge.errors import KnowledgeError, LoadCancelled
from knowledge.indexing.indexer import load
from knowledge.indexing.ingestion import ReadingResources
from knowledge.indexing.load_report import FileOutcome, LoadReport
from knowledge.indexing.recognition import Recognition
from loaders.isolation.worker_pool import WorkerPool

WATCHING = "正在留意 {folder}，文件有变化就更新；按 Ctrl-C 结束（watching; Ctrl-C ends）"
IDLE = "还没有 jianda work 在运行：请在能连上数据库的机器上起一个，载入在等（no worker is running; start `jianda work`）"
EITHER = "--watch 和 --questions 不能一起用：先不带 --watch 载入一次（--questions tells of one load, without --watch）"
TOO_BIG = (
    "知识库文件太大，这次不说明问题的变化（the database is too big to tell what became of the questions）"
)
ENDED = "不再留意文件夹（ended）"


@click.command("load")
@click.option("--allow-empty", is_flag=True, help="语料文件夹为空时清空知识库")
@click.option("--watch", "watching", is_flag=True, help="一直留意语料文件夹，有变化就更新")
@click.option(
    "--workers", "distributed", is_flag=True, help="文件交给各台机器上的 jianda work 读（要有 storage.url）"
)
@click.option("--questions", "telling", is_flag=True, help="载入后说明哪些问题新来、没了、变了")
@with_config
def command(config: Config, allow_empty: bool, watching: bool, distributed: bool, telling: bool) -> None:
    """按语料文件夹更新知识库。Bring the knowledge base up to date with the corpus."""
    if distributed and not config.storage.url:
        raise DatabaseNotSet
    if watching and telling:
        raise click.UsageError(EITHER)
    if watching:
        keep_loading(config, allow_empty, distributed)
        return
    with _as_before(config) if telling else nullcontext() as before:
        report = _load_or_leave_word(config, allow_empty, distributed)
        _print_questions(config, before)
    if not report.ok:
        raise LoadIncomplete


def _load_or_leave_word(config: Config, allow_empty: bool, distributed: bool) -> LoadReport:
    """One load; what goes wrong with it is left for the bot's admins."""
    try:
        report = load_once(config, allow_empty, distributed)
    except (KnowledgeError, StateError, OSError) as error:
        _leave_word(config, [explain(error)])
        raise
    if not report.ok:
        _leave_word(config, failed_lines(report))
    return report


def load_once(config: Config, allow_empty: bool, distributed: bool = False) -> LoadReport:
    """Loads, and prints a line a file, the warnings and the sum; `distributed` over the workers of other machines."""
    with load_progress(sys.stderr.isatty()) as shown, _workers(config, distributed) as workers:
        report = load(
            config.corpus,
            config.database,
            allow_empty,
            shown.progress,
            shown.told,
            config.clock.now(),
            ReadingResources(Recognition.beside(config.database, shown.pages), workers, _replacing(config)),
        )
    printed = shown.printed
    for outcome in report.files:
        if outcome not in printed:
            echo(file_line(outcome))
    _print_end(report)
    return report


def keep_loading(config: Config, allow_empty: bool, distributed: bool = False) -> None:
    """Loads whenever the folder changes, until Ctrl-C or SIGTERM; what goes wrong is a line, and the next change counts."""
    with stopped_by_signals() as stop:
        echo(WATCHING.format(folder=config.corpus))
        watch(config.corpus, lambda: _load_changes(config, allow_empty, distributed, stop), stop)
    echo(ENDED)


def _load_changes(config: Config, allow_empty: bool, distributed: bool, stop: threading.Event) -> None:
    """One load of what changed; a line for each file that did."""

    def note(done: int, total: int) -> None:
        if stop.is_set():
            raise LoadCancelled(config.database)

    try:
        with _workers(config, distributed) as workers:
            report = load(
                config.corpus,
                config.database,
                allow_empty,
                note,
                _print_file,
                config.clock.now(),
                ReadingResources(workers=workers, publish=_replacing(config)),
            )
    except (KnowledgeError, StateError, OSError) as error:
        echo(explain(error), err=True)
        _leave_word(config, [explain(error)])
    else:
        _leave_word(config, failed_lines(report))
        if any(file.outcome != "unchanged" for file in report.files):
            _print_end(report)


def _replacing(config: Config) -> Callable[[Path, object], object]:
    """Publishes whatever is there already: whoever runs this command says that the folder of this machine counts."""
    source = knowledge_source(config)
    return lambda file, changes: source.publish(file)


@contextmanager
def _workers(config: Config, distributed: bool) -> Iterator[WorkerPool | None]:
    """The workers of other machines until a load has ended, None where this machine reads by itself.

    What breaks off the load lets it take its documents out of the database.
    """
    if not distributed:
        yield None
        return
    with _interrupted_by_sigterm(), distributed_pool(config.storage.url, _tell_idle) as workers:
        yield workers


@contextmanager
def _interrupted_by_sigterm() -> Iterator[None]:
    """SIGTERM is as Ctrl-C, unless something else is done on it."""
    before = signal.getsignal(signal.SIGTERM)
    if before is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _tell_idle() -> None:
    echo(IDLE, err=True)


def _leave_word(config: Config, lines: Sequence[str]) -> None:
    """Leaves word of what went wrong for the bot's admins when nobody looks on, as under cron."""
    if lines and not sys.stderr.isatty() and config.has_state:
        from bot.documents.unattended import note_fault
        from bot.opening import open_state

        with open_state(config) as state:
            note_fault(state, lines)


def _print_file(outcome: FileOutcome) -> None:
    echo(file_line(outcome))


def _as_before(config: Config) -> AbstractContextManager[Path | None]:
    from bot.documents.reload_effect import as_before, is_too_big

    if is_too_big(config.database):
        echo(TOO_BIG, err=True)
    return as_before(config.database)


def _print_questions(config: Config, before: Path | None) -> None:
    """What became of the stored questions, where there was a knowledge base before."""
    if before is None:
        return
    from bot.documents.reload_effect import question_lines
    from bot.opening import open_knowledge

    with closing(open_knowledge(config)) as knowledge:
        for line in question_lines(before, knowledge, CHINESE):
            echo(line)


def _print_end(report: LoadReport) -> None:
    for warning in warning_lines(report):
        echo(warning, err=True)
    echo(summary(report, CHINESE))
