"""What is kept between starts is what was made, and a start that can keep nothing goes on without."""

from pathlib import Path

import pytest

from knowledge.lexicon import thesaurus
from loaders.cache_folder import cache_folder, kept_json


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "jianda"


def test_it_is_made_once_for_a_version() -> None:
    made = [kept_json("words", version, lambda version=version: {"a": version}) for version in "1121"]
    assert made == [{"a": "1"}, {"a": "1"}, {"a": "2"}, {"a": "1"}]
    assert kept_json("words", "1", lambda: pytest.fail("made anew")) == {"a": "1"}
    assert [path.name for path in cache_folder().iterdir()] == ["words-1.json"]


def test_a_damaged_file_is_made_anew(folder: Path) -> None:
    kept_json("words", "1", list)
    (folder / "words-1.json").write_text("[1,", encoding="utf-8")
    assert kept_json("words", "1", lambda: [2]) == kept_json("words", "1", list) == [2]


def test_where_nothing_can_be_kept_it_is_made_each_time(folder: Path) -> None:
    folder.write_text("no folder", encoding="utf-8")
    assert [kept_json("words", "1", lambda number=number: number) for number in (1, 2)] == [1, 2]


def test_the_thesaurus_that_is_kept_is_the_one_that_is_read() -> None:
    thesaurus.built_in.cache_clear()
    first = thesaurus.built_in()
    thesaurus.built_in.cache_clear()
    again = thesaurus.built_in()
    assert first is not again
    assert (again.table, again.words()) == (first.table, first.words())
    assert [again.variants(word) for word in ("大夫", "家庭医生")] == [
        first.variants(word) for word in ("大夫", "家庭医生")
    ]
    thesaurus.built_in.cache_clear()
