"""A big archive costs what its files cost; one file of it that kills the process takes no other with it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
from knowledge.indexing.unpacking import MOST, Unpacking
from loaders.isolation.sandbox import DATA
from loaders.isolation.workers import Job, Workers
from loaders.notes import Note
from tests.knowledge.conftest import PLAN
from tests.knowledge.indexing.test_archives import outcomes, packed

NAMES = [f"{number}.txt" for number in range(2_000)]


def unpacked_all(unpacking: Unpacking, deadly: Collection[str], most: int) -> tuple[dict[str, bytes], int]:
    """What comes out when a process dies of some files and gives at most so many at once; how often it was asked."""
    found: dict[str, bytes] = {}
    left: Unpacking | None = unpacking
    asked = 0
    while left:
        job, asked = left.job(), asked + 1
        names = job.header["unpack"]
        died = any(name in deadly for name in names)
        if died and (fewer := left.halved()):
            left = fewer
            continue
        contents = [name.encode() for name in names[:most]]
        answer = {"unpacked": [{"size": len(content)} for content in contents], DATA: b"".join(contents)}
        answer = {"unpacked": [{"error": "TooDemanding"}]} if died else answer
        for file, told in left.files(answer):
            found[file.header["member"]] = told["error"].encode() if told else file.data
        left = left.after(answer)
    return found, asked


@pytest.mark.parametrize("most", [10_000, 100, 7])
def test_every_file_comes_out_with_its_own_bytes(most: int) -> None:
    found, asked = unpacked_all(Unpacking(Job({}, b"", True), NAMES), (), most)
    assert found == {name: name.encode() for name in NAMES}
    assert asked <= 2 + len(NAMES) // min(most, MOST)


def test_a_file_that_kills_is_found_by_halving_and_fails_alone() -> None:
    deadly = {"700.txt", "1999.txt"}
    found, asked = unpacked_all(Unpacking(Job({}, b"", True), NAMES), deadly, 10_000)
    assert {name for name, content in found.items() if content == b"TooDemanding"} == deadly
    assert len(found) == len(NAMES) and asked < 60


def test_a_big_archive_needs_no_process_for_each_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "corpus").mkdir()
    entries = {f"{number}.txt": PLAN.replace("2027", str(1990 + number)).encode() for number in range(40)}
    (tmp_path / "corpus" / "all.zip").write_bytes(packed(entries))
    started: list[int] = []
    fork = Workers._fork
    monkeypatch.setattr(Workers, "_fork", lambda workers, fresh: started.append(1) or fork(workers, fresh))
    report = load(tmp_path / "corpus", tmp_path / "k.db")
    assert {outcome for outcome, _ in outcomes(report).values()} == {"added"} and len(report.files) == 40
    assert len(started) < 12  # one to list it, one to unpack it, one for each processor


def test_two_names_in_an_archive_that_lead_to_one_path_are_told(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    entries = {"a.txt": PLAN.encode(), "../a.txt": b"", "b.txt": PLAN.replace("50", "60").encode()}
    (tmp_path / "corpus" / "all.zip").write_bytes(packed(entries))
    report = load(tmp_path / "corpus", tmp_path / "k.db")
    assert outcomes(report) == {
        "all.zip/a.txt": ("added", ""),
        "all.zip/b.txt": ("added", ""),
        "all.zip": ("skipped", "Junk"),
    }
    assert [file.note for file in report.files if file.error] == [Note.of("Junk", names="../a.txt")]
