"""`jianda load` as it is seen: lines when piped, and a watch that follows the folder until it is told to end."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from bot.cli.commands.service.watch import watch
from bot.cli.output import load_progress
from bot.cli.output.load_progress import LoadProgress
from bot.messages import CHINESE, ENGLISH
from bot.rendering.citations import cited
from knowledge.indexing.indexer import load
from knowledge.indexing.load_report import FileOutcome
from knowledge.knowledge_base import KnowledgeBase

ROOT = Path(__file__).parents[3]
FIXTURES = ROOT / "tests" / "loaders" / "fixtures"
SPEECH = "在全县会议上的讲话\n一、提高认识\n要快。\n"


def test_the_page_is_cited(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "plan.pdf").write_bytes((FIXTURES / "plan.pdf").read_bytes())
    load(tmp_path / "c", tmp_path / "k.db")
    answer = KnowledgeBase(tmp_path / "k.db").ask("医共体双向转诊平台什么时候上线").answers[0]
    assert answer.page == 1
    assert cited(answer, CHINESE).endswith("2.推进紧密型医共体提质，第1页")
    assert cited(answer, ENGLISH).endswith(", p. 1")


def test_a_terminal_sees_file_rate_and_place(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: True)
    monkeypatch.setattr(load_progress.sys, "stderr", screen)
    progress = LoadProgress(on_terminal=True)
    for done in range(3):
        progress.progress(done, 3)
        progress.told(FileOutcome(f"{done}.txt", "added"))
    progress.close()
    assert "个/秒" in screen.getvalue() and "2/3" in screen.getvalue() and "2.txt" in screen.getvalue()


def test_a_pipe_gets_a_line_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    progress = LoadProgress(on_terminal=False)
    progress.progress(0, 1)
    progress.told(FileOutcome("a.txt", "added", "题"))
    assert capsys.readouterr().out == "added      a.txt  题\n"


def test_a_folder_is_loaded_when_it_has_come_to_rest(tmp_path: Path) -> None:
    stop, seen = threading.Event(), []

    def note() -> None:
        seen.append(sorted(path.name for path in tmp_path.iterdir()))
        if len(seen) == 1:
            (tmp_path / "b.txt").write_text(SPEECH, encoding="utf-8")
        else:
            stop.set()

    (tmp_path / "a.txt").write_text(SPEECH, encoding="utf-8")
    watch(tmp_path, note, stop, seconds=0.01)
    assert seen == [["a.txt"], ["a.txt", "b.txt"]]


@pytest.mark.process
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_watch_follows_the_folder_and_ends_cleanly(tmp_path: Path, number: int) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text(SPEECH, encoding="utf-8")
    command = [sys.executable, "-m", "bot", "load", "--watch", "--corpus", str(corpus)]
    process = subprocess.Popen(
        [*command, "--database", str(tmp_path / "k.db")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout
    assert process.stdout.readline().startswith("正在留意")
    assert process.stdout.readline() == "added      a.txt  在全县会议上的讲话\n"
    process.stdout.readline()
    (corpus / "b.txt").write_text(SPEECH, encoding="utf-8")
    assert process.stdout.readline() == "added      b.txt  在全县会议上的讲话\n"
    time.sleep(0.1)
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err.count("Traceback")) == (0, 0)
    assert out.splitlines()[-1] == "不再留意文件夹（ended）"
