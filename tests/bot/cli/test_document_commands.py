"""`jianda documents`: list, add, set, remove, undo."""

import getpass

import pytest

from bot.state import State
from tests.bot.cli.test_command_line import PLAN, SPEECH, nothing_configured, run
from tests.clock import seconds

__all__ = ["nothing_configured"]  # a fixture


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "city-2026.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "county.txt").write_text(PLAN, encoding="utf-8")
    assert run("load", "--corpus", "corpus").exit_code == 0
    return tmp_path / "corpus"


def documents(*words):
    return run("documents", words[0], "--corpus", "corpus", *words[1:])


def names(folder):
    return sorted(one.name for one in folder.iterdir() if not one.name.startswith("."))


def test_a_document_is_added_described_removed_and_brought_back(folder):
    dry = documents("add", "county.txt", "--place", "青山", "--dry-run")
    assert dry.exit_code == 0 and "地点 青山" in dry.stdout and names(folder) == ["city-2026.txt"]
    assert documents("add", "county.txt", "--place", "青山").exit_code == 0
    assert documents("set", "county.txt", "--date", "2027-1-8", "--title", "工作要点").exit_code == 0
    assert "county.txt\t\t工作要点\t2027-01-08\t青山\n" in documents("list").stdout
    assert documents("remove", "county.txt").exit_code == 0
    assert "county.txt" not in documents("list").stdout
    assert documents("undo").exit_code == 0
    assert "county.txt\t\t工作要点\t2027-01-08\t青山\n" in documents("list").stdout
    state = State(folder.parent / "jianda-state.db", clock=seconds)
    entries = [entry.change for entry in state.audit.entries(9)]
    state.close()
    assert [entry.action.removeprefix("document:") for entry in entries] == [
        "undo",
        "remove",
        "describe",
        "add",
    ]
    assert {entry.name for entry in entries} == {getpass.getuser()}


@pytest.mark.parametrize(
    "words",
    [
        ("add", "corpus/city-2026.txt"),
        ("add", "nowhere.txt"),
        ("set", "city-2026.txt", "--date", "去年"),
        ("set", "../county.txt", "--title", "x"),
        ("remove", "../county.txt"),
        ("remove", "nowhere.txt"),
        ("undo",),
    ],
)
def test_what_cannot_be_done_is_one_line(folder, words):
    result = documents(*words)
    assert result.exit_code == 1 and result.stderr.count("\n") == 1 and names(folder) == ["city-2026.txt"]


def test_the_example_corpus_is_left_alone(folder):
    result = run("documents", "add", "county.txt", "--database", "jianda.db")
    assert result.exit_code == 1 and "corpus" in result.stderr
