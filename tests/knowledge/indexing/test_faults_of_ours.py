"""What fails after a file was read is told as a fault of the program, not of the file."""

import pytest

from knowledge.indexing import worker

JOB = {"path": "plan.txt", "entries": [], "holidays": []}
PLAN = "澄原县2027年卫生健康工作要点\n一、主要任务\n新增普惠托位280个。\n".encode()


def test_a_fault_in_what_is_made_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise IndexError("beyond the sentence")

    monkeypatch.setattr(worker, "annotate", broken)
    answer = worker.work(dict(JOB), PLAN)
    assert answer["note"] == ["DamagedFile.analysis", {"name": "IndexError"}]
