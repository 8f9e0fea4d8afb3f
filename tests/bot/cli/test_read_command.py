"""`jianda read` shows what is understood of a file and every line left out, and loads nothing."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import main

PLAN = """青山县2027年卫生健康工作要点
2026年12月20日
一、传染病防控
2027年9月底前，县疾控中心建成智慧化监测预警平台，各乡镇卫生院配合，平台要与省里的系统联通，数据每日上传，异常情况当天核查，不得拖延。
- 3 -
二、中医药：
（一）建中医馆
2027年底前，所有乡镇卫生院设置中医馆。
"""
KEYS = {
    "path", "part", "title", "subtitle", "number", "date", "place", "level", "speaker", "issuer",
    "head", "sections", "passages", "left_out", "warnings",
}  # fmt: skip


def run(*words: object) -> Result:
    return CliRunner().invoke(main.main, list(map(str, words)))


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    return tmp_path / "plan.txt"


def test_a_document_is_a_line_of_json(plan: Path) -> None:
    result = run("read", plan, "--json")
    (document,) = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 0 and document.keys() == KEYS
    assert (document["title"], document["date"]) == ("青山县2027年卫生健康工作要点", "2026-12-20")
    assert [line["as"] for line in document["head"]] == ["title", "date"]
    assert [(one["level"], one["heading"]) for one in document["sections"]] == [
        (1, "一、传染病防控"),
        (1, "二、中医药"),
        (2, "（一）建中医馆"),
    ]
    assert document["passages"][-1]["section"] == ["二、中医药", "（一）建中医馆"]
    assert [(one["text"], one["reason"]) for one in document["left_out"]] == [("- 3 -", "page")]


def test_spans_count_the_characters_of_the_text_and_leave_none_out(plan: Path) -> None:
    (document,) = map(json.loads, run("read", plan, "--json").stdout.splitlines())
    pieces = [piece for key in ("head", "passages", "left_out") for piece in document[key]]
    assert all(PLAN[slice(*piece["span"])] == piece["text"] for piece in pieces)
    covered = {at for one in [*pieces, *document["sections"]] for at in range(*one["span"])}
    assert not [at for at, character in enumerate(PLAN) if character.strip() and at not in covered]


def test_people_see_the_outline_and_what_is_left_out(plan: Path) -> None:
    shown = run("read", plan).stdout
    assert "《青山县2027年卫生健康工作要点》" in shown and "日期：2026-12-20" in shown
    assert "    一、传染病防控\n    二、中医药\n      （一）建中医馆\n" in shown
    assert "略去：- 3 -（页码）" in shown


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_shown(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    result = run("read", tmp_path / "gone.txt", tmp_path / "picture.png", plan, "--json")
    gone, picture, document = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 1 and result.stderr.count("\n") == 1
    assert gone.keys() == picture.keys() == {"path", "error"}
    assert document["title"] == "青山县2027年卫生健康工作要点"


def test_the_files_of_an_archive_are_read_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with zipfile.ZipFile(tmp_path / "plans.zip", "w") as archive:
        archive.writestr("a.txt", PLAN)
        archive.writestr("b.txt", PLAN.replace("青山", "绿水"))
    result = run("read", tmp_path / "plans.zip", "--json")
    documents = [json.loads(line) for line in result.stdout.splitlines()]
    assert [Path(document["path"]).name for document in documents] == ["a.txt", "b.txt"]
    assert [document["title"][:2] for document in documents] == ["青山", "绿水"]
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".db"]
