"""`jianda stats`: how much is asked, how it is answered, of what, how fast."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.commands.options import with_config
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.messages import CHINESE
from bot.opening import open_both
from bot.rendering.json import dump
from bot.statistics.figures import figures, topics_of
from bot.statistics.page import figures_json, figures_picture, figures_text


@click.command("stats")
@click.option("--days", type=click.IntRange(1, 366), default=30, show_default=True, help="最近多少天")
@click.option("--picture", type=click.Path(path_type=Path), help="另存为图片（PNG）")
@click.option("--json", "as_json", is_flag=True, help="一个 JSON 对象")
@with_config
def command(config: Config, days: int, picture: Path | None, as_json: bool) -> None:
    """提问的统计。Figures on the questions."""
    with open_both(config) as (knowledge, state):
        usage_figures = figures(
            state.figures, topics_of(knowledge), config.clock.today(), days, config.time_zone
        )
    echo(dump(figures_json(usage_figures)) if as_json else figures_text(usage_figures, CHINESE))
    if picture:
        picture.write_bytes(figures_picture(usage_figures, CHINESE))
