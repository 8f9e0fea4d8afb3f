"""`jianda backup`: one file of all that would be missed, also while the bot runs."""

from __future__ import annotations

from pathlib import Path

import click

from bot.backup.writing import back_up
from bot.cli.commands.options import with_config
from bot.cli.output.terminal import echo
from bot.config.config import Config

WRITTEN = "已备份到 {path}：{parts}；文件 {documents} 份，{megabytes:.1f} MB（backed up）"
LEFT_OUT = "没有备份（left out）：{reason}"


@click.command("backup")
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="那里已有的备份也覆盖")
@with_config
def command(config: Config, target: Path, overwrite: bool) -> None:
    """把使用记录、知识库、配置（不含密钥）和语料备份成一个文件。Back everything up into one file."""
    summary = back_up(config, target, overwrite)
    for reason in summary.left_out:
        echo(LEFT_OUT.format(reason=reason), err=True)
    megabytes = target.stat().st_size / 1e6
    parts = ", ".join(summary.parts)
    echo(WRITTEN.format(path=target, parts=parts, documents=summary.documents, megabytes=megabytes))
