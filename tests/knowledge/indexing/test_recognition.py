"""Scanned pages and photographs become documents through `load` and `read`, once, and say so; without the extra it is told
how to have that."""

import os

import pytest

from knowledge.indexing.file_reading import read_files
from knowledge.indexing.indexer import load
from knowledge.indexing.ingestion import ReadingResources
from knowledge.indexing.page_cache import PageCache
from knowledge.indexing.recognition import Recognition, page_picture
from knowledge.knowledge_base import KnowledgeBase
from loaders.isolation.sandbox import ResourceLimits
from loaders.metadata.manifest import Manifest
from tests.loaders.recognition.recognising import (
    FIXTURES,
    photograph,
    scan,
    with_fake,
    with_words,
    without_extra,
)

PAGES = (
    "云溪县2027年工作要点\n一、加强公共卫生\n6月底前完成老年人健康体检。",
    "二、加强人才培养\n年内招聘医学毕业生30名，由县卫健局负责？",
)


@pytest.fixture
def fake(monkeypatch):
    with_fake(monkeypatch)


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "corpus").mkdir()
    return tmp_path / "corpus"


def loaded(corpus, told=lambda path, done, total: None):
    database = corpus.parent / "k.db"
    return load(corpus, database, resources=ReadingResources(Recognition.beside(database, told))), database


def test_a_scan_becomes_a_document_that_says_what_it_is(fake, corpus):
    (corpus / "a.pdf").write_bytes(scan(*PAGES))
    told = []
    report, database = loaded(corpus, lambda *progress: told.append(progress))
    assert [(file.outcome, file.detail) for file in report.files] == [("added", "云溪县2027年工作要点")]
    assert "recognised_pages pages=1、2" in [str(note) for note in report.files[0].warnings]
    assert told[0] == ("a.pdf", 0, 2) and told[-1] == ("a.pdf", 2, 2)
    answer = KnowledgeBase(database).ask("老年人健康体检什么时候完成").answers[0]
    assert answer.recognised and answer.page == 1 and answer.document.recognised


def test_text_pages_stay_as_they_are_and_scanned_ones_stand_between_them(fake, corpus):
    (corpus / "a.pdf").write_bytes(with_words((FIXTURES / "half-scanned.pdf").read_bytes(), PAGES[0]))
    _, database = loaded(corpus)
    knowledge = KnowledgeBase(database)
    (document,) = knowledge.documents()
    passages = [(answer.page, answer.recognised, answer.passage) for answer in knowledge.text(document.id)]
    assert passages == [
        (1, True, "6月底前完成老年人健康体检。"),
        (2, False, "县财政每年安排专项经费200万元，用于改善乡镇卫生院条件。"),
    ]


def test_what_was_recognised_is_not_recognised_again(fake, corpus, monkeypatch):
    (corpus / "a.pdf").write_bytes(scan(*PAGES))
    _, database = loaded(corpus)
    (corpus / "a.pdf").rename(corpus / "b.pdf")
    monkeypatch.setattr(Recognition, "_recognised", None)
    report, _ = loaded(corpus)
    assert {(file.path, file.outcome) for file in report.files} == {("a.pdf", "removed"), ("b.pdf", "added")}
    ((reading),) = read_files([corpus / "b.pdf"], Manifest(), Recognition.beside(database))
    assert reading.answers[0]["documents"][0]["passages"][0]["recognised"] is True


def test_photographs_are_documents_and_those_without_text_are_skipped(fake, corpus):
    (corpus / "notice.png").write_bytes(photograph(PAGES[0]))
    (corpus / "logo.png").write_bytes(photograph(""))
    report, database = loaded(corpus)
    assert {file.path: (file.outcome, file.error) for file in report.files} == {
        "notice.png": ("added", ""),
        "logo.png": ("skipped", "Photograph"),
    }
    assert report.ok and [d.title for d in KnowledgeBase(database).documents()] == ["云溪县2027年工作要点"]


def test_uncertain_lines_are_in_the_report(fake, corpus):
    (corpus / "a.png").write_bytes(photograph(PAGES[0] + "\n7月底前完成登记。?"))
    report, _ = loaded(corpus)
    assert "uncertain_lines count=1 shown=“7月底前完成登记。”" in map(str, report.files[0].warnings)


