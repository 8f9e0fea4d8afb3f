"""Every format is loaded in the confined process, where no file may be opened any more: its library is there before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from loaders.registry import LOADERS
from tests.loaders.fixtures.html_file import page
from tests.loaders.recognition.recognising import photograph, with_fake

FIXTURES = Path(__file__).parents[2] / "loaders" / "fixtures"
DUE = "县卫健局要在2027年6月底前完成健康驿站建设。"
MAIL = (
    "MIME-Version: 1.0\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
)
FILES = (
    "files/plan.docx",
    "files/plan.odt",
    "files/plan.rtf",
    "files/plan.html",
    "files/plan.md",
    "files/plan.txt",
)
PAGES = ("plan.pdf", "plan.ofd", "plan.doc", "tasks.xlsx", "tasks.xls")


def test_every_format_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_fake(monkeypatch)
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in (*FILES, *PAGES):
        shutil.copy(FIXTURES / name, corpus)
    (corpus / "plan.mht").write_bytes(MAIL.encode() + page(f"<p>{DUE}</p>"))
    (corpus / "plan.csv").write_text(f"任务,责任单位,完成时限\n{DUE},县卫健局,6月底前\n", encoding="utf-8")
    (corpus / "plan.png").write_bytes(photograph(f"全县工作要点\n{DUE}"))
    report = load(corpus, tmp_path / "jianda.db")
    assert {file.path: file.outcome for file in report.files} == {
        path.name: "added" for path in corpus.iterdir()
    }
    suffixes = {path.suffix for path in corpus.iterdir()}
    assert [loader.name for loader in LOADERS if not loader.suffixes & suffixes] == []
    knowledge = KnowledgeBase(tmp_path / "jianda.db")
    assert {document.path for document in knowledge.documents()} == {path.name for path in corpus.iterdir()}
