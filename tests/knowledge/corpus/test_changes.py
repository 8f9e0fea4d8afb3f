"""Changes of a corpus folder: whole or not at all, older versions kept, the last one taken back."""

import os

import pytest

from knowledge.corpus import changes
from knowledge.corpus.changes import (
    FOLDER,
    CorpusChange,
    FileWrite,
    digest,
    last,
    make,
    recover,
    undoing,
    versions,
)
from knowledge.errors import CorpusChanged, CorpusMissing
from tests.clock import NOON


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "corpus.toml").write_bytes(b"# said\n")
    return tmp_path


REPLACED = CorpusChange(
    "replace",
    "a.txt",
    (FileWrite("a.txt", digest(b"old"), b"new"), FileWrite("corpus.toml", digest(b"# said\n"), b"# else\n")),
)


def contents(corpus):
    return {one.name: one.read_bytes() for one in corpus.iterdir() if not one.name.startswith(".")}


def test_a_change_is_made_and_taken_back(corpus):
    before = contents(corpus)
    make(corpus, REPLACED, "甲", NOON)
    assert contents(corpus) == {"a.txt": b"new", "corpus.toml": b"# else\n"}
    version = last(corpus)
    assert (version.who, version.action, version.subject) == ("甲", "replace", "a.txt")
    assert version.at == "2026-11-22T12:00:00+00:00"
    make(corpus, undoing(corpus, version), "乙", NOON)
    assert contents(corpus) == before and last(corpus) is None and len(versions(corpus)) == 2


def test_changes_are_taken_back_one_after_the_other(corpus):
    make(corpus, CorpusChange("add", "b.txt", (FileWrite("b.txt", "", b"b"),)), "甲", NOON)
    make(corpus, CorpusChange("remove", "a.txt", (FileWrite("a.txt", digest(b"old"), None),)), "甲", NOON)
    assert set(contents(corpus)) == {"b.txt", "corpus.toml"}
    for expected in ({"a.txt", "b.txt", "corpus.toml"}, {"a.txt", "corpus.toml"}):
        make(corpus, undoing(corpus, last(corpus)), "甲", NOON)
        assert set(contents(corpus)) == expected
    assert last(corpus) is None


@pytest.mark.parametrize("path", ["a.txt", "corpus.toml"])
def test_nothing_changes_when_a_file_is_another_than_expected(corpus, path):
    (corpus / path).write_bytes(b"somebody else's")
    before = contents(corpus)
    with pytest.raises(CorpusChanged):
        make(corpus, REPLACED, "甲", NOON)
    assert contents(corpus) == before and versions(corpus) == []


@pytest.mark.parametrize("written", [0, 1, 2])
def test_what_a_crash_left_half_done_is_taken_back(corpus, monkeypatch, written):
    before, put, done = contents(corpus), changes._put, []

    def crash(path, content):
        if len(done) == written:
            raise KeyboardInterrupt
        done.append(put(path, content))

    monkeypatch.setattr(changes, "_put", crash)
    monkeypatch.setattr(changes.os, "replace", _crash_at_end(os.replace))
    with pytest.raises(KeyboardInterrupt):
        make(corpus, REPLACED, "甲", NOON)
    monkeypatch.undo()
    assert (corpus / FOLDER / "begun").exists()
    recover(corpus)
    assert contents(corpus) == before and versions(corpus) == []
    make(corpus, REPLACED, "甲", NOON)
    assert contents(corpus)["a.txt"] == b"new"


def _crash_at_end(replace):
    """The last step of a change, by which it counts as made, does not happen."""

    def crash(source, target):
        if source.is_dir():
            raise KeyboardInterrupt
        replace(source, target)

    return crash


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path):
    with pytest.raises(CorpusMissing):
        make(tmp_path / "nowhere", REPLACED, "甲", NOON)
