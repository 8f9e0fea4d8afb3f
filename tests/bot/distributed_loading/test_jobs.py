"""A job is known by what is read and how, not by the load that asks; an answer comes back as it was given."""

from importlib import metadata

import pytest

from bot.distributed_loading.jobs import QueuedAnswer, QueuedJob
from bot.distributed_loading.program import program_version
from knowledge.store.rows import unpacked
from loaders.isolation.sandbox import DATA
from loaders.isolation.workers import Job

HEADER = {"path": "a.txt", "entries": [], "holidays": ["2026-01-01"], "product": "rows", "index": 3}


def key(header, data=b"text"):
    return QueuedJob.of(Job(header, data, fresh=False)).key


@pytest.mark.parametrize(
    "change",
    [{"path": "b.txt"}, {"entries": [{"title": "t"}]}, {"holidays": []}, {"member": "x"}, {"recognised": {}}],
    ids=lambda change: "".join(change),
)
def test_what_is_read_otherwise_is_another_job(change):
    assert key(HEADER | change) != key(HEADER)


def test_other_content_is_another_job():
    assert key(HEADER, b"text!") != key(HEADER)


def test_its_place_in_a_load_does_not_matter():
    assert key(HEADER | {"index": 9, "position": 2}) == key(HEADER)


def test_a_worker_is_told_that_there_was_a_conversion_and_not_what_was_read_before_it():
    queued = QueuedJob.of(Job(HEADER | {"instead": {"rows": "much"}}, b"", fresh=True))
    assert queued.job.header["instead"] == {} and "much" not in queued.header
    assert queued.job.fresh and "index" not in queued.job.header


def test_rows_come_back_packed():
    rows = {"files": [{"path": "a.txt", "text": "全县\ud800\0"}]}
    answer = QueuedAnswer.of({"rows": rows, "titles": ["题"], "warnings": [], "noise": 0})
    assert answer.text.isascii()
    assert unpacked(answer.answer.pop("rows")) == rows
    assert answer.answer["titles"] == ["题"]


def test_bytes_and_errors_come_back_as_they_are():
    for given in ({"unpacked": [{"size": 2}], DATA: b"\0\xff"}, {"error": "TooSlow", "detail": "SIGXCPU"}):
        assert QueuedAnswer.of(given).answer == given


def version():
    """The version of the program, reckoned anew."""
    return program_version.__wrapped__()


def test_a_program_keeps_its_version():
    assert version() == version() == program_version()


def test_another_version_of_a_library_is_another_program(monkeypatch):
    before, known = version(), metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: known(name) + ("9" if name == "pypdfium2" else ""))
    assert version() != before


def test_a_program_that_was_not_installed_has_a_version(monkeypatch):
    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "requires", missing)
    assert version()
