"""`jianda read`: what is understood of files and what is left out, without loading them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from bot.cli.commands.options import with_config
from bot.cli.output.parsed_text import document_lines
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.errors import ReadIncomplete, said
from bot.rendering.json import dump
from knowledge.indexing.file_reading import read_files
from knowledge.indexing.load_report import error_note
from knowledge.indexing.recognition import Recognition
from loaders.metadata.manifest import Manifest
from loaders.notes import Note, note_of

Json = dict[str, Any]


@click.command("read")
@click.argument("files", metavar="FILE", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="每份文件一行 JSON")
@with_config
def command(config: Config, files: tuple[Path, ...], as_json: bool) -> None:
    """看一个文件读成什么样、略去了什么，不载入。Show what is read of files, without loading them."""
    failed = False
    for record in parsed_files(files, Recognition.beside(config.database)):
        failed |= "error" in record
        echo(dump(record) if as_json else as_text(record))
    if failed:
        raise ReadIncomplete


def parsed_files(paths: Sequence[Path], recognition: Recognition | None = None) -> Iterator[Json]:
    """Each document of some files, or the error of a file that cannot be read, in order; the keys are those of the JSON."""
    for reading in read_files(paths, Manifest(), recognition):
        if not reading.answers:
            yield {"path": reading.seen.path, "error": said(Note("EmptyArchive"))}
        for answer in reading.answers:
            yield from _documents(answer)


def as_text(record: Json) -> str:
    """A document or an error for people."""
    return "\n".join([*document_lines(record), ""])


def _documents(answer: Json) -> Iterator[Json]:
    path = answer["path"]
    if "error" in answer:
        yield {"path": path, "error": said(error_note(answer))}
        return
    warnings = [said(note_of(warning)) for warning in answer["warnings"]]
    for number, document in enumerate(answer["documents"]):
        yield {"path": path, **document, "warnings": warnings if number == 0 else []}
