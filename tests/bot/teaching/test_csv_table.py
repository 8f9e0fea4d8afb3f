"""The table of the teaching: any text comes back as it went, no cell is a formula, each bad row is named."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import TableUnreadable, explain
from bot.teaching.csv_table import HEADER, MOST_ROWS, exported, guarded, imported, read, unguarded, written
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.teaching.lessons import Edit, Revision, Synonym, Teaching
from tests.bot.cli.test_command_line import PLAN

CELL = st.text(max_size=40) | st.text(alphabet="=+-@'\t\r\n,\"健", max_size=8)


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory):
    folder = tmp_path_factory.mktemp("table")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "county-2027.txt").write_text(PLAN, encoding="utf-8")
    load(folder / "corpus", folder / "k.db")
    return KnowledgeBase(folder / "k.db")


@given(st.lists(st.lists(CELL, min_size=5, max_size=5), max_size=8))
def test_any_rows_come_back_as_they_went(rows):
    assert read(written([HEADER, *rows]))[1:] == rows


@given(CELL)
def test_no_cell_begins_like_a_formula(cell):
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unguarded(guarded(cell)) == cell


def test_an_apostrophe_of_the_writer_stays():
    assert unguarded("'十四五'") == "'十四五'" == unguarded(guarded("'十四五'"))


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;\r"])
def test_a_first_line_may_say_what_stands_between_the_cells(first):
    assert read(f"{first}\n类型;内容,一;对应\n".encode()) == [["类型", "内容,一", "对应"]]


@pytest.mark.parametrize("content", [b"PK\x03\x04...", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_a_workbook_is_refused_with_what_to_do(content):
    with pytest.raises(TableUnreadable) as refused:
        read(content)
    assert "另存为 CSV" in explain(refused.value)


def test_excel_knows_the_encoding():
    assert exported(Teaching()).startswith(b"\xef\xbb\xbf")


WORD = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Z", "C")), min_size=2, max_size=12)


@given(st.lists(st.tuples(WORD, WORD, st.booleans()).filter(lambda one: one[0] != one[1]), max_size=5))
def test_synonyms_come_back(knowledge, made):
    synonyms = {(said, meant): Synonym(said, meant, both) for said, meant, both in made}
    found = imported(exported(Teaching(synonyms=tuple(synonyms.values()))), knowledge)
    assert found.bad == () and found.revision.synonyms == tuple(synonyms.values())


def test_lessons_and_edits_come_back(knowledge):
    pair = knowledge.questions("中医药")[0]
    lesson = knowledge.lesson(["=公式", "+86问法", "'引号'"], pair.passage)
    words = knowledge.passage(pair.passage).passage[:6]
    edit = Edit(pair.id, pair.question, "改成这样", pair.passage, lesson.fingerprint, answer=words)
    teaching = Teaching((lesson,), (), (edit,))
    found = imported(exported(teaching), knowledge)
    assert found.bad == () and found.revision == Revision((lesson,), (), (edit,))
    assert found.revision.applied(Teaching()) == teaching


def test_each_bad_row_is_named_as_excel_counts(knowledge):
    rows = [
        HEADER,
        ("问答", "看病报多少", "", "", "所有乡镇卫生院设置中医馆"),
        ("", "", "", "", ""),
        ("问答", "", "", "", "所有乡镇卫生院设置中医馆"),
        ("问答", "看病报多少", "nowhere", "", ""),
        ("近义词", "卫健局", "卫健局", "", ""),
        ("近义词", "局", "卫健局", "", ""),
        ("近义词", "局" * 31, "卫健局", "", ""),
        ("改写", "没有的问题", "新问法", "", ""),
        ("图片",),
    ]
    found = imported(written(rows), knowledge)
    assert [(row.number, row.reason) for row in found.bad] == [
        (4, "empty"),
        (5, "passage"),
        (6, "same"),
        (7, "short"),
        (8, "long"),
        (9, "pair"),
        (10, "kind"),
    ]
    (lesson,) = found.revision.lessons
    assert lesson.questions == ("看病报多少",)


def test_words_that_stand_in_several_passages_choose_none(knowledge):
    found = imported(written([HEADER, ("问答", "什么时候", "", "", "2027年")]), knowledge)
    assert [row.reason for row in found.bad] == ["passage"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_it_is_read_as_excel_saves_it(knowledge, encoding):
    buffer = io.StringIO()
    csv.writer(buffer).writerows([HEADER, ("近义词", "大白房", "中医馆", "是", "")])
    found = imported(buffer.getvalue().encode(encoding), knowledge)
    assert found.revision.synonyms == (Synonym("大白房", "中医馆", True),)


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_it_is_read_with_the_separator_that_excel_chose(knowledge, separator):
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator).writerows([HEADER, ("近义词", "大白房", "中医馆", "", "")])
    assert imported(buffer.getvalue().encode(), knowledge).revision.synonyms == (Synonym("大白房", "中医馆"),)


def test_kinds_may_be_english(knowledge):
    rows = [("kind", "words", "target", "both", "text"), ("synonym", "大白房", "中医馆", "yes", "")]
    assert imported(written(rows), knowledge).revision.synonyms == (Synonym("大白房", "中医馆", True),)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "header"),
        ("姓名,电话\n王,1\n".encode(), "header"),
        (b"\xff\xfe\x00\x81", "damaged"),
        (written([HEADER] * (MOST_ROWS + 1)), "large"),
        (b"x" * (3 * 2**20), "large"),
    ],
)
def test_what_is_no_table_is_refused(knowledge, content, reason):
    with pytest.raises(TableUnreadable) as error:
        imported(content, knowledge)
    assert error.value.detail == reason


@given(st.binary(max_size=60))
def test_no_file_breaks_it(knowledge, content):
    try:
        imported(content, knowledge)
    except TableUnreadable as error:
        assert error.detail
