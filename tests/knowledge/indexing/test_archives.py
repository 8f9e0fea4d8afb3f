"""An archive is read one level deep, each file in it as a document of its own."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from knowledge.indexing.indexer import load
from knowledge.indexing.load_report import LoadReport
from knowledge.knowledge_base import KnowledgeBase
from tests.knowledge.conftest import PLAN, SPEECH

FIXTURES = Path(__file__).parents[2] / "loaders" / "fixtures"


def packed(entries: dict[str, bytes], gbk: bool = False) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    data = file.getvalue()
    if gbk:  # as Windows writes it: the name in GBK, the flag for UTF-8 not set; here names of equal length
        for name in entries:
            plain, chinese = name.encode(), "讲话稿".encode("gbk")
            data = data.replace(plain, chinese) if len(plain) == len(chinese) else data
    return data


def outcomes(report: LoadReport) -> dict[str, tuple[str, str]]:
    return {file.path: (file.outcome, file.error) for file in report.files}


def test_the_files_of_an_archive_are_documents(tmp_path: Path) -> None:
    folder, database = tmp_path / "corpus", tmp_path / "k.db"
    folder.mkdir()
    entries = {
        "2026/讲话.txt": SPEECH.encode("gb18030"),
        "plan.bin": (FIXTURES / "plan.pdf").read_bytes(),
        "../../etc/evil.txt": PLAN.encode(),
        "inner.docx": packed({"a.txt": b"a"}),
        "photo.jpg": b"\xff\xd8\xff" + bytes(range(256)),
        "locked.doc": (FIXTURES / "locked.doc").read_bytes(),
        "__MACOSX/2026/._讲话.txt": b"\0\1",
        ".DS_Store": b"\0\1",
        "Thumbs.db": b"\0\1",
    }
    (folder / "all.zip").write_bytes(packed(entries))
    assert outcomes(load(folder, database)) == {
        "all.zip/2026/讲话.txt": ("added", ""),
        "all.zip/plan.bin": ("added", ""),
        "all.zip/etc/evil.txt": ("added", ""),
        "all.zip/inner.docx": ("skipped", "NestedArchive"),
        "all.zip/photo.jpg": ("skipped", "Photograph"),
        "all.zip/locked.doc": ("failed", "EncryptedFile"),
        "all.zip": ("skipped", "Junk"),
    }
    documents = KnowledgeBase(database).documents()
    assert [d.path for d in documents] == [
        "all.zip/2026/讲话.txt",
        "all.zip/etc/evil.txt",
        "all.zip/plan.bin",
    ]
    assert {d.file_in(folder) for d in documents} == {folder / "all.zip"}


def test_an_archive_is_known_again_changed_and_removed(tmp_path: Path) -> None:
    folder, database = tmp_path / "corpus", tmp_path / "k.db"
    folder.mkdir()
    (folder / "all.zip").write_bytes(packed({"a.txt": SPEECH.encode(), "b.txt": PLAN.encode()}))
    load(folder, database)
    assert outcomes(load(folder, database)) == {"all.zip": ("unchanged", "")}
    (folder / "all.zip").write_bytes(packed({"a.txt": SPEECH.replace("36", "37").encode()}))
    assert outcomes(load(folder, database)) == {"all.zip/a.txt": ("changed", "")}
    assert [d.path for d in KnowledgeBase(database).documents()] == ["all.zip/a.txt"]
    (folder / "all.zip").unlink()
    assert outcomes(load(folder, database, allow_empty=True)) == {"all.zip": ("removed", "")}


def test_a_file_of_an_archive_that_fails_now_keeps_what_was_known(tmp_path: Path) -> None:
    folder, database = tmp_path / "corpus", tmp_path / "k.db"
    folder.mkdir()
    (folder / "all.zip").write_bytes(packed({"a.txt": SPEECH.encode(), "b.txt": PLAN.encode()}))
    load(folder, database)
    (folder / "all.zip").write_bytes(packed({"a.txt": b"", "b.txt": PLAN.replace("50", "60").encode()}))
    assert outcomes(load(folder, database)) == {
        "all.zip/a.txt": ("failed", "EmptyFile"),
        "all.zip/b.txt": ("changed", ""),
    }
    assert len(KnowledgeBase(database).documents()) == 2


def test_corpus_toml_tells_of_a_file_in_an_archive(tmp_path: Path) -> None:
    folder, database = tmp_path / "corpus", tmp_path / "k.db"
    folder.mkdir()
    (folder / "all.zip").write_bytes(packed({"a.txt": SPEECH.encode()}))
    (folder / "corpus.toml").write_text(
        '[[document]]\nfile = "all.zip/a.txt"\ntitle = "改题"\ndate = 2024-01-02\n', encoding="utf-8"
    )
    assert load(folder, database).warnings == ()
    (document,) = KnowledgeBase(database).documents()
    assert (document.title, document.year) == ("改题", 2024)


def test_names_in_gbk_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "all.zip").write_bytes(packed({"abcdef": SPEECH.encode()}, gbk=True))
    assert set(outcomes(load(folder, tmp_path / "k.db"))) == {"all.zip/讲话稿"}
