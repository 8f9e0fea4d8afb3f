"""A lazy pattern is compiled when it is first used, finds what a compiled one finds, and none is broken."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from loaders.compiled_patterns import PatternCodes, Source
from loaders.lazy_pattern import _PATTERNS, any_of, lazy_pattern

ROOT = Path(__file__).parents[2]


def test_a_pattern_is_compiled_once_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    compile_pattern = PatternCodes.pattern

    def noted(codes: PatternCodes, source: Source) -> re.Pattern[str]:
        compiled.append(source)
        return compile_pattern(codes, source)

    monkeypatch.setattr(PatternCodes, "pattern", noted)
    digits = lazy_pattern(r"(?P<year>\d{4})年", re.IGNORECASE)
    assert (digits.pattern, compiled) == (r"(?P<year>\d{4})年", [])
    match = digits.search("到2027年")
    assert match and match["year"] == "2027"
    assert [digits.sub("", "2027年底"), digits.findall("2027年"), digits.groups] == ["底", ["2027"], 1]
    assert compiled == [(r"(?P<year>\d{4})年", int(re.IGNORECASE))]


def test_it_has_nothing_that_a_pattern_lacks() -> None:
    with pytest.raises(AttributeError):
        lazy_pattern("a").replace  # type: ignore[attr-defined]  # noqa: B018


def test_every_pattern_of_the_program_can_be_compiled() -> None:
    for package in ("loaders", "knowledge", "bot"):
        for path in sorted((ROOT / package).rglob("*.py")):
            if "lazy_pattern" in path.read_text(encoding="utf-8"):
                import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    patterns = list(_PATTERNS)
    assert len(patterns) > 100
    for pattern in patterns:
        assert pattern.groups >= 0, pattern.pattern


@pytest.mark.parametrize("text", ("多少钱", "几时", "几", "钱"))
def test_any_of_some_patterns_stands_where_one_of_them_does(text: str) -> None:
    patterns = [lazy_pattern("^几|时$"), lazy_pattern("多(?=少)")]
    assert bool(any_of(patterns).search(text)) is any(pattern.search(text) for pattern in patterns)
