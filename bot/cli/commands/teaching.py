"""`jianda teach`, `synonym`, `export` and `import`: teaching for scripts."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.commands.options import configured
from bot.config.config import Config
from bot.errors import TeachingRefused

if TYPE_CHECKING:
    from bot.teaching.changes import Desk
    from knowledge.teaching.lessons import Revision

COMMAND_LINE = "jianda"  # who changed something, in the audit

dry = click.option("--dry-run", is_flag=True, help="只看会怎样，不启用")


@contextmanager
def desk_of(config: Config) -> Iterator[Desk]:
    """The desk of who sits at the command line."""
    from bot.messages import CHINESE
    from bot.state import State
    from bot.state.storage.audit import Actor
    from bot.teaching.changes import Desk
    from knowledge.knowledge_base import KnowledgeBase

    with closing(State(config.state, config.retention_days)) as state:
        knowledge = KnowledgeBase(config.database, config.today)
        state.lessons.tell(knowledge.teach)
        yield Desk(knowledge, state, Actor(0, COMMAND_LINE), CHINESE)


def carry_out(desk: Desk, action: str, revision: Revision, dry_run: bool) -> None:
    """Makes a change, or only says what it would do."""
    from bot.editing.effect import effect_lines
    from bot.teaching.changes import tried

    before = desk.knowledge.teaching
    if revision.applied(before) == before:
        click.echo(desk.says.nothing)
    elif dry_run:
        for row in effect_lines(tried(desk, revision), desk.says):
            click.echo(row)
    else:
        desk.state.lessons.change(desk.editor, action, revision, desk.knowledge.teach)
        click.echo(desk.says.done)


@click.group()
def teach() -> None:
    """教过的问答。Taught questions and their passages."""


@teach.command("list")
@configured
def list_lessons(config: Config) -> None:
    """列出教过的问答；原文变了的前面有 !。List them; ! marks those whose passage has changed."""
    with desk_of(config) as desk:
        doubtful = {lesson.id for lesson in desk.knowledge.doubtful()}
        for lesson in desk.knowledge.teaching.lessons:
            mark = "!" if lesson.id in doubtful else " "
            click.echo(f"{mark} {lesson.passage}  {' / '.join(lesson.questions)}  “{lesson.excerpt}”")


@teach.command("add")
@click.argument("question", nargs=-1, required=True)
@click.option("--passage", required=True, help="原文的编号（ask --json 里答案的 id）")
@dry
@configured
def add_lesson(config: Config, question: tuple[str, ...], passage: str, dry_run: bool) -> None:
    """以后这样问，就用这段原文回答；每个参数是一种问法。Answer these questions with a passage."""
    from knowledge.teaching.lessons import Revision

    with desk_of(config) as desk:
        lesson = desk.knowledge.lesson([" ".join(one.split()) for one in question], passage)
        if lesson is None:
            raise TeachingRefused(desk.says.bad_rows["passage"])
        carry_out(desk, "teach", Revision(lessons=(lesson,)), dry_run)


@teach.command("remove")
@click.argument("question", nargs=-1, required=True)
@dry
@configured
def remove_lesson(config: Config, question: tuple[str, ...], dry_run: bool) -> None:
    """不再用教过的回答。Forget questions that were taught."""
    from knowledge.teaching.lessons import Revision

    with desk_of(config) as desk:
        carry_out(desk, "unteach", Revision(forgotten=question), dry_run)


@click.group()
def synonym() -> None:
    """近义词。Synonyms: what people say for what documents write."""


@synonym.command("list")
@configured
def list_synonyms(config: Config) -> None:
    """列出近义词。List them."""
    from bot.teaching.synonyms import synonym_line

    with desk_of(config) as desk:
        for number, one in enumerate(desk.knowledge.teaching.synonyms, 1):
            click.echo(synonym_line(number, one, desk.says))


@synonym.command("add")
@click.argument("said")
@click.argument("meant")
@click.option("--both", is_flag=True, help="两边可以互换")
@dry
@configured
def add_synonym(config: Config, said: str, meant: str, both: bool, dry_run: bool) -> None:
    """有人说 SAID，也按 MEANT 来找。Who says SAID will also find MEANT."""
    from bot.teaching.csv_table import wrong_synonym
    from knowledge.teaching.lessons import Revision, Synonym

    with desk_of(config) as desk:
        if reason := wrong_synonym(said, meant):
            raise TeachingRefused(desk.says.bad_rows[reason])
        carry_out(desk, "synonym", Revision(synonyms=(Synonym(said, meant, both),)), dry_run)


@synonym.command("remove")
@click.argument("said")
@click.argument("meant")
@dry
@configured
def remove_synonym(config: Config, said: str, meant: str, dry_run: bool) -> None:
    """不再把 SAID 当作 MEANT。SAID will no longer mean MEANT."""
    from knowledge.teaching.lessons import Revision, Synonym

    with desk_of(config) as desk:
        carry_out(desk, "unsynonym", Revision(dropped=(Synonym(said, meant).id,)), dry_run)


@click.command("export")
@click.argument("table", required=False, type=click.Path(path_type=Path))
@configured
def export_table(config: Config, table: Path | None) -> None:
    """把教过的导出成 CSV（Excel 能打开）。Export what was taught as CSV, to TABLE or standard output."""
    from bot.teaching.csv_table import exported

    with desk_of(config) as desk:
        content = exported(desk.knowledge.teaching)
    if table:
        table.write_bytes(content)
    else:
        click.echo(content, nl=False)


@click.command("import")
@click.argument("table", type=click.Path(path_type=Path))
@dry
@configured
def import_table(config: Config, table: Path, dry_run: bool) -> None:
    """启用一个 CSV 里教的；坏行逐行说明。Take over a CSV; each bad row is named."""
    from bot.teaching.csv_table import bad_row_line, imported, rows_line

    with desk_of(config) as desk:
        found = imported(table.read_bytes(), desk.knowledge)
        for row in found.bad:
            click.echo(bad_row_line(row, desk.says), err=True)
        click.echo(rows_line(found, desk.says))
        carry_out(desk, "import", found.revision, dry_run)
    if found.bad:
        sys.exit(1)


COMMANDS = (teach, synonym, export_table, import_table)
