"""What LibreOffice makes of a document of ours is read as the document is: no sentence and no heading is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.round_trip import FORMATS, compared, round_trip
from loaders.registry import load

pytestmark = [
    pytest.mark.service,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here"),
]
SPEECH = Path(__file__).parents[2] / "corpus" / "linyi-eldercare-action-plan.txt"


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "docx"])
def test_every_sentence_and_heading_comes_back(form: str) -> None:
    wanted = load(SPEECH.read_bytes(), SPEECH.name)
    ((_, found),) = round_trip([SPEECH], form)
    for kind, expected, kept in compared(wanted, found):
        assert sorted(kept) == sorted(expected), kind
