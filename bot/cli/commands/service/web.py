"""`jianda web`: the reading room, for this machine alone if nothing else is configured."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from bot.cli.commands.asking.chat import bring_up_to_date
from bot.cli.commands.options import with_config
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.config.values import listen_address
from bot.errors import WebMissing
from bot.messages import CHINESE
from bot.opening import open_both


@click.command("web")
@click.option("--listen", metavar="HOST:PORT", help="等待浏览器的地址，默认 127.0.0.1:8321")
@with_config
def command(config: Config, listen: str | None) -> None:
    """打开阅览室：在浏览器里读文件、提问。Open the reading room: documents and answers in a browser."""
    try:
        from bot.web.application import build_site
        from bot.web.server import listening, serve
    except ImportError as error:
        raise WebMissing from error
    if listen:
        config = replace(config, web=replace(config.web, listen=listen_address("--listen", listen, Path())))
    bring_up_to_date(config)
    with listening(config.web.listen) as (listener, url), open_both(config) as (knowledge, state):
        echo(CHINESE.web.serving.format(url=url))
        serve(build_site(config, knowledge, state), listener)
