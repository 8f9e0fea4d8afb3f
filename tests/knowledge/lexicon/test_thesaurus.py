"""What people say leads to what documents write."""

import tomllib
from importlib.resources import files

import pytest

from knowledge.errors import ThesaurusInvalid
from knowledge.lexicon.thesaurus import WEIGHTS, Thesaurus, Variant, built_in, read, version

FILES = sorted((files("knowledge") / "data" / "thesaurus").iterdir(), key=lambda f: f.name)


def test_variants_come_best_first_and_opposites_never() -> None:
    entries = [("涨", Variant("增长", 0.5)), ("涨", Variant("提高", 1.0)), ("涨", Variant("下降", 1.0))]
    thesaurus = Thesaurus(entries, [("涨", "下降")])
    assert thesaurus.variants("涨") == (Variant("提高", 1.0), Variant("增长", 0.5))
    assert thesaurus.variants("跌") == ()


def test_the_longest_stretch_is_found_at_each_place() -> None:
    thesaurus = Thesaurus([("看病", Variant("就医", 1.0)), ("看病贵", Variant("医药费用", 1.0))])
    assert list(thesaurus.find("怎么解决看病贵")) == [(4, 7)]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("看病贵", "医药费用负担"),
        ("大夫", "医师"),
        ("娃", "儿童"),
        ("缺人", "人才匮乏"),
        ("医共体", "县域医共体"),
        ("县域医共体", "医共体"),
    ],
)
def test_the_field_is_covered(said: str, written: str) -> None:
    assert written in [variant.words for variant in built_in().variants(said)]


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_the_data_is_well_formed(file) -> None:  # type: ignore[no-untyped-def]
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    assert set(table) <= {"colloquial", "synonyms", "abbreviation", "opposite"}
    assert all(row.get("weight", "same") in WEIGHTS for rows in table.values() for row in rows)


def test_the_version_tells_the_data() -> None:
    assert version() == version() and len(version()) == 8


def test_a_word_stands_for_another_in_one_entry_alone() -> None:
    care = {"colloquial": [{"say": ["瞧病", "看病"], "mean": ["就诊", "就医"], "weight": "near"}]}
    again = {"synonyms": [{"terms": ["住院", "入院"]}, {"terms": ["就医", "看病"]}]}
    with pytest.raises(ThesaurusInvalid) as error:
        read({"care.toml": care, "again.toml": again})
    assert (error.value.word, error.value.other) == ("看病", "就医")
    assert error.value.places == "care.toml [[colloquial]] 1 · again.toml [[synonyms]] 2"


def test_the_same_words_both_ways_are_two_entries() -> None:
    ways = {"colloquial": [{"say": ["瞧病"], "mean": ["就诊"]}, {"say": ["就诊"], "mean": ["瞧病"]}]}
    assert read({"care.toml": ways}).variants("就诊") == (Variant("瞧病", 1.0),)


def test_no_file_is_named_after_a_round_of_work() -> None:
    assert [file.name for file in FILES if any(sign.isdigit() for sign in file.name)] == []
