"""Tables of a terminal, lines of a pipe, CSV."""

import csv
import io

import pytest
from wcwidth import wcswidth

from bot.cli.output.tables import Column, csv_text, tabbed, table

COLUMNS = (Column("日期", width=10), Column("任务", share=2), Column("文件", share=1))
ROWS = [
    ["2026-12-31", "县域医共体全部建成，药品目录、检查结果在各成员单位之间互认" * 2, "《工作要点》"],
    ["2027-01-01", "AED 投放 70 台", "《在全市卫生健康工作会议上的讲话》"],
]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_table_is_no_wider_than_its_terminal(width):
    assert max(map(wcswidth, table(COLUMNS, ROWS, width).split("\n"))) <= width


def test_columns_stand_under_their_headings_whatever_the_characters():
    rule, *lines = table(COLUMNS, ROWS, 80).split("\n")[1:]
    second = len(rule.split("  ")[0]) + 2
    starts = [line for line in lines if line.startswith("202")]
    assert [
        wcswidth(line[: line.index(task)]) for line, task in zip(starts, ("县域", "AED"), strict=True)
    ] == [second] * 2


def test_what_looks_like_a_number_stays_as_it_is():
    assert "0012" in table((Column("编号", width=10),), [["0012"]], 40)


def test_lines_have_a_tab_between_cells_and_no_other():
    assert tabbed([["甲\t乙", "丙\n丁"], ["", "戊"]]) == "甲 乙\t丙 丁\n\t戊"


def test_csv_keeps_what_a_cell_holds():
    rows = [["2026-12-31", '“三高”，\n"共管"', ""]]
    text = csv_text(COLUMNS, rows)
    assert text.startswith("\ufeff日期,任务,文件\r\n")
    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))[1:] == rows
