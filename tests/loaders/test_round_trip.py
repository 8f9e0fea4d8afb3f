"""What LibreOffice makes of the example corpus is read as the corpus is: no sentence and no heading is lost."""

from __future__ import annotations

import shutil

import pytest

from benchmarks.round_trip import CORPUS, FORMATS, compared, round_trip
from loaders.registry import load

pytestmark = [
    pytest.mark.service,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here"),
]
TEXTS = sorted(CORPUS.glob("*.txt"))


@pytest.mark.parametrize("form", FORMATS)
def test_every_sentence_and_heading_comes_back(form: str) -> None:
    """One start of LibreOffice converts all texts; it is ended when it takes too long."""
    for path, found in round_trip(TEXTS, form):
        wanted = load(path.read_bytes(), path.name)
        for kind, expected, kept in compared(wanted, found):
            assert expected and sorted(kept) == sorted(expected), (path.name, kind)
