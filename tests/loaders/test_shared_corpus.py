"""The real speeches beside the project; skipped where they are absent."""

import itertools
from pathlib import Path

import pytest

from loaders.metadata.manifest import read_manifest
from loaders.registry import load
from loaders.structure.outline import LoadedFile

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the real speeches are not here")


@pytest.fixture(scope="module")
def files() -> dict[str, LoadedFile]:
    manifest = read_manifest(CORPUS)
    return {p.name[:3]: load(p.read_bytes(), p.name, manifest) for p in sorted(CORPUS.glob("*.txt"))}


def test_five_speeches_in_three_files(files: dict[str, LoadedFile]) -> None:
    assert [len(file.speeches) for file in files.values()] == [1, 3, 1]


def test_sections_of_the_first(files: dict[str, LoadedFile]) -> None:
    headings = files["000"].speeches[0].headings
    assert [h.text[:2] for h in headings if h.level == 1] == ["一、", "二、", "三、"]
    second = [h for h in headings if h.level == 2 and h.text[0] == "（"]
    assert [h.text[1] for h in second] == list("一二三四五六七八九十")


def test_every_sentence_stands_in_one_paragraph_with_its_path(files: dict[str, LoadedFile]) -> None:
    for file in files.values():
        spans = [s for speech in file.speeches for p in speech.paragraphs for s in p.sentences]
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
        first = next(h for h in file.speeches[0].headings)
        inside = [p for p in file.speeches[0].paragraphs if p.start > first.end]
        assert all(p.path or file.text[p.start : p.start + 3] == "同志们" for p in inside)


def test_the_text_is_whole(files: dict[str, LoadedFile]) -> None:
    """Nothing but headings, titles and noise is left out of the sentences."""
    for file in files.values():
        kept = sum(
            s.end - s.start for speech in file.speeches for p in speech.paragraphs for s in p.sentences
        )
        assert kept > 0.93 * len("".join(file.text.split()))
