"""What an editor at the command line works with, and how a change of the teaching is made there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from bot.cli.output.tables import print_lines
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.editing.desk import EditorDesk
from bot.editing.effect import effect_lines
from bot.messages import CHINESE
from bot.opening import open_both
from bot.state.storage.audit import Actor
from bot.teaching.changes import tried
from knowledge.teaching.lessons import Revision

COMMAND_LINE = "jianda"  # who changed something, in the audit

dry = click.option("--dry-run", is_flag=True, help="只看会怎样，不启用")


@contextmanager
def desk_of(config: Config, name: str = COMMAND_LINE) -> Iterator[EditorDesk]:
    """The desk of who sits at the command line; `name` is how the audit calls them."""
    with open_both(config) as (knowledge, state):
        yield EditorDesk(
            config.corpus, config.database, knowledge, state, Actor(0, name), CHINESE, config.clock
        )


def carry_out(desk: EditorDesk, action: str, revision: Revision, dry_run: bool) -> None:
    """Makes a change of the teaching, or only says what it would do."""
    before, says = desk.knowledge.teaching, desk.words.teaching
    if revision.applied(before) == before:
        echo(says.nothing)
    elif dry_run:
        print_lines(effect_lines(tried(desk, revision), says))
    else:
        desk.state.lessons.change(desk.editor, action, revision, desk.knowledge.teach)
        echo(says.done)
