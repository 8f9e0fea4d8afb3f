"""A start does not import numpy for those who would only know its types, and who reckons with it still can."""

import subprocess
import sys
from pathlib import Path

import pytest

from loaders.hidden_library import hidden

ROOT = Path(__file__).parents[2]
START = """
import sys
import bot.cli.commands.asking.ask, knowledge.indexing.indexer, knowledge.indexing.worker
knowledge.indexing.worker.prepare_fresh()
assert "numpy" not in sys.modules
assert "openpyxl" in sys.modules and "sqlite_utils" in sys.modules
"""


def test_what_is_hidden_cannot_be_imported_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a_library_of_tests.py").write_text("known = True\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with hidden("a_library_of_tests"), pytest.raises(ImportError):
        import a_library_of_tests
    import a_library_of_tests

    with hidden("a_library_of_tests"):
        import a_library_of_tests as again
    assert again is a_library_of_tests and again.known
    del sys.modules["a_library_of_tests"]


READER = """
import sys
import knowledge.indexing.worker
assert sys.modules.keys().isdisjoint({"numpy", "openpyxl", "pypdfium2", "sqlite_utils"})
"""


@pytest.mark.process
def test_who_reads_plain_text_imports_no_library_of_other_formats() -> None:
    done = subprocess.run([sys.executable, "-c", READER], cwd=ROOT, capture_output=True, text=True)
    assert done.stderr == ""


@pytest.mark.process
def test_a_start_leaves_numpy_out() -> None:
    done = subprocess.run([sys.executable, "-c", START], cwd=ROOT, capture_output=True, text=True)
    assert done.stderr == ""
