"""The bot holds no library that only the confined processes need, which read the files."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
READERS = (
    "openpyxl",
    "lxml",
    "PIL",
    "charset_normalizer",
    "selectolax",
    "pypdfium2",
    "xlrd",
    "markdown_it",
    "pypinyin",
)
LOOK = """
import sys
import bot.serving.run, bot.web.application
print(*sorted(set(sys.argv[1:]) & sys.modules.keys()))
"""


@pytest.mark.process
def test_what_reads_files_is_not_imported_by_the_bot():
    command = [sys.executable, "-c", LOOK, *READERS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.stdout.strip(), done.returncode) == ("", 0), done.stderr
