"""A pipe, a device, a socket or a link that leads elsewhere is named, never opened, and stops nothing."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from knowledge.corpus.changes import FileWrite
from knowledge.corpus.copying import copy_corpus
from knowledge.corpus.files import corpus_files, file_of, read_file
from knowledge.corpus.scan import fingerprint
from knowledge.errors import CorpusEmpty, ManifestInvalid
from knowledge.indexing.dry_run import dry_run
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from loaders.errors import DanglingLink, LoaderError, NotAFile, OutsideCorpus
from tests.knowledge.conftest import PLAN, SPEECH

Make = Callable[[Path], object]


def bound_socket(place: Path) -> None:
    home = os.open(".", os.O_RDONLY)
    os.chdir(place.parent)  # the name of a socket has 108 bytes at most
    try:
        with closing(socket.socket(socket.AF_UNIX)) as server:
            server.bind(place.name)
    finally:
        os.fchdir(home)
        os.close(home)


def link_to_a_pipe(place: Path) -> None:
    os.mkfifo(place.with_name(".pipe"))
    place.symlink_to(".pipe")


def link_to_a_pipe_outside(place: Path) -> None:
    os.mkfifo(place.parent.parent / "pipe")
    place.symlink_to("../pipe")


def link_to_a_document_outside(place: Path) -> None:
    secret = place.parent.parent / "secret.txt"
    secret.write_text(SPEECH, encoding="utf-8")
    place.symlink_to(secret)


def link_to_a_folder(place: Path) -> None:
    place.with_name("inside").mkdir()
    place.symlink_to("inside")


ODD: dict[str, tuple[Make, type[LoaderError]]] = {
    "pipe": (os.mkfifo, NotAFile),
    "socket": (bound_socket, NotAFile),
    "link to a pipe": (link_to_a_pipe, NotAFile),
    "link to a pipe outside": (link_to_a_pipe_outside, OutsideCorpus),
    "link to a device": (lambda place: place.symlink_to("/dev/zero"), OutsideCorpus),
    "link to a document outside": (link_to_a_document_outside, OutsideCorpus),
    "link to a folder": (link_to_a_folder, OutsideCorpus),
    "link to nothing": (lambda place: place.symlink_to("nothing"), DanglingLink),
    "link to itself": (lambda place: place.symlink_to(place.name), DanglingLink),
}
each = pytest.mark.parametrize(("make", "error"), ODD.values(), ids=ODD)


@pytest.fixture(autouse=True)
def ended_when_it_hangs() -> Iterator[None]:
    """What waits for a pipe would wait for ever."""
    signal.alarm(120)
    yield
    signal.alarm(0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "speech.txt").write_text(SPEECH, encoding="utf-8")
    return folder


@each
def test_it_is_named_with_its_reason_and_cannot_be_read(
    folder: Path, make: Make, error: type[LoaderError]
) -> None:
    make(folder / "odd.txt")
    problems = {file.path: type(file.problem) for file in corpus_files(folder) if file.problem}
    assert problems == {"odd.txt": error}
    with pytest.raises(error):
        read_file(folder, "odd.txt")


@each
def test_a_load_and_a_watch_go_on_and_name_it(
    folder: Path, tmp_path: Path, make: Make, error: type[LoaderError]
) -> None:
    make(folder / "odd.txt")
    report = load(folder, tmp_path / "k.db")
    outcome = "skipped" if error is NotAFile else "failed"
    assert [(file.path, file.outcome, file.error) for file in report.files] == [
        ("odd.txt", outcome, error.__name__),
        ("speech.txt", "added", ""),
    ]
    before = (tmp_path / "k.db").stat().st_ino
    load(folder, tmp_path / "k.db")
    assert (tmp_path / "k.db").stat().st_ino == before  # nothing changed, so nothing is written
    assert fingerprint(folder) == fingerprint(folder)


@each
def test_a_trial_copies_nothing_of_it_and_judges_as_a_load_does(
    folder: Path, tmp_path: Path, make: Make, error: type[LoaderError]
) -> None:
    (folder / "odd.txt").write_text(PLAN, encoding="utf-8")
    load(folder, tmp_path / "k.db")
    (folder / "odd.txt").unlink()
    make(folder / "odd.txt")
    copy_corpus(folder, tmp_path / "copy")
    assert {file.path for file in corpus_files(tmp_path / "copy") if not file.problem} == {"speech.txt"}
    writes = (FileWrite("new.txt", "", PLAN.replace("2027", "2025").encode()),)
    with (
        closing(KnowledgeBase(tmp_path / "k.db")) as base,
        dry_run(folder, tmp_path / "k.db", writes, base) as tried,
    ):
        paths = {document.path for document in tried.knowledge.documents()}
    assert paths == {"speech.txt", "new.txt", "odd.txt"}  # what was known of it is kept, as a load keeps it


@each
def test_alone_in_the_folder_it_does_not_empty_the_base(
    folder: Path, tmp_path: Path, make: Make, error: type[LoaderError]
) -> None:
    load(folder, tmp_path / "k.db")
    (folder / "speech.txt").unlink()
    make(folder / "odd.txt")
    with pytest.raises(CorpusEmpty):
        load(folder, tmp_path / "k.db")


def test_a_link_to_a_file_inside_is_that_file(folder: Path) -> None:
    (folder / "link.txt").symlink_to("speech.txt")
    assert [file.problem for file in corpus_files(folder)] == [None, None]
    assert read_file(folder, "link.txt").decode() == SPEECH


def test_a_trial_that_writes_over_a_link_leaves_what_it_leads_to(folder: Path, tmp_path: Path) -> None:
    (folder / "link.txt").symlink_to("speech.txt")
    load(folder, tmp_path / "k.db")
    writes = (FileWrite("link.txt", "", PLAN.encode()),)
    with (
        closing(KnowledgeBase(tmp_path / "k.db")) as base,
        dry_run(folder, tmp_path / "k.db", writes, base) as tried,
    ):
        assert {document.path for document in tried.knowledge.documents()} == {"speech.txt", "link.txt"}


@pytest.mark.parametrize("path", ["../secret.txt", "inside/../../secret.txt", "far/secret.txt"])
def test_no_path_leads_out_of_the_folder(folder: Path, tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "inside").mkdir()
    (folder / "far").symlink_to(tmp_path)
    with pytest.raises(OutsideCorpus):
        file_of(folder, path)


@pytest.mark.parametrize("make", [os.mkfifo, lambda place: place.symlink_to("nothing")])
def test_a_corpus_toml_that_is_no_file_is_told(folder: Path, tmp_path: Path, make: Make) -> None:
    make(folder / "corpus.toml")
    with pytest.raises(ManifestInvalid):
        load(folder, tmp_path / "k.db")
