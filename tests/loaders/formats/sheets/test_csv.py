"""Text in columns is a table in any encoding and with any usual delimiter; running text never is."""

from __future__ import annotations

import pytest

from loaders.registry import choose

ROWS = [
    ["任务", "责任单位", "完成时限"],
    ["建成驿站", "县卫健局", "6月底前"],
    ["开展巡讲", "县疾控中心", "9月底前"],
]


def table(delimiter: str = ",", title: str = "") -> str:
    return "\n".join([*([title] if title else []), *(delimiter.join(row) for row in ROWS)])


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_columns_are_known_in_any_encoding(delimiter: str, encoding: str) -> None:
    data = table(delimiter, "青山县任务清单" + 2 * delimiter).encode(encoding)
    source = choose(data).load(data)
    rows = [[source.text[c.start : c.end] for c in row.cells] for row in source.rows if row.cells]
    assert choose(data).name == "csv" and rows == ROWS[1:]
    assert source.text.splitlines()[0] == "青山县任务清单"


def test_a_quoted_value_may_hold_the_delimiter_and_line_breaks() -> None:
    data = (table() + '\n"改造,\n扩建",县医院,年底前').encode()
    assert "改造, 扩建\t县医院\t年底前" in choose(data).load(data).text


@pytest.mark.parametrize(
    "words",
    [
        "一、总体要求\n各级要提高认识, 抓好落实, 确保实效。\n年底前完成建设任务。\n",
        "同志们：\n今天的会议很重要，大家要认真落实，不打折扣，不搞变通。\n散会。\n",
        "甲,乙\n丙,丁\n",
        "# 任务\n\na,b,c\nd,e,f\n",
    ],
)
def test_running_text_is_no_table(words: str) -> None:
    assert choose(words.encode()).name != "csv"
