"""A file that is broken or means harm is one line of the report; the others are loaded."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.documents.load_report import file_line
from knowledge.indexing import ingestion
from knowledge.indexing.indexer import load
from knowledge.indexing.load_report import LoadReport
from knowledge.knowledge_base import KnowledgeBase
from loaders.isolation.sandbox import ResourceLimits
from loaders.isolation.server_pool import ServerPool
from loaders.notes import Note
from tests.knowledge.hostile import HOSTILE, deep_nesting, many_elements, many_paragraphs, pdf_bomb, pipe

pytestmark = pytest.mark.fault

GOOD = "在全县会议上的讲话\n一、提高认识\n要快。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "corpus"
    made.mkdir()
    (made / "good.txt").write_text(GOOD, encoding="utf-8")
    return made


def found(report: LoadReport) -> dict[str, str]:
    return {file.path: file.error for file in report.files}


def test_each_bad_file_is_a_line_and_the_good_one_is_loaded(folder: Path, tmp_path: Path) -> None:
    for name, (make, _) in HOSTILE.items():
        make(folder / name)
    report = load(folder, tmp_path / "k.db")
    assert found(report) == {"good.txt": "", **{name: error for name, (_, error) in HOSTILE.items()}}
    assert all("\n" not in file_line(file) for file in report.files)
    assert [document.path for document in KnowledgeBase(tmp_path / "k.db").documents()] == ["good.txt"]
    left = {path.name for path in tmp_path.iterdir()} - {"k.db.pages"}
    assert left == {"corpus", "k.db", "k.db.lock", "k.db.sum"}


@pytest.mark.parametrize(
    ("make", "limits", "error"),
    [
        (many_elements, ResourceLimits(memory=400 << 20), "TooDemanding"),
        (pdf_bomb, ResourceLimits(memory=400 << 20), "ParserDied"),
        (many_paragraphs, ResourceLimits(processor=1), "TooSlow"),
    ],
)
def test_what_asks_for_too_much_is_ended_by_its_limit(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: object,
    limits: ResourceLimits,
    error: str,
) -> None:
    assert callable(make)
    monkeypatch.setattr(ingestion, "_SERVERS", ServerPool(ingestion.WORKER, limits))
    make(folder / "bad")
    assert found(load(folder, tmp_path / "k.db")) == {"bad": error, "good.txt": ""}


def test_deep_nesting_is_read_without_recursion(folder: Path, tmp_path: Path) -> None:
    deep_nesting(folder / "deep.ofd")
    assert found(load(folder, tmp_path / "k.db"))["deep.ofd"] == ""


def test_many_that_cannot_be_opened_do_not_hide_what_follows(folder: Path, tmp_path: Path) -> None:
    for number in range(100):
        (folder / f"{number:03}.txt").symlink_to("nothing")
    report = load(folder, tmp_path / "k.db")
    assert len(report.files) == 101 and found(report)["good.txt"] == ""


def test_a_pipe_and_a_folder_with_the_name_of_a_file_stop_nothing(folder: Path, tmp_path: Path) -> None:
    pipe(folder / "pipe.txt")
    (folder / "x.docx").mkdir()
    (folder / "y.docx").mkdir()
    (folder / "y.docx" / "inside.txt").write_text(GOOD, encoding="utf-8")
    report = load(folder, tmp_path / "k.db")
    assert found(report) == {"good.txt": "", "y.docx/inside.txt": "", "pipe.txt": "NotAFile"} and report.ok
    assert report.warnings == (Note.of("empty_folder", folder="x.docx"),)


def test_a_name_with_a_line_break_is_one_line(folder: Path, tmp_path: Path) -> None:
    (folder / "two\nlines.txt").write_text(GOOD, encoding="utf-8")
    report = load(folder, tmp_path / "k.db")
    assert [file_line(file).splitlines() for file in report.files if "two" in file.path] == [
        ["added      two\ufffdlines.txt  在全县会议上的讲话"]
    ]


def test_a_name_in_gbk_is_told_readably(folder: Path, tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(folder) + "/讲话.txt".encode("gbk"))).write_text(GOOD, encoding="utf-8")
    except OSError:
        pytest.skip("this file system knows UTF-8 names alone")
    assert found(load(folder, tmp_path / "k.db")) == {"good.txt": "", "讲话.txt": "UnreadableName"}


def test_two_parts_of_one_name_are_two_documents(folder: Path, tmp_path: Path) -> None:
    part = "讲话稿篇一\n同志们：\n一、提高认识\n要快，要稳，要准，要把这件事情办好办实，让群众满意。\n"
    (folder / "parts.txt").write_text(part + part.replace("提高", "统一"), encoding="utf-8")
    load(folder, tmp_path / "k.db")
    known = [d for d in KnowledgeBase(tmp_path / "k.db").documents() if d.path == "parts.txt"]
    assert len({document.id for document in known}) == len(known) == 2
