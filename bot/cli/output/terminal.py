"""Writing to the terminal."""

from __future__ import annotations

import click

from bot.rendering.escaping.terminal import printable


def echo(text: object = "", err: bool = False) -> None:
    """Prints a line without what would disturb the terminal; `err` on standard error."""
    click.echo(printable(str(text)), err=err)
