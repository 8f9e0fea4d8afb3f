"""What is read back of compiled patterns is what the standard library compiles, and a file that was bent does no harm."""

import re
from pathlib import Path

import pytest

import knowledge.indexing.worker  # noqa: F401
from loaders import compiled_patterns
from loaders.compiled_patterns import compiled
from loaders.lazy_pattern import _PATTERNS

SOURCES = [("(?P<year>[0-9]{4})年", 0), ("a|b(?=c)", int(re.IGNORECASE)), ("[一-鿿]{2,}?(d)?", 0)]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "jianda"


def test_patterns_read_back_are_those_that_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [*SOURCES, *sorted({pattern.source for pattern in _PATTERNS})]
    assert len(sources) > 400
    compiled(sources)
    monkeypatch.setattr(compiled_patterns, "_code_of", lambda source: pytest.fail("compiled anew"))
    for ready, source in zip(compiled(sources), sources, strict=True):
        expected = re.compile(*source)
        assert ready == expected  # text, flags and code
        assert (ready.groups, ready.groupindex) == (expected.groups, expected.groupindex)


def test_the_groups_of_a_pattern_read_back_have_their_names() -> None:
    for _ in range(2):
        year, *_ = compiled(SOURCES)
        match = year.search("到2027年")
        assert match and (match["year"], match.lastgroup) == ("2027", "year")


def test_other_patterns_are_compiled_anew() -> None:
    compiled(SOURCES)
    assert compiled(SOURCES[:1]) == [re.compile(*SOURCES[0])]


@pytest.mark.parametrize(
    "bent", ["[]", "[1, 2, 3]", "[[32, [1, 2, 3], 0, {}, [null]], [], []]", "[[32, [-1], 0, {}, []], [], []]"]
)
def test_a_file_that_was_bent_is_not_used(folder: Path, bent: str) -> None:
    compiled(SOURCES)
    (file,) = folder.iterdir()
    file.write_text(bent, encoding="utf-8")
    assert compiled(SOURCES) == [re.compile(*source) for source in SOURCES]