@pytest.mark.fault
def test_a_page_that_cannot_be_recognised_takes_no_other_with_it(fake, corpus):
    for name, trouble in {"error.pdf": "<error>", "death.pdf": "<death>"}.items():
        (corpus / name).write_bytes(scan(PAGES[0], trouble))
    (corpus / "whole.pdf").write_bytes(scan("<death>", "<error>"))
    report, _ = loaded(corpus)
    outcomes = {file.path: file for file in report.files}
    for name in ("error.pdf", "death.pdf"):
        assert outcomes[name].outcome == "added"
        assert "scanned_pages pages=2" in map(str, outcomes[name].warnings)
    assert str(outcomes["whole.pdf"].note) == "Scanned.unrecognised"


@pytest.mark.fault
def test_a_page_that_takes_too_long_is_given_up(monkeypatch, corpus):
    with_fake(monkeypatch, ResourceLimits(wall=0.5))
    (corpus / "a.png").write_bytes(photograph("<sleep>"))
    report, _ = loaded(corpus)
    assert str(report.files[0].note) == "Photograph.unrecognised"


def test_without_the_extra_it_is_told_how_to_have_scans_read(monkeypatch, corpus):
    without_extra(monkeypatch)
    (corpus / "half.pdf").write_bytes((FIXTURES / "half-scanned.pdf").read_bytes())
    (corpus / "scan.pdf").write_bytes((FIXTURES / "scanned.pdf").read_bytes())
    (corpus / "photo.png").write_bytes(photograph("一、"))
    report, database = loaded(corpus)
    files = {file.path: file for file in report.files}
    assert "scans_unread" in map(str, files["half.pdf"].warnings)
    assert (files["scan.pdf"].outcome, str(files["scan.pdf"].note)) == ("failed", "Scanned")
    assert (files["photo.png"].outcome, str(files["photo.png"].note)) == ("skipped", "Photograph")
    assert Recognition.beside(database) is None and page_picture(b"", 1) is None
    again = {file.path: str(file.note) for file in load(corpus, database).files}
    assert again["photo.png"] == "UnknownFormat.before"


def test_what_was_skipped_is_read_once_the_extra_is_there(monkeypatch, corpus):
    (corpus / "photo.png").write_bytes(photograph(PAGES[0]))
    (corpus / "half.pdf").write_bytes(with_words((FIXTURES / "half-scanned.pdf").read_bytes(), PAGES[0]))
    (corpus / "scan.pdf").write_bytes(scan(*PAGES))
    (corpus / "text.txt").write_text(PAGES[1], encoding="utf-8")

    def outcomes():
        return {file.path.partition(".")[0]: file.outcome for file in loaded(corpus)[0].files}

    without_extra(monkeypatch)
    assert outcomes() == {"photo": "skipped", "half": "added", "scan": "failed", "text": "added"}
    with_fake(monkeypatch)
    assert outcomes() == {"photo": "added", "half": "changed", "scan": "added", "text": "unchanged"}
    assert set(outcomes().values()) == {"unchanged"}


def test_the_picture_of_a_page_is_a_jpeg(fake):
    assert (page_picture(scan(*PAGES), 2) or b"").startswith(b"\xff\xd8\xff")


def test_the_cache_keeps_what_was_wanted_last_within_its_size(tmp_path):
    cache = PageCache(tmp_path / "pages", "1", most=1000)
    for number in range(60):
        cache.put(f"{number:02}", {"lines": ["x" * number]})
        os.utime(cache.folder / f"{number:02}-1.page", (number, number))
    assert cache.get("00") == {"lines": [""]}
    cache.prune()
    assert sum(path.stat().st_size for path in cache.folder.iterdir()) <= 1000
    assert cache.get("59") and cache.get("00") and cache.get("01") is None
    (cache.folder / "59-1.page").write_bytes(b"damaged")
    assert cache.get("59") is None
    assert PageCache(tmp_path / "pages", "2").get("58") is None


def test_a_cache_that_cannot_be_written_keeps_nothing(tmp_path):
    (tmp_path / "pages").write_text("a file")
    cache = PageCache(tmp_path / "pages", "1")
    cache.put("a", {})
    cache.prune()
    assert cache.get("a") is None
