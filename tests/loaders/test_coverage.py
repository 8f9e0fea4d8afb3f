"""Nothing is lost in silence: every character of a file is in its documents or told to be left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.errors import LoaderError
from loaders.registry import load
from loaders.structure.coverage import spans
from loaders.structure.outline import LoadedFile
from tests.loaders.outlines import sources

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests/loaders/fixtures"
FILES = [
    *(path for path in sorted(FIXTURES.rglob("*")) if path.is_file() and path.suffix not in (".py", ".pyc")),
    *sources(),
    *(path for path in sorted((ROOT / "corpus").iterdir()) if path.suffix != ".toml"),
    *sorted((ROOT.parent / "shared").glob("corpus/*.txt")),
    *(
        path
        for path in sorted((ROOT.parent / "shared").glob("documents/*.*"))
        if path.suffix not in (".jsonl", ".md")
    ),
]


def uncovered(file: LoadedFile) -> Iterator[str]:
    """The printed stretches that are in no head, heading, paragraph or header row and not left out."""
    held = bytearray(len(file.text))
    for start, end in (span for speech in file.speeches for span in spans(speech)):
        held[start:end] = b"\1" * (end - start)
    for one in file.noise:
        held[one.start : one.end] = b"\1" * (one.end - one.start)
    words = "".join("\n" if inside else c for c, inside in zip(file.text, held, strict=True))
    yield from re.findall(r"\S+", words)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_character_is_accounted_for(path: Path) -> None:
    try:
        file = load(path.read_bytes(), path.name)
    except LoaderError:  # it is told as a whole that the file is not read
        return
    assert list(uncovered(file)) == []
    assert [file.text[one.start : one.end] for one in file.noise if one.reason == "unplaced"] == []
