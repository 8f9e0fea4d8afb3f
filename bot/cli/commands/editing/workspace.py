"""What an editor at the command line works with, and how a change of the teaching is made there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from bot.cli.output.tables import print_lines
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.editing.effect import effect_lines
from bot.editing.workspace import EditorWorkspace
from bot.messages import CHINESE
from bot.opening import open_both
from bot.state.storage.audit import Actor
from bot.teaching.changes import try_change
from knowledge.teaching.lessons import Revision

COMMAND_LINE = "jianda"  # who changed something, in the audit

dry = click.option("--dry-run", is_flag=True, help="只看会怎样，不启用")


@contextmanager
def workspace_of(config: Config, name: str = COMMAND_LINE) -> Iterator[EditorWorkspace]:
    """The workspace of who sits at the command line; `name` is how the audit calls them."""
    with open_both(config) as (knowledge, state):
        yield EditorWorkspace(
            config.corpus, config.database, knowledge, state, Actor(0, name), CHINESE, config.clock
        )


def carry_out(workspace: EditorWorkspace, action: str, revision: Revision, dry_run: bool) -> None:
    """Makes a change of the teaching, or only says what it would do."""
    before, says = workspace.knowledge.teaching, workspace.words.teaching
    if revision.applied(before) == before:
        echo(says.nothing)
    elif dry_run:
        print_lines(effect_lines(try_change(workspace, revision), says))
    else:
        workspace.state.lessons.change(workspace.editor, action, revision, workspace.knowledge.teach)
        echo(says.done)
