"""`jianda documents`: adding, removing and describing documents, for scripts."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from bot.cli.commands.editing.desk import desk_of
from bot.cli.commands.options import configured
from bot.cli.output.tables import print_lines
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.documents.changes import Prepared, Proposal, carry_out, check_writable, effect, load_again, prepare
from bot.documents.load_report import full_report
from bot.documents.preview import day_text, preview, preview_text
from bot.editing.desk import EditorDesk
from bot.editing.effect import effect_lines
from bot.errors import DocumentRefused
from knowledge.corpus.changes import content_of, digest, last
from knowledge.corpus.drafts import FIELDS, DocumentDraft, MetadataEdit, keep_upload, read_value
from knowledge.corpus.file_names import file_names, safe_name, same_file, taken_names

dry = click.option("--dry-run", is_flag=True, help="只看会怎样，不改动")


@click.group("documents")
def command() -> None:
    """语料里的文件：列出、加入、删除、更改说明、撤销。The documents of the corpus."""


@command.command("list")
@configured
def list_documents(config: Config) -> None:
    """列出文件。List them: file, part, title, date, place."""
    with desk_of(config, getpass.getuser()) as desk:
        for document in desk.knowledge.documents():
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
@configured
def add_document(config: Config, source: Path, dry_run: bool, **said: str | None) -> None:
    """加入一个文件，先说明读到了什么。Add a file; tells how it is read."""
    with desk_of(config, getpass.getuser()) as desk:
        check_writable(desk)
        content = source.read_bytes()
        if other := same_file(desk.corpus, content):
            raise DocumentRefused(desk.words.filing.same.format(file=source.name, other=other))
        name = safe_name(source.name, taken_names(desk.corpus))
        draft = _corrected(desk, DocumentDraft("add", name, upload=keep_upload(desk.corpus, content)), said)
        prepared = prepare(desk, Proposal(draft))
        file_preview = preview(desk, prepared)
        if not file_preview.speeches:
            raise DocumentRefused(
                desk.words.filing.unreadable.format(file=source.name, reason=file_preview.reason)
            )
        echo(preview_text(desk, draft, file_preview))
        _carry_out(desk, prepared, dry_run)


@command.command("remove")
@click.argument("document", metavar="FILE")
@dry
@configured
def remove_document(config: Config, document: str, dry_run: bool) -> None:
    """删除一个文件（语料文件夹里的路径）；它会留着，可以撤销。Remove a file; undo brings it back."""
    with desk_of(config, getpass.getuser()) as desk:
        _known(desk, document)
        before = digest(content_of(desk.corpus, document))
        _carry_out(desk, prepare(desk, Proposal(DocumentDraft("remove", document, before))), dry_run)


@command.command("set")
@click.argument("document", metavar="FILE")
@click.option("--title", help="标题，- 为文件自己写的")
@click.option("--date", help="日期：2027、2027-03 或 2027-03-08")
@click.option("--place", help="地点")
@click.option("--part", default="", help="一个文件里有几篇时，哪一篇")
@dry
@configured
def describe_document(config: Config, document: str, part: str, dry_run: bool, **said: str | None) -> None:
    """更改标题、日期、地点（写进 corpus.toml）。Set what a document does not say itself."""
    if not any(said.values()):
        raise click.UsageError("请写上 --title、--date 或 --place（give one of them）")
    with desk_of(config, getpass.getuser()) as desk:
        _known(desk, document)
        draft = _corrected(desk, DocumentDraft("describe", document), said, part)
        _carry_out(desk, prepare(desk, Proposal(draft)), dry_run)


@command.command("undo")
@dry
@configured
def undo_change(config: Config, dry_run: bool) -> None:
    """撤销最后一次改动。Take back the last change."""
    with desk_of(config, getpass.getuser()) as desk:
        version = last(desk.corpus)
        if version is None:
            raise DocumentRefused(desk.words.filing.undo_none)
        echo(f"{desk.words.filing.go[version.action]} {version.subject}（{version.who}，{version.at}）")
        _carry_out(desk, prepare(desk, Proposal(undo=version.number)), dry_run)


def _known(desk: EditorDesk, file: str) -> None:
    """Raises DocumentRefused unless it is the path of a file that is there."""
    if file not in file_names(desk.corpus):
        raise DocumentRefused(desk.words.filing.not_there.format(file=file))


def _corrected(
    desk: EditorDesk, draft: DocumentDraft, options: dict[str, str | None], part: str = ""
) -> DocumentDraft:
    """A draft with what the options say of the document."""
    for field in FIELDS:
        typed = options[field]
        if typed:
            value = read_value(field, " ".join(typed.split()))
            if value is None:
                raise DocumentRefused(desk.words.filing.wrong[field])
            draft = draft.corrected(MetadataEdit(part, field, value))
    return draft


def _carry_out(desk: EditorDesk, prepared: Prepared, dry_run: bool) -> None:
    """Makes a change, or only says what it would do to the stored questions."""
    if dry_run:
        print_lines(effect_lines(effect(desk, prepared), desk.words.teaching))
    else:
        carry_out(desk, prepared.proposal)
        echo(full_report(load_again(desk), desk.words))
