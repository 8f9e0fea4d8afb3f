"""In a real browser a page prints without what is only for a screen."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from bot.messages import CHINESE
from tests.bot.web.conftest import Room
from tests.bot.web.test_process import serving

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.process,
    pytest.mark.service,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine"),
]
SECONDS = 90


def browse(folder: Path, url: str, *options: str) -> None:
    """Lets the browser open a page."""
    command = [str(BROWSER), "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    command += [f"--user-data-dir={folder / 'profile'}", "--accept-lang=zh-CN"]
    subprocess.run([*command, *options, url], check=True, capture_output=True, timeout=SECONDS)


@pytest.fixture
def address(loaded: Path, tmp_path: Path):
    """The address of the room, served by a process of its own."""
    with serving(loaded / "corpus", tmp_path, "--listen", "127.0.0.1:0") as process:
        line = process.stdout.readline()
        yield line[line.index("http") :].partition("/（")[0]


def test_a_document_prints_without_the_navigation(room: Room, address, tmp_path):
    document = room.knowledge.documents()[0]
    printed = tmp_path / "print.pdf"
    browse(tmp_path, f"{address}/d/{document.id}", f"--print-to-pdf={printed}", "--no-pdf-header-footer")
    pages = pypdfium2.PdfDocument(printed)
    text = "".join(page.get_textpage().get_text_bounded() for page in pages)
    words = "".join(text.split())
    assert "".join(room.knowledge.text(document.id)[0].passage.split())[:15] in words
    assert CHINESE.web.file not in words and CHINESE.web.outline not in words
