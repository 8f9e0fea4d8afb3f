"""`jianda synonym`: what people say for what documents write."""

from __future__ import annotations

import click

from bot.cli.commands.editing.workspace import carry_out, dry, workspace_of
from bot.cli.commands.options import with_config
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.errors import TeachingRefused
from bot.teaching.csv_table import wrong_synonym
from bot.teaching.synonyms import synonym_line
from knowledge.teaching.lessons import Revision, Synonym


@click.group("synonym")
def command() -> None:
    """近义词。Synonyms: what people say for what documents write."""


@command.command("list")
@with_config
def list_synonyms(config: Config) -> None:
    """列出近义词。List them."""
    with workspace_of(config) as workspace:
        for number, synonym in enumerate(workspace.knowledge.teaching.synonyms, 1):
            echo(synonym_line(number, synonym, workspace.words.teaching))


@command.command("add")
@click.argument("said")
@click.argument("meant")
@click.option("--both", is_flag=True, help="两边可以互换")
@dry
@with_config
def add_synonym(config: Config, said: str, meant: str, both: bool, dry_run: bool) -> None:
    """有人说 SAID，也按 MEANT 来找。Who says SAID will also find MEANT."""
    with workspace_of(config) as workspace:
        if reason := wrong_synonym(said, meant):
            raise TeachingRefused(reason)
        carry_out(workspace, "synonym", Revision(synonyms=(Synonym(said, meant, both),)), dry_run)


@command.command("remove")
@click.argument("said")
@click.argument("meant")
@dry
@with_config
def remove_synonym(config: Config, said: str, meant: str, dry_run: bool) -> None:
    """不再把 SAID 当作 MEANT。SAID will no longer mean MEANT."""
    with workspace_of(config) as workspace:
        carry_out(workspace, "unsynonym", Revision(dropped=(Synonym(said, meant).id,)), dry_run)
