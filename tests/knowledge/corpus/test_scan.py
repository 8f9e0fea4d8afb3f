"""A file is read again when anything tells that it may have changed, and only then."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from knowledge.corpus import scan
from knowledge.indexing.indexer import load
from knowledge.indexing.load_report import FileOutcome

OLD = time.time_ns() - 3_600_000_000_000


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose bytes are read, from now on."""
    read: list[str] = []
    real = scan.read

    def note(seen: scan.FileState, corpus: Path) -> bytes:
        read.append(seen.path)
        return real(seen, corpus)

    monkeypatch.setattr(scan, "read", note)
    return read


@pytest.fixture
def settled(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A knowledge base of files that were written long before they were read."""
    monkeypatch.setattr(scan, "_TICK", 0)
    load(corpus, tmp_path / "k.db")
    return tmp_path / "k.db"


def outcomes(files: tuple[FileOutcome, ...]) -> list[str]:
    return [file.outcome for file in files]


def test_what_looks_the_same_is_not_opened(corpus: Path, settled: Path, reads: list[str]) -> None:
    assert outcomes(load(corpus, settled).files) == ["unchanged"] * 2
    assert reads == []


def test_a_touched_file_is_compared_by_its_content(corpus: Path, settled: Path, reads: list[str]) -> None:
    os.utime(corpus / "yunxi.txt")
    assert outcomes(load(corpus, settled).files) == ["unchanged"] * 2
    assert reads == ["yunxi.txt"]


def test_a_change_that_hides_its_time_and_size_is_found(corpus: Path, settled: Path) -> None:
    path = corpus / "yunxi.txt"
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("6月", "8月"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert outcomes(load(corpus, settled).files) == ["unchanged", "changed"]


@pytest.mark.file_times
def test_a_file_as_young_as_its_reading_is_compared_by_its_content(
    corpus: Path, tmp_path: Path, reads: list[str]
) -> None:
    load(corpus, tmp_path / "k.db")
    assert outcomes(load(corpus, tmp_path / "k.db").files) == ["unchanged"] * 2
    assert reads == ["lanjiang.txt", "yunxi.txt"]


def test_a_format_nobody_knows_is_not_read_again_but_told(
    corpus: Path, settled: Path, reads: list[str]
) -> None:
    (corpus / "drawing.dwg").write_bytes(b"AC1032\0\0" + bytes(range(256)))
    for _ in range(2):
        report = load(corpus, settled)
        assert [file.error for file in report.files if file.path == "drawing.dwg"] == ["UnknownFormat"]
    assert reads == []


def test_a_folder_looks_different_when_a_file_or_what_is_said_of_it_changes(corpus: Path) -> None:
    before = scan.fingerprint(corpus)
    assert scan.fingerprint(corpus) == before
    (corpus / "corpus.toml").write_text("", encoding="utf-8")
    said = scan.fingerprint(corpus)
    (corpus / "new.txt").write_text("要快。", encoding="utf-8")
    assert len({before, said, scan.fingerprint(corpus)}) == 3
    assert scan.fingerprint(corpus / "none") == frozenset()
