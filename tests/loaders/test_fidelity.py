"""The same document in every format gives the same paragraphs, headings and numbers (run with -s for the table)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from loaders.registry import load
from loaders.structure.headings import marker_at, one_form
from loaders.structure.outline import LoadedFile
from tests.loaders.fixtures.blocks import documents
from tests.loaders.fixtures.make import FOLDER, WRITERS, fixtures

FORMATS = tuple(WRITERS)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader of the document sees: the paragraphs under their paths, the headings, the numbers in order."""

    paragraphs: tuple[tuple[tuple[str, ...], str], ...]
    headings: tuple[tuple[str, int], ...]
    numbers: tuple[str, ...]


def seen(file: LoadedFile) -> Seen:
    speeches = file.speeches
    lines = [line for line in file.text.split("\n") if line.strip()]
    marks = [(line, marker_at(one_form(line), 0)) for line in map(str.strip, lines)]
    return Seen(
        tuple(
            (tuple(h.text for h in p.path), "".join(file.text[p.start : p.end].split()))
            for s in speeches
            for p in s.paragraphs
        ),
        tuple((h.text, h.level) for s in speeches for h in s.headings),
        tuple(line[: mark.end] for line, mark in marks if mark),
    )


def share(expected: Sequence[object], got: Sequence[object]) -> float:
    """How much of what is expected stands at its place."""
    same = sum(a == b for a, b in zip(expected, got, strict=False))
    return same / max(len(expected), len(got), 1)


def read(name: str) -> LoadedFile:
    return load((FOLDER / name).read_bytes(), name)


def test_the_fixtures_are_as_the_script_makes_them() -> None:
    assert {path.name: path.read_bytes() for path in FOLDER.iterdir()} == fixtures()


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("name", documents())
def test_every_format_gives_the_same(name: str, suffix: str) -> None:
    if not (FOLDER / f"{name}.{suffix}").exists():
        return
    reference = seen(read(f"{name}.{'md' if name == 'table' else 'txt'}"))
    found = seen(read(f"{name}.{suffix}"))
    shares = {
        "paragraphs": share(reference.paragraphs, found.paragraphs),
        "headings": share(reference.headings, found.headings),
        "numbers": share(reference.numbers, found.numbers),
    }
    print(f"{name:7}{suffix:6}" + "".join(f"{what} {part:.1%}  " for what, part in shares.items()))
    assert shares == {"paragraphs": 1.0, "headings": 1.0, "numbers": 1.0}


def article(file: LoadedFile) -> str:
    """The text without what stands around it on a web page, which comes last."""
    around = [stretch.start for stretch in file.noise if stretch.reason == "navigation"]
    return file.text[: min(around, default=len(file.text))]


@pytest.mark.parametrize("name", documents())
@pytest.mark.parametrize("suffix", FORMATS)
def test_the_words_are_those_of_the_document(name: str, suffix: str) -> None:
    if not (FOLDER / f"{name}.{suffix}").exists():
        return
    printed = "".join("".join((b.text, *(cell for row in b.rows for cell in row))) for b in documents()[name])
    assert "".join(article(read(f"{name}.{suffix}")).split()) == "".join(printed.split())


@pytest.mark.parametrize("suffix", [suffix for suffix in FORMATS if suffix != "txt"])
def test_the_rows_of_tables_stand_under_their_headers(suffix: str) -> None:
    file = read(f"table.{suffix}")
    rows = [p.row for p in file.speeches[0].paragraphs if p.row]
    told = [[(c.header, file.text[c.start : c.end]) for c in row.cells] for row in rows]
    assert told[0] == [
        ("指标", "县域内就诊率"),
        ("2026年现状", "88.4%"),
        ("2027年目标", "90%以上"),
        ("责任单位", "县卫健局"),
    ]
    assert told[-1][1] == ("完成时限", "2027年10月底前")
    paths = [p.path[-1].text for p in file.speeches[0].paragraphs if p.row]
    assert paths[0] == "指标 | 2026年现状 | 2027年目标 | 责任单位"
