"""The warnings of a load as an admin reads them: in Chinese first at the terminal, in the language of a chat there."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.documents.load_report import warning_lines
from bot.messages import CHINESE, ENGLISH
from knowledge.indexing.indexer import load
from knowledge.indexing.load_report import LoadReport
from tests.knowledge.passages.test_versions import plan
from tests.loaders.fixtures.make import FOLDER

DATED = (
    "在全县卫生健康工作会议上的讲话\n（2026年3月2日）\n一、提高认识\n各单位要{what}，把各项任务落到实处。\n"
)
FILES = {
    "a.txt": plan("（征求意见稿）"),
    "b.txt": plan(date="2026年4月2日", due=7),
    "c.odt": (FOLDER / "speech.odt").read_bytes(),
    "d.rtf": (FOLDER / "speech.docx").read_bytes(),
    "e.txt": "在座谈会上的讲话\n一、提高认识\n各单位要迅速行动。\n关注公众号：某某文库\n".encode(),
    "f.rtf": rb"{\rtf1\ansi " + "要抓紧落实各项任务。".encode("gb18030"),
    "g.txt": DATED.format(what="抓紧").encode("gb18030") + b"\xff\xff",
    "h.txt": "在总结会上的讲话\n各位代表：\n今天部署2025年任务，要抓紧落实。\n".encode(),
    "corpus.toml": "[[document]]\nfile = 'gone.txt'\ntitle = '讲话'\n".encode(),
}


@pytest.fixture
def report(tmp_path: Path) -> LoadReport:
    corpus = tmp_path / "c"
    (corpus / "x.docx").mkdir(parents=True)
    for name, data in FILES.items():
        (corpus / name).write_bytes(data)
    return load(corpus, tmp_path / "k.db")


@pytest.fixture
def told(report: LoadReport) -> list[str]:
    return list(warning_lines(report))


@pytest.mark.parametrize(
    "words",
    [
        "corpus.toml 里写的 gone.txt 不在文件夹里（",
        "x.docx 是空文件夹",
        "a.txt：《青汀县医疗服务提升行动方案（征求意见稿）》有更新的版本，由 b.txt 的《",
        "d.rtf：《在全市卫生健康工作会议上的讲话》与 c.odt 的《",
        "d.rtf：文件名是 .rtf，内容却是 docx，",
        "e.txt：当作广告略去 1 处：“关注公众号：某某文库”（",
        "e.txt：《在座谈会上的讲话》没有日期，",
        "f.rtf：文件不完整，",
        "g.txt：有些字节解不出文字（",
        "h.txt：《在总结会上的讲话》没有写日期，按文中“部署2025年任务”算作2025年（",
    ],
)
def test_a_warning_of_a_load_is_said_in_chinese_first(told: list[str], words: str) -> None:
    assert any(line.startswith(words) for line in told), told


def test_no_warning_of_a_load_is_forgotten(told: list[str]) -> None:
    assert [line for line in told if not line.endswith("）")] == []


def test_in_a_chat_a_warning_is_of_one_language(report: LoadReport) -> None:
    chinese, english = (list(warning_lines(report, words)) for words in (CHINESE, ENGLISH))
    assert "x.docx 是空文件夹，没有可读的文件" in chinese and "x.docx is an empty folder" in english
    assert "f.rtf：文件不完整，只读到断开的地方" in chinese and "f.rtf：the file is cut short" in english
    assert len(chinese) == len(english)
