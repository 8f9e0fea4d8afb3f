"""The knowledge base is kept up to date with the folder; nothing that was loaded is lost by a bad file."""

import os
import threading
import zipfile
from collections.abc import Callable, Iterator, Set
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from knowledge.errors import CorpusEmpty, CorpusMissing, LoadCancelled, ManifestInvalid
from knowledge.indexing import indexer
from knowledge.indexing.indexer import load
from knowledge.indexing.ingestion import IngestedFile
from knowledge.indexing.load_report import FileOutcome, LoadReport
from knowledge.knowledge_base import KnowledgeBase
from knowledge.store.rows import packed, unpacked
from loaders.notes import Note


def outcomes(report: LoadReport) -> dict[str, str]:
    return {file.path: file.outcome for file in report.files}


def test_only_what_changed_is_loaded_again(corpus: Path, tmp_path: Path) -> None:
    database = tmp_path / "k.db"
    assert outcomes(load(corpus, database)) == {"lanjiang.txt": "added", "yunxi.txt": "added"}
    assert outcomes(load(corpus, database)) == {"lanjiang.txt": "unchanged", "yunxi.txt": "unchanged"}
    (corpus / "yunxi.txt").write_text("新的讲话\n一、提高认识\n要快。\n", encoding="utf-8")
    assert outcomes(load(corpus, database)) == {"lanjiang.txt": "unchanged", "yunxi.txt": "changed"}
    (corpus / "lanjiang.txt").unlink()
    assert outcomes(load(corpus, database)) == {"lanjiang.txt": "removed", "yunxi.txt": "unchanged"}
    assert [d.path for d in KnowledgeBase(database).documents()] == ["yunxi.txt"]


