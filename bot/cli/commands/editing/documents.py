"""`jianda documents`: adding, removing and describing documents, for scripts."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from bot.cli.commands.editing.workspace import workspace_of
from bot.cli.commands.options import with_config
from bot.cli.output.tables import print_lines
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.documents.changes import (
    Prepared,
    Proposal,
    carry_out,
    check_writable,
    effect_on_questions,
    load_again,
    prepare,
)
from bot.documents.load_report import full_report
from bot.documents.preview import day_text, preview, preview_text
from bot.editing.effect import effect_lines
from bot.editing.workspace import EditorWorkspace
from bot.errors import DocumentRefused
from knowledge.corpus.changes import content_of, digest, last
from knowledge.corpus.drafts import FIELDS, DocumentDraft, MetadataEdit, keep_upload, read_value
from knowledge.corpus.file_names import file_names, safe_name, same_file, taken_names

dry = click.option("--dry-run", is_flag=True, help="只看会怎样，不改动")


@click.group("documents")
def command() -> None:
    """语料里的文件：列出、加入、删除、更改说明、撤销。The documents of the corpus."""


@command.command("list")
@with_config
def list_documents(config: Config) -> None:
    """列出文件。List them: file, part, title, date, place."""
    with workspace_of(config, getpass.getuser()) as workspace:
        for document in workspace.knowledge.documents():
            row = (
                document.path,
                document.part or "",
                document.title,
                day_text(document.date),
                document.place or "",
            )
            echo("\t".join(row))


@command.command("add")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--title", help="标题，- 为文件自己写的")
@click.option("--date", help="日期：2027、2027-03 或 2027-03-08")
@click.option("--place", help="地点")
@dry
@with_config
def add_document(config: Config, source: Path, dry_run: bool, **said: str | None) -> None:
    """加入一个文件，先说明读到了什么。Add a file; tells how it is read."""
    with workspace_of(config, getpass.getuser()) as workspace:
        check_writable(workspace)
        content = source.read_bytes()
        if other := same_file(workspace.corpus, content):
            raise DocumentRefused(workspace.words.documents.same.format(file=source.name, other=other))
        name = safe_name(source.name, taken_names(workspace.corpus))
        draft = _corrected(
            workspace, DocumentDraft("add", name, upload=keep_upload(workspace.corpus, content)), said
        )
        prepared = prepare(workspace, Proposal(draft))
        file_preview = preview(workspace, prepared)
        if not file_preview.speeches:
            raise DocumentRefused(
                workspace.words.documents.unreadable.format(file=source.name, reason=file_preview.reason)
            )
        echo(preview_text(workspace, draft, file_preview))
        _carry_out(workspace, prepared, dry_run)


@command.command("remove")
@click.argument("document", metavar="FILE")
@dry
@with_config
def remove_document(config: Config, document: str, dry_run: bool) -> None:
    """删除一个文件（语料文件夹里的路径）；它会留着，可以撤销。Remove a file; undo brings it back."""
    with workspace_of(config, getpass.getuser()) as workspace:
        _known(workspace, document)
        before = digest(content_of(workspace.corpus, document))
        _carry_out(
            workspace, prepare(workspace, Proposal(DocumentDraft("remove", document, before))), dry_run
        )


@command.command("set")
@click.argument("document", metavar="FILE")
@click.option("--title", help="标题，- 为文件自己写的")
@click.option("--date", help="日期：2027、2027-03 或 2027-03-08")
@click.option("--place", help="地点")
@click.option("--part", default="", help="一个文件里有几篇时，哪一篇")
@dry
@with_config
def describe_document(config: Config, document: str, part: str, dry_run: bool, **said: str | None) -> None:
    """更改标题、日期、地点（写进 corpus.toml）。Set what a document does not say itself."""
    if not any(said.values()):
        raise click.UsageError("请写上 --title、--date 或 --place（give one of them）")
    with workspace_of(config, getpass.getuser()) as workspace:
        _known(workspace, document)
        draft = _corrected(workspace, DocumentDraft("describe", document), said, part)
        _carry_out(workspace, prepare(workspace, Proposal(draft)), dry_run)


@command.command("undo")
@dry
@with_config
def undo_change(config: Config, dry_run: bool) -> None:
    """撤销最后一次改动。Take back the last change."""
    with workspace_of(config, getpass.getuser()) as workspace:
        version = last(workspace.corpus)
        if version is None:
            raise DocumentRefused(workspace.words.documents.undo_none)
        echo(
            f"{workspace.words.documents.go[version.action]} {version.subject}（{version.who}，{version.at}）"
        )
        _carry_out(workspace, prepare(workspace, Proposal(undo=version.number)), dry_run)


def _known(workspace: EditorWorkspace, file: str) -> None:
    """Raises DocumentRefused unless it is the path of a file that is there."""
    if file not in file_names(workspace.corpus):
        raise DocumentRefused(workspace.words.documents.not_there.format(file=file))


def _corrected(
    workspace: EditorWorkspace, draft: DocumentDraft, options: dict[str, str | None], part: str = ""
) -> DocumentDraft:
    """A draft with what the options say of the document."""
    for field in FIELDS:
        typed = options[field]
        if typed:
            value = read_value(field, " ".join(typed.split()))
            if value is None:
                raise DocumentRefused(workspace.words.documents.wrong[field])
            draft = draft.corrected(MetadataEdit(part, field, value))
    return draft


def _carry_out(workspace: EditorWorkspace, prepared: Prepared, dry_run: bool) -> None:
    """Makes a change, or only says what it would do to the stored questions."""
    if dry_run:
        print_lines(effect_lines(effect_on_questions(workspace, prepared), workspace.words.teaching))
    else:
        carry_out(workspace, prepared.proposal)
        echo(full_report(load_again(workspace), workspace.words))
