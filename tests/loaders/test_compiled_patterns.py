"""What is read back of compiled patterns is what the standard library compiles, and a file that was bent does no harm."""

import json
import re
from pathlib import Path

import pytest

import knowledge.indexing.worker  # noqa: F401
from loaders import compiled_patterns
from loaders.compiled_patterns import PatternCodes, Source
from loaders.lazy_pattern import _PATTERNS

SOURCES = [("(?P<year>[0-9]{4})年", 0), ("a|b(?=c)", int(re.IGNORECASE)), ("[一-鿿]{2,}?(d)?", 0)]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "jianda"


def start(*sources: Source) -> list[re.Pattern[str]]:
    """What a program gets that starts, uses some patterns and ends."""
    codes = PatternCodes()
    patterns = [codes.pattern(source) for source in sources]
    codes.keep()
    return patterns


def forbid_compiling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled_patterns, "_code_of", lambda source: pytest.fail("compiled anew"))


def test_patterns_read_back_are_those_that_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [*SOURCES, *sorted({pattern.source for pattern in _PATTERNS})]
    assert len(sources) > 400
    start(*sources)
    forbid_compiling(monkeypatch)
    for ready, source in zip(start(*sources), sources, strict=True):
        expected = re.compile(*source)
        assert ready == expected  # text, flags and code
        assert (ready.groups, ready.groupindex) == (expected.groups, expected.groupindex)


def test_the_groups_of_a_pattern_read_back_have_their_names() -> None:
    for _ in range(2):
        year, *_ = start(*SOURCES)
        match = year.search("到2027年")
        assert match and (match["year"], match.lastgroup) == ("2027", "year")


def test_programs_with_different_patterns_keep_those_of_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    start(*SOURCES[:2])
    start(*SOURCES[1:])
    forbid_compiling(monkeypatch)
    assert start(*SOURCES) == [re.compile(*source) for source in SOURCES]


def test_other_flags_make_another_pattern() -> None:
    plain, either_case = ("a", 0), ("a", int(re.IGNORECASE))
    for _ in range(2):
        assert [bool(pattern.search("A")) for pattern in start(plain, either_case)] == [False, True]


def test_what_no_version_uses_any_more_goes_in_the_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled_patterns, "_MOST", 3)
    start(*SOURCES)
    start(("d", 0))
    (file,) = folder.iterdir()
    assert len(json.loads(file.read_text(encoding="utf-8"))) == 1


@pytest.mark.parametrize(
    "entry", ["[]", "7", '[32, "AQI=", 0, {}, [null]]', '[32, "/////w==", 0, {}, []]', '[32, "?", 0, [], []]']
)
def test_a_file_that_was_bent_is_not_used(folder: Path, entry: str) -> None:
    start(*SOURCES)
    (file,) = folder.iterdir()
    keys = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({key: json.loads(entry) for key in keys}), encoding="utf-8")
    for _ in range(2):
        assert start(*SOURCES) == [re.compile(*source) for source in SOURCES]


@pytest.mark.parametrize("text", ["[]", "7", "{", ""])
def test_a_file_that_is_no_table_is_not_used(folder: Path, text: str) -> None:
    start(*SOURCES)
    (file,) = folder.iterdir()
    file.write_text(text, encoding="utf-8")
    assert start(*SOURCES) == [re.compile(*source) for source in SOURCES]
