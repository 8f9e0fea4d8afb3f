"""`jianda bulletin`: what is late, due and done, by body and topic, compared with a week ago; as text or a picture."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from bot.bulletin.pages import bulletin_svg, bulletin_text, figures
from bot.chat.context import ChatContext
from bot.cli.commands.options import with_config
from bot.cli.output.tables import print_lines
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.messages import CHINESE
from bot.opening import open_knowledge, open_state
from bot.pictures.png import render


@click.command("bulletin")
@click.argument("words", nargs=-1)
@click.option("--picture", type=click.Path(path_type=Path), help="画成图（PNG），不再列出")
@with_config
def command(config: Config, words: tuple[str, ...], picture: Path | None) -> None:
    """任务通报：逾期、到期、办结，和上周比，可以用词筛选。What is late, due and done, compared with last week."""
    knowledge, asked = open_knowledge(config), " ".join(words)
    setting = ChatContext(CHINESE, config.clock.today(), zone=config.time_zone)
    with contextlib.ExitStack() as stack:
        if config.has_state:
            marks = stack.enter_context(open_state(config)).marks
            setting = ChatContext(
                CHINESE, setting.today, marks=marks.current, zone=setting.zone, marks_at=marks.as_of
            )
        these = figures(knowledge, setting, asked)
    if picture:
        picture.write_bytes(render(bulletin_svg(these, setting, asked)))
        echo(str(picture))
    else:
        print_lines(bulletin_text(these, setting, asked))
