"""LibreOffice is used where it is, and kept on a short lead; here a script plays its part."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
from loaders.formats.doc.loader import NUMBERS_MISSING
from loaders.isolation import libreoffice

pytestmark = pytest.mark.fault

FIXTURES = Path(__file__).parents[1] / "fixtures"
PLAYS = """#!/bin/sh
echo "$@" > {log}
while [ "$1" != "--outdir" ]; do shift; done
mkdir -p "$2"
{then}
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which programs are found; no network need be cut off for a script."""
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(libreoffice, "_cuts_off", lambda: ("env",))
    (tmp_path / "bin").mkdir()
    return tmp_path


def install(folder: Path, then: str) -> None:
    program = folder / "bin" / "soffice"
    program.write_text(PLAYS.format(log=folder / "log", then=then), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_a_word_file_with_automatic_numbers_is_converted(installed: Path) -> None:
    install(installed, f'cp "{FIXTURES / "plan.pdf"}" "$2/document.docx"')
    (installed / "c").mkdir()
    (installed / "c" / "a.doc").write_bytes((FIXTURES / "numbered.doc").read_bytes())
    (outcome,) = load(installed / "c", installed / "k.db").files
    assert outcome.detail == "青汀县2027年卫生健康工作要点" and outcome.warnings == ()
    arguments = (installed / "log").read_text(encoding="utf-8")
    assert "-env:UserInstallation=file:///" in arguments and "--headless" in arguments


def test_when_it_fails_the_text_is_read_all_the_same(installed: Path) -> None:
    install(installed, 'echo broken > "$2/document.docx"; printf "PK\\003\\004broken" > "$2/document.docx"')
    (installed / "c").mkdir()
    (installed / "c" / "a.doc").write_bytes((FIXTURES / "numbered.doc").read_bytes())
    (outcome,) = load(installed / "c", installed / "k.db").files
    assert outcome.outcome == "added" and outcome.warnings == (NUMBERS_MISSING,)


def test_what_hangs_is_ended_with_all_that_it_started(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "WAIT", 0.5)
    install(installed, f"sleep 600 & echo $! > {installed / 'pid'}; wait")
    assert libreoffice.convert(b"x") is None
    child = int((installed / "pid").read_text(encoding="utf-8"))
    for _ in range(100):
        if not running(child):
            return
        time.sleep(0.05)
    raise AssertionError("it goes on")


def running(pid: int) -> bool:
    """Whether a process runs; one that has ended and is not yet waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").split()[2] != "Z"
    except OSError:
        return False


def test_without_a_way_to_cut_the_network_off_it_is_not_started(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(installed, "true")
    monkeypatch.setattr(libreoffice, "_cuts_off", tuple)
    assert libreoffice.convert(b"x") is None and not (installed / "log").exists()


def test_without_it_nothing_is_converted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert libreoffice.convert(b"x") is None
