"""`jianda web` serves the example documents on loopback until it is ended, and says so when the port is taken."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

pytestmark = pytest.mark.process
ROOT = Path(__file__).parents[3]
SECONDS = 60


@contextmanager
def serving(corpus: Path, folder: Path, *options: str):
    """The process over some documents."""
    command = [sys.executable, "-m", "bot", "web", "--corpus", str(corpus), *options]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_newcomer_sees_the_documents_with_one_command(loaded, tmp_path):
    with serving(loaded / "corpus", tmp_path, "--listen", "127.0.0.1:0") as process:
        url = re.findall(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())[0]
        page = httpx.get(url, trust_env=False)
        assert page.status_code == 200 and "/d/" in page.text
        with serving(loaded / "corpus", tmp_path, "--listen", url.split("/")[2]) as other:
            assert other.wait(SECONDS) == 1
            assert "--listen" in other.stderr.read()
        process.send_signal(signal.SIGTERM)
        assert process.wait(SECONDS) in (0, -signal.SIGTERM)
        assert "Traceback" not in process.stderr.read()


def test_an_address_that_is_none_is_refused(loaded, tmp_path):
    with serving(loaded / "corpus", tmp_path, "--listen", "nowhere") as process:
        assert process.wait(SECONDS) == 1
        assert "127.0.0.1:8321" in process.stderr.read()
