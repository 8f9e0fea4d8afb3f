"""Markdown is read as it is printed."""

from __future__ import annotations

from loaders.formats.markdown import Markdown


def lines(text: str) -> list[str]:
    return Markdown().load(text.encode()).text.splitlines()


def test_marks_of_emphasis_links_and_quotes_are_no_words() -> None:
    assert lines("# 题\n\n> **一要快。**要*准*，见[通知](http://x)和`码`。\n\n- 甲\n- 乙\n\n1. 丙\n2. 丁") == [
        "题", "一要快。要准，见通知和码。", "甲", "乙", "1.丙", "2.丁",
    ]  # fmt: skip


def test_a_line_is_a_paragraph_and_blanked_figures_stay() -> None:
    assert lines("# 题\n20**年，**市完成*个。\n第二段。") == ["题", "20**年，**市完成*个。", "第二段。"]


def test_headings_and_tables() -> None:
    source = Markdown().load(
        "# 题\n\n## 一、目标\n\n| 指标 | 2027年目标 |\n| --- | --- |\n| 就诊率 | 90% |\n| 托位 | **5**个 |\n".encode()
    )
    assert source.text == "题\n一、目标\n指标\t2027年目标\n就诊率\t90%\n托位\t5个\n"
    assert source.headings == ((0, 1), (2, 2))
    assert [[c.header for c in row.cells] for row in source.rows] == [
        [],
        ["指标", "2027年目标"],
        ["指标", "2027年目标"],
    ]
