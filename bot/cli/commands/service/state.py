"""`jianda state`: what people made is moved from a file to a database, or back."""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path

import click

from bot.cli.commands.options import with_config
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.config.secrets import DatabaseUrl
from bot.config.values import database_url
from bot.errors import StateCopyRefused
from bot.state.storage.copying import copy
from bot.state.storage.engines import only_run, open_database

COPIED = "已复制并逐行比过（copied, and compared row by row）：{source} → {target}，共 {count} 行（rows）"
NEXT = "现在可以在 config.toml 里改用目标，原来的没有动（now set the target in config.toml; the source is as it was）"


@click.group("state")
def command() -> None:
    """使用记录：在文件和数据库之间搬。What people made: moved between a file and a database."""


@command.command("copy")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@with_config
def copy_command(config: Config, source: str, target: str) -> None:
    """把使用记录整个复制到空的文件或数据库；先停下 jianda run。Copy all that people made; stop `jianda run` first.

    FROM 和 TO 是文件、postgresql:// 地址，或配置的键 state、storage.url（密码就不必写在命令里）。A file, an address, or the
    keys `state` and `storage.url` of the configuration, so that no password stands in the command.
    """
    places = _place(config, source), _place(config, target)
    if places[0] == places[1]:
        raise StateCopyRefused("same")
    if isinstance(places[0], Path) and not places[0].exists():
        raise StateCopyRefused("missing", path=str(places[0]))
    with ExitStack() as stack:
        for place in places:
            stack.enter_context(only_run(place))
        original, copied = (stack.enter_context(closing(open_database(place))) for place in places)
        counts = copy(original, copied)
    for table, count in counts.items():
        if count:
            echo(f"{table}: {count}")
    echo(COPIED.format(source=places[0], target=places[1], count=sum(counts.values())))
    echo(NEXT)


def _place(config: Config, text: str) -> Path | DatabaseUrl:
    """A file or a database: given as it is, or by the key of the configuration that names it."""
    if text == "state":
        return config.state
    if text == "storage.url" and config.storage.url:
        return config.storage.url
    return database_url("TO", text, Path()) if "://" in text or text == "storage.url" else Path(text)
