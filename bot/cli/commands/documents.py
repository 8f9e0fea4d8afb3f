"""`jianda documents`: adding, removing and describing documents, for scripts."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.commands.options import configured
from bot.config.config import Config

if TYPE_CHECKING:
    from bot.documents.changes import FilingDesk, Proposal
    from knowledge.corpus.drafts import Draft

dry = click.option("--dry-run", is_flag=True, help="只看会怎样，不改动")


@contextmanager
def desk_of(config: Config) -> Iterator[FilingDesk]:
    """The desk of who sits at the command line, under their name in the system."""
    from bot.config.opening import open_knowledge
    from bot.documents.changes import FilingDesk
    from bot.messages import CHINESE
    from bot.state import State
    from bot.state.storage.audit import Actor

    with (
        closing(State(config.state, config.retention_days)) as state,
        closing(open_knowledge(config)) as knowledge,
    ):
        state.lessons.tell(knowledge.teach)
        actor = Actor(0, getpass.getuser())
        yield FilingDesk(config.corpus, config.database, knowledge, state, actor, CHINESE)


@click.group()
def documents() -> None:
    """语料里的文件：列出、加入、删除、更改说明、撤销。The documents of the corpus."""


@documents.command("list")
@configured
def list_documents(config: Config) -> None:
    """列出文件。List them: file, part, title, date, place."""
    from bot.documents.preview import day_text

    with desk_of(config) as desk:
        for one in desk.knowledge.documents():
            row = (one.path, one.part or "", one.title, day_text(one.date), one.place or "")
            click.echo("\t".join(row))


@documents.command("add")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--title", help="标题，- 为文件自己写的")
@click.option("--date", help="日期：2027、2027-03 或 2027-03-08")
@click.option("--place", help="地点")
@dry
@configured
def add_document(config: Config, source: Path, dry_run: bool, **said: str | None) -> None:
    """加入一个文件，先说明读到了什么。Add a file; tells how it is read."""
    from bot.documents.changes import Proposal, change_for
    from bot.documents.pages import file_names, same_file
    from bot.documents.preview import preview, preview_text
    from bot.errors import FilingRefused
    from knowledge.corpus.drafts import Draft, keep_upload
    from knowledge.corpus.file_names import safe_name

    with desk_of(config) as desk:
        change_for(desk, Proposal(Draft("describe", "")))  # raises where nothing can be added
        content = source.read_bytes()
        if other := same_file(desk, content):
            raise FilingRefused(desk.says.same.format(file=source.name, other=other))
        draft = Draft(
            "add", safe_name(source.name, file_names(desk)), upload=keep_upload(desk.corpus, content)
        )
        draft = _corrected(desk, draft, said)
        found = preview(desk, draft)
        if not found.speeches:
            raise FilingRefused(desk.says.unreadable.format(file=source.name, reason=found.reason))
        click.echo(preview_text(desk, draft, found))
        _carry_out(desk, Proposal(draft), dry_run)


@documents.command("remove")
@click.argument("document", metavar="FILE")
@dry
@configured
def remove_document(config: Config, document: str, dry_run: bool) -> None:
    """删除一个文件（语料文件夹里的路径）；它会留着，可以撤销。Remove a file; undo brings it back."""
    from bot.documents.changes import Proposal
    from knowledge.corpus.changes import content_of, digest
    from knowledge.corpus.drafts import Draft

    with desk_of(config) as desk:
        _known(desk, document)
        before = digest(content_of(desk.corpus, document))
        _carry_out(desk, Proposal(Draft("remove", document, before)), dry_run)


@documents.command("set")
@click.argument("document", metavar="FILE")
@click.option("--title", help="标题，- 为文件自己写的")
@click.option("--date", help="日期：2027、2027-03 或 2027-03-08")
@click.option("--place", help="地点")
@click.option("--part", default="", help="一个文件里有几篇时，哪一篇")
@dry
@configured
def describe_document(config: Config, document: str, part: str, dry_run: bool, **said: str | None) -> None:
    """更改标题、日期、地点（写进 corpus.toml）。Set what a document does not say itself."""
    from bot.documents.changes import Proposal
    from knowledge.corpus.drafts import Draft

    if not any(said.values()):
        raise click.UsageError("请写上 --title、--date 或 --place（give one of them）")
    with desk_of(config) as desk:
        _known(desk, document)
        _carry_out(desk, Proposal(_corrected(desk, Draft("describe", document), said, part)), dry_run)


@documents.command("undo")
@dry
@configured
def undo_change(config: Config, dry_run: bool) -> None:
    """撤销最后一次改动。Take back the last change."""
    from bot.documents.changes import Proposal
    from bot.errors import FilingRefused
    from knowledge.corpus.changes import last

    with desk_of(config) as desk:
        version = last(desk.corpus)
        if version is None:
            raise FilingRefused(desk.says.undo_none)
        click.echo(f"{desk.says.go[version.action]} {version.subject}（{version.who}，{version.at}）")
        _carry_out(desk, Proposal(undo=version.number), dry_run)


def _known(desk: FilingDesk, file: str) -> None:
    """Raises FilingRefused unless it is the path of a file that is there."""
    from bot.documents.pages import file_names
    from bot.errors import FilingRefused

    if file not in file_names(desk):
        raise FilingRefused(desk.says.not_there.format(file=file))


def _corrected(desk: FilingDesk, draft: Draft, said: dict[str, str | None], part: str = "") -> Draft:
    """A draft with what the options say of the document."""
    from bot.errors import FilingRefused
    from knowledge.corpus.drafts import FIELDS, Correction, read_value

    for field in FIELDS:
        typed = said[field]
        if typed:
            value = read_value(field, " ".join(typed.split()))
            if value is None:
                raise FilingRefused(desk.says.wrong[field])
            draft = draft.corrected(Correction(part, field, value))
    return draft


def _carry_out(desk: FilingDesk, proposal: Proposal, dry_run: bool) -> None:
    """Makes a change, or only says what it would do to the stored questions."""
    from bot.documents.changes import carry_out, change_for, effect, load_again
    from bot.documents.load_report import full_report
    from bot.editing.effect import effect_lines

    if dry_run:
        for row in effect_lines(effect(desk, change_for(desk, proposal)), desk.words.teaching):
            click.echo(row)
    else:
        carry_out(desk, proposal)
        click.echo(full_report(load_again(desk), desk.words))
