"""The text of corpus.toml: a fact is changed, all else stays as it was."""

import tomllib

import pytest

from loaders.errors import ManifestInvalid
from loaders.metadata.manifest_editing import renamed, with_fact, without_file
from loaders.metadata.metadata import PartialDate

TEXT = """# 说明
[[document]]
file = "a.txt"   # 甲
title = "旧"

# 乙的
[[document]]
file = "b.txt"
date = 2026
"""


def test_a_fact_is_changed_in_its_place():
    assert with_fact(TEXT, "a.txt", None, "title", "新") == TEXT.replace("旧", "新")


@pytest.mark.parametrize("value", ['引"号', "a\nb", "]]", "#"])
def test_any_value_is_read_back(value):
    entry = tomllib.loads(with_fact(TEXT, "c.txt", "篇二", "place", value))["document"][-1]
    assert entry == {"file": "c.txt", "part": "篇二", "place": value}


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (PartialDate(2027), "date = 2027\n"),
        (PartialDate(2027, 3), 'date = "2027-03"\n'),
        (PartialDate(2027, 3, 8), "date = 2027-03-08\n"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(date, written):
    assert with_fact("", "a.txt", None, "date", date).endswith(written)


def test_a_fact_is_taken_out():
    assert with_fact(TEXT, "a.txt", None, "title", None) == TEXT.replace('title = "旧"\n', "")
    assert with_fact(TEXT, "c.txt", None, "title", None) == TEXT


def test_entries_go_and_the_comments_of_others_stay():
    assert without_file(TEXT, "a.txt") == '# 说明\n# 乙的\n[[document]]\nfile = "b.txt"\ndate = 2026\n'
    assert without_file(TEXT, "c.txt") == TEXT
    assert tomllib.loads(without_file(without_file(TEXT, "a.txt"), "b.txt")) == {}


def test_a_header_within_a_string_is_not_taken_for_one():
    tricky = '[[document]]\nfile = "a.txt"\ntitle = """\n[[document]]\n"""\n'
    with pytest.raises(ManifestInvalid, match=r"manifest\.apart"):
        without_file(tricky, "a.txt")


def test_a_file_is_renamed():
    assert renamed(TEXT, "a.txt", "c.md") == TEXT.replace("a.txt", "c.md")


def test_a_text_that_is_no_toml_is_refused():
    with pytest.raises(ValueError):
        with_fact("[[document", "a.txt", None, "title", "新")