def test_an_unchanged_corpus_leaves_the_file_alone(corpus: Path, database: Path) -> None:
    before = database.stat()
    load(corpus, database)
    assert (database.stat().st_ino, database.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_the_manifest_says_is_a_change(corpus: Path, database: Path) -> None:
    (corpus / "corpus.toml").write_text(
        '[[document]]\nfile = "yunxi.txt"\ntitle = "改题"\n', encoding="utf-8"
    )
    assert outcomes(load(corpus, database))["yunxi.txt"] == "changed"
    assert "改题" in [d.title for d in KnowledgeBase(database).documents()]


def test_a_bad_file_is_a_line_of_the_report_and_keeps_what_was_known(corpus: Path, database: Path) -> None:
    (corpus / "yunxi.txt").write_bytes(b"")
    (corpus / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    report = load(corpus, database)
    assert outcomes(report) == {"lanjiang.txt": "unchanged", "picture.png": "skipped", "yunxi.txt": "failed"}
    assert not report.ok
    assert len(KnowledgeBase(database).documents()) == 2


def test_a_known_file_that_became_unreadable_fails_and_is_kept(corpus: Path, database: Path) -> None:
    (corpus / "yunxi.txt").write_bytes(bytes(range(256)) * 20)
    assert outcomes(load(corpus, database))["yunxi.txt"] == "failed"
    assert "yunxi.txt" in [d.path for d in KnowledgeBase(database).documents()]


def test_hidden_files_locks_and_the_manifest_are_no_documents(corpus: Path, tmp_path: Path) -> None:
    for name in (".hidden.txt", "~$draft.txt"):
        (corpus / name).write_text("要快。", encoding="utf-8")
    (corpus / ".git").mkdir()
    (corpus / ".git" / "a.txt").write_text("要快。", encoding="utf-8")
    (corpus / "corpus.toml").write_text("", encoding="utf-8")
    assert set(outcomes(load(corpus, tmp_path / "k.db"))) == {"lanjiang.txt", "yunxi.txt"}


def test_folders_inside_the_corpus_are_read(corpus: Path, database: Path) -> None:
    (corpus / "2026").mkdir()
    (corpus / "2026" / "yunxi.txt").write_text("在全县会议上的讲话\n一、提高认识\n要快。\n", encoding="utf-8")
    assert outcomes(load(corpus, database))["2026/yunxi.txt"] == "added"


def test_an_entry_for_a_file_that_is_not_there_is_a_warning(corpus: Path, database: Path) -> None:
    (corpus / "corpus.toml").write_text('[[document]]\nfile = "gone.txt"\n', encoding="utf-8")
    report = load(corpus, database)
    assert report.ok and report.warnings == (Note.of("absent_file", file="gone.txt"),)


def test_an_empty_folder_never_empties_a_base(corpus: Path, database: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(CorpusEmpty):
        load(empty, database)
    assert len(KnowledgeBase(database).documents()) == 2
    load(empty, database, allow_empty=True)
    assert KnowledgeBase(database).documents() == []


def test_a_missing_folder_is_an_error(tmp_path: Path, database: Path) -> None:
    with pytest.raises(CorpusMissing):
        load(tmp_path / "none", database)


def test_a_bad_manifest_changes_nothing(corpus: Path, database: Path) -> None:
    (corpus / "corpus.toml").write_text("[[document", encoding="utf-8")
    with pytest.raises(ManifestInvalid, match=r"corpus\.toml"):
        load(corpus, database)


@pytest.mark.parametrize("module", [indexer.analyzer, indexer.composition])
def test_another_version_of_what_reads_the_texts_rebuilds(
    corpus: Path, database: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType
) -> None:
    monkeypatch.setattr(module, "VERSION", "next")
    assert set(outcomes(load(corpus, database)).values()) == {"changed"}
    assert set(outcomes(load(corpus, database)).values()) == {"unchanged"}


def test_a_rebuild_keeps_a_file_that_fails_now(
    corpus: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexer.analyzer, "VERSION", "next")
    (corpus / "yunxi.txt").write_bytes(b"")
    assert outcomes(load(corpus, database)) == {"lanjiang.txt": "changed", "yunxi.txt": "failed"}
    assert len(KnowledgeBase(database).documents()) == 2


def test_ids_hold_over_a_reload(corpus: Path, database: Path) -> None:
    before = KnowledgeBase(database).ask("药品目录什么时候统一").answers[0]
    os.utime(corpus / "yunxi.txt")
    text = (corpus / "yunxi.txt").read_text(encoding="utf-8")
    (corpus / "yunxi.txt").write_text(text.replace("三、加强保障", "三、强化保障"), encoding="utf-8")
    load(corpus, database)
    knowledge = KnowledgeBase(database)
    after = knowledge.passage(before.passage_id)
    assert after is not None and after.passage == before.passage


def test_the_id_of_a_changed_passage_opens_nothing(corpus: Path, database: Path) -> None:
    before = KnowledgeBase(database).ask("药品目录什么时候统一").answers[0]
    text = (corpus / "yunxi.txt").read_text(encoding="utf-8")
    (corpus / "yunxi.txt").write_text(text.replace("6月底前完成", "8月底前完成"), encoding="utf-8")
    load(corpus, database)
    assert KnowledgeBase(database).passage(before.passage_id) is None


def test_readers_see_the_old_or_the_new_base_while_loads_go_on(corpus: Path, database: Path) -> None:
    knowledge = KnowledgeBase(database)
    wrong: list[object] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            answers = knowledge.ask("药品目录什么时候统一").answers
            if (
                not answers
                or not answers[0].passage.endswith(("。", "上。"))
                or "月底前完成药品目录统一" not in answers[0].passage
            ):
                wrong.append(answers)
        knowledge.close()

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    text = (corpus / "yunxi.txt").read_text(encoding="utf-8")
    for month in range(1, 9):
        (corpus / "yunxi.txt").write_text(text.replace("6月底前", f"{month}月底前"), encoding="utf-8")
        load(corpus, database)
    stop.set()
    for reader in readers:
        reader.join()
    assert wrong == []


def test_progress_is_told_and_can_stop_the_load(corpus: Path, tmp_path: Path) -> None:
    database = tmp_path / "k.db"
    told: list[tuple[int, int]] = []
    load(corpus, database, progress=lambda done, total: told.append((done, total)))
    assert told[0] == (0, 2) and (1, 2) in told
    assert told == sorted(told)
    before = database.read_bytes()

    def stop(done: int, total: int) -> None:
        raise LoadCancelled(database)

    (corpus / "yunxi.txt").write_text("新的讲话\n一、提高认识\n要快。\n", encoding="utf-8")
    with pytest.raises(LoadCancelled):
        load(corpus, database, progress=stop)
    assert database.read_bytes() == before


def test_who_signs_and_what_is_left_out_are_known(corpus: Path, database: Path) -> None:
    notice = "青汀县卫生健康局关于印发《健康方案》的通知\n各单位：\n现印发给你们，请抓好落实。\n青汀县卫生健康局\n2027年3月8日\n"
    plan = "健康方案\n为提高健康素养，制定本方案。\n- 3 -\n一、目标\n年底前建成健康村9个。\n"
    (corpus / "notice.txt").write_text(notice + plan, encoding="utf-8")
    load(corpus, database)
    knowledge = KnowledgeBase(database)
    known = [one for one in knowledge.documents() if one.path == "notice.txt"]
    assert [(one.part, one.issuer, one.signed) for one in known] == [
        (None, "青汀县卫生健康局", "2027-03-08"),
        ("健康方案", "青汀县卫生健康局", "2027-03-08"),
    ]
    assert [(one.text, one.reason, one.page) for one in knowledge.left_out("notice.txt")] == [
        ("- 3 -", "page", None)
    ]
    assert knowledge.left_out("gone.txt") == []


def bend(
    monkeypatch: pytest.MonkeyPatch, spoil: Callable[[str, dict[str, list[dict[str, Any]]]], None]
) -> None:
    """Lets what is read of files be changed before it is stored, as a process that a file has taken over could."""
    real = indexer.outcomes_of

    def bent(reading: IngestedFile, known: Set[str]) -> Iterator[FileOutcome]:
        for answer in reading.answers:
            rows = unpacked(answer["rows"])
            spoil(answer["path"], rows)
            answer["rows"] = packed(rows)
        return real(reading, known)

    monkeypatch.setattr(indexer, "outcomes_of", bent)


SPOILED: dict[str, Callable[[dict[str, list[dict[str, Any]]]], None]] = {
    "an id twice": lambda rows: rows["passages"][1].update(id=rows["passages"][0]["id"]),
    "a file twice": lambda rows: rows["files"].append(rows["files"][0]),
    "a number too large": lambda rows: rows["passages"][0].update(start=2**70),
    "no value at all": lambda rows: rows["documents"][0].update(title=[1]),
    "a column that is not there": lambda rows: rows["documents"][0].pop("title"),
    "no text": lambda rows: rows["passages"][0].update(text=None),
    "terms that are none": lambda rows: rows["passages"][0].update(body=[1]),
    "sounds that are none": lambda rows: rows["passages"][0].update(sounds=5),
    "vectors that are none": lambda rows: rows["passages"][0].update(vectors="a"),
    "half a character": lambda rows: rows["documents"][0].update(title="\ud800"),
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_rows_that_cannot_be_stored_are_the_fault_of_one_file(
    corpus: Path, database: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Any], None]
) -> None:
    before = {document.path: document.title for document in KnowledgeBase(database).documents()}
    for name in ("yunxi.txt", "lanjiang.txt"):
        text = (corpus / name).read_text(encoding="utf-8")
        (corpus / name).write_text(text.replace("2027", "2028"), encoding="utf-8")
    with monkeypatch.context() as patched:
        bend(patched, lambda path, rows: spoil(rows) if path == "yunxi.txt" else None)
        report = load(corpus, database)
    assert outcomes(report) == {"lanjiang.txt": "changed", "yunxi.txt": "failed"}
    (note,) = [file.note for file in report.files if file.outcome == "failed"]
    assert note and note.code == "DamagedFile.rows"
    after = {document.path: document.title for document in KnowledgeBase(database).documents()}
    assert after["yunxi.txt"] == before["yunxi.txt"] and after["lanjiang.txt"] != before["lanjiang.txt"]
    assert outcomes(load(corpus, database)) == {"lanjiang.txt": "unchanged", "yunxi.txt": "changed"}


def test_of_an_archive_too(corpus: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(corpus / "many.zip", "w") as archive:
        for number in range(40):
            archive.writestr(
                f"{number:02}.txt", f"讲话{number}\n一、提高认识\n到202{number % 9}年要快。要好。\n"
            )
    with monkeypatch.context() as patched:
        bend(patched, lambda path, rows: spoil_third(path, rows))
        report = load(corpus, database)
    failed = sorted(file.path for file in report.files if file.outcome == "failed")
    assert failed == ["many.zip/03.txt", "many.zip/13.txt", "many.zip/23.txt", "many.zip/33.txt"]
    assert len(KnowledgeBase(database).documents()) == 2 + 36


def spoil_third(path: str, rows: dict[str, list[dict[str, Any]]]) -> None:
    if path.endswith("3.txt"):
        rows["files"].append(rows["files"][0])
