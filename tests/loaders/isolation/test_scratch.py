"""Copies that a crash left behind go at the next start; those in use, and what is not ours, stay."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from loaders.isolation.scratch import PREFIX, remove_abandoned, scratch_folder

CRASHING = """
import os
from loaders.isolation.scratch import scratch_folder
with scratch_folder() as folder:
    (folder / "copy.txt").write_text("copy")
    print(folder, flush=True)
    os._exit(9)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def crashed(temporary: Path) -> Path:
    environment = {**os.environ, "TMPDIR": str(temporary)}
    command = [sys.executable, "-c", CRASHING]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, cwd=Path(__file__).parents[3]
    )
    return Path(done.stdout.strip())


def test_what_a_crash_left_is_removed_and_what_is_in_use_stays(temporary: Path) -> None:
    left = crashed(temporary)
    assert (left / "copy.txt").exists()
    with scratch_folder() as folder:
        assert not left.exists()
        remove_abandoned()
        assert folder.is_dir()
    assert not folder.exists()


def test_what_bears_no_lock_goes_after_a_day(temporary: Path) -> None:
    young, old = temporary / f"{PREFIX}young", temporary / f"{PREFIX}old"
    for folder in (young, old):
        folder.mkdir()
    os.utime(old, (time.time() - 90_000,) * 2)
    remove_abandoned()
    assert young.exists() and not old.exists()


def test_nothing_else_is_touched(temporary: Path) -> None:
    elsewhere = temporary / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "in-use").touch()
    (temporary / f"{PREFIX}link").symlink_to(elsewhere)
    (temporary / f"{PREFIX}file").touch()
    remove_abandoned()
    assert sorted(path.name for path in temporary.iterdir()) == [
        "elsewhere",
        f"{PREFIX}file",
        f"{PREFIX}link",
    ]
    assert (elsewhere / "in-use").exists()
