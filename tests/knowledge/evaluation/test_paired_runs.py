"""Two runs on the same questions are compared."""

from pathlib import Path

import pytest

from knowledge.errors import RunInvalid
from knowledge.evaluation.paired_runs import Result, change_lines, compare, read_run, write_run


def result(id: str, rank: int, right: bool) -> Result:
    return Result(id, f"问{id}", rank, right, 0.5)


BEFORE = [
    result("a", 1, True),
    result("b", 3, False),
    result("c", 0, False),
    result("d", 2, False),
    result("e", 1, True),
]
AFTER = [
    result("a", 2, False),
    result("b", 1, True),
    result("c", 3, False),
    result("d", 4, False),
    result("f", 1, True),
]


def test_what_got_better_and_worse() -> None:
    changes = compare(BEFORE, AFTER)
    found = (changes.better, changes.worse, changes.up, changes.down)
    assert [[one.id for one in group] for group in found] == [["b"], ["a"], ["c"], ["d"]]
    assert next(change_lines(changes)) == "better 1  worse 1  up 1  down 1"


def test_a_run_compared_with_itself_has_not_changed() -> None:
    assert list(change_lines(compare(AFTER, AFTER))) == ["better 0  worse 0  up 0  down 0"]


def test_a_written_run_is_read_back(tmp_path: Path) -> None:
    write_run(tmp_path / "run", AFTER)
    assert read_run(tmp_path / "run") == AFTER


@pytest.mark.parametrize("text", ["{", "[1]", '{"id": 1}'])
def test_what_is_no_run_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "run").write_text(text, encoding="utf-8")
    with pytest.raises(RunInvalid):
        read_run(tmp_path / "run")
