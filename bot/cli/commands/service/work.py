"""`jianda work`: a worker that reads documents for the loads of other machines."""

from __future__ import annotations

import os

import click

from bot.cli.commands.options import with_config
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.distributed_loading.opening import worker
from bot.errors import DatabaseNotSet

TOLD = {
    "waiting": "在等 jianda load --workers，同时读 {processes} 个文件；按 Ctrl-C 结束（waiting; Ctrl-C ends）",
    "lost": "和数据库断了线，接着再连（the line to the database is lost; trying again）",
    "back": "又连上了（the line is back）",
}
ENDED = "已结束，读了 {count} 个文件（ended; documents read: {count}）"


@click.command("work")
@click.option(
    "--processes",
    type=click.IntRange(1, 256),
    help="同时读几个文件，默认和处理器一样多（default: a processor each）",
)
@with_config
def command(config: Config, processes: int | None) -> None:
    """替 jianda load --workers 读文件，可在多台机器上起。Read documents for a load, on any number of machines.

    只要连得上 storage.url，不要语料文件夹，也不写知识库；Ctrl-C 或 SIGTERM 结束。It needs storage.url alone: no corpus, no
    knowledge base. Ctrl-C or SIGTERM ends it.
    """
    if not config.storage.url:
        raise DatabaseNotSet
    number = processes or len(os.sched_getaffinity(0))
    reading = worker(
        config.storage.url, number, lambda event: echo(TOLD[event].format(processes=number), err=True)
    )
    reading.run()
    echo(ENDED.format(count=reading.count), err=True)
