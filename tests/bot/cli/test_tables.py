"""Tables of a terminal, lines of a pipe, CSV."""

import csv
import io
import json

import pytest
from wcwidth import wcswidth

from bot.cli.output.tables import Column, csv_text, print_lines, print_reasons, tabbed, table
from bot.rendering.json import dump

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


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+86 0512", "-5%", "@SUM(1)", "\t=1", "\r=1"])
def test_no_cell_of_the_csv_is_a_formula(cell):
    text = csv_text(COLUMNS, [["2026-12-31", cell, ""]])
    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))[1][1] == "'" + cell


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x07", "\u202e", "\u2066", "\x9b", "\u200f"])
def test_nothing_that_disturbs_a_terminal_is_printed(hostile, capsys):
    print_lines([f"任务{hostile}一"])
    print_reasons([f"任务{hostile}一"])
    shown = "".join(capsys.readouterr())
    assert shown == f"任务\ufffd{hostile[1:]}一\n" * 2
    assert hostile not in tabbed([[f"甲{hostile}"]]) + table(COLUMNS, [["", f"甲{hostile}", ""]], 60)
    assert hostile not in dump({"task": hostile}) and json.loads(dump({"task": hostile})) == {"task": hostile}
