"""3, 3.1 and 3.1.2 are headings where they make a series, and figures elsewhere."""

from __future__ import annotations

import pytest

from loaders.registry import load

TEXT = "各单位要按照时间节点有序推进，确保各项任务落到实处、见到成效。\n"


def headings(text: str) -> list[tuple[int, str]]:
    (speech,) = load(f"应急预案\n为做好应急工作，制定本预案。\n{text}".encode(), "a.txt").speeches
    return [(one.level, one.text) for one in speech.headings]


def test_a_plan_with_decimal_numbers() -> None:
    text = f"1 总则\n1.1 编制目的\n{TEXT}1.2 依据\n{TEXT}2组织体系\n2.1领导机构\n2.1.1 指挥部\n{TEXT}3附则\n{TEXT}"
    assert headings(text) == [
        (1, "1 总则"),
        (2, "1.1 编制目的"),
        (2, "1.2 依据"),
        (1, "2组织体系"),
        (2, "2.1领导机构"),
        (3, "2.1.1 指挥部"),
        (1, "3附则"),
    ]


def test_decimals_below_chapters_and_dotted_numbers() -> None:
    assert headings(f"第一章 总则\n1.1 目的\n{TEXT}1.2 依据\n{TEXT}") == [
        (1, "第一章 总则"),
        (2, "1.1 目的"),
        (2, "1.2 依据"),
    ]
    assert headings(f"1.总则\n1.1 目的\n{TEXT}1.2 依据\n{TEXT}") == [
        (1, "1.总则"),
        (2, "1.1 目的"),
        (2, "1.2 依据"),
    ]


@pytest.mark.parametrize(
    "line", ["3.2人负责一个村", "1.5%的资金用于培训", "3个乡镇完成任务", "2.4亿元年内到位", "3.1材料要齐全"]
)
def test_figures_are_none(line: str) -> None:
    assert headings(f"{TEXT}{line}\n{TEXT}") == []
