"""`jianda restore`: a backup is put back where the configuration says, its own where there is none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bot.backup.archive import CONFIG, extract, opened
from bot.backup.restoring import STAGED, check_backup, places_of, restore
from bot.cli.commands.options import with_places
from bot.cli.output.terminal import echo
from bot.config.config import DEFAULT_FILE, Config, read_config

SOUND = "{file} 是完好的备份（the backup is sound）"
RESTORED = "已恢复（restored）：使用记录 {state}，知识库 {database}，语料 {corpus}"
KEPT = "原来的留作（kept）：{path}"
TO_SERVER = "设置了 storage.url：请再运行 jianda state copy state storage.url，目标要是空的（copy it to the database, an empty one）"
WITHOUT_SECRETS = "配置写在 {path}，备份里没有密钥：请填好令牌，再运行 jianda doctor（set the token, then run jianda doctor）"


@click.command("restore")
@click.argument("backup", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="只检查备份是否完好，不恢复")
@click.option("--replace", is_flag=True, help="已有的内容也替换；原来的留在旁边")
@with_places
def command(
    backup: Path, check: bool, replace: bool, file: Path | None, corpus: Path | None, database: Path | None
) -> None:
    """从备份恢复。Put back what a backup holds."""
    if check:
        with tempfile.TemporaryDirectory(prefix=".check-", dir=backup.parent) as folder:
            check_backup(backup, Path(folder))
        echo(SOUND.format(file=backup))
        return
    options: dict[str, object] = {"corpus": corpus, "database": database}
    with _config(file or DEFAULT_FILE, backup, options) as config:
        places = places_of(config)
        earlier_files = restore(backup, places, replace)
    echo(RESTORED.format(state=places.state, database=places.database, corpus=places.corpus))
    if config.storage.url:
        echo(TO_SERVER)
    for path in earlier_files:
        echo(KEPT.format(path=path))


@contextmanager
def _config(file: Path, backup: Path, options: dict[str, object]) -> Iterator[Config]:
    """The configuration that is there, else that of the backup, which takes its place when the block ends well."""
    if file.exists():
        yield read_config(file, options, os.environ)
        return
    staged = file.with_name(file.name + STAGED)
    try:
        with opened(backup) as archive:
            extract(archive, CONFIG, staged)
        yield read_config(staged, options, os.environ)
        os.replace(staged, file)
        echo(WITHOUT_SECRETS.format(path=file))
    finally:
        staged.unlink(missing_ok=True)
