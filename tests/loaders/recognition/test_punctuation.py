"""Marks in Chinese lines are those of Chinese print; numbers, times and formulas keep theirs."""

import pytest

from loaders.recognition.punctuation import as_printed


@pytest.mark.parametrize(
    ("recognised", "printed"),
    [
        ("(2026年11月16日)", "（2026年11月16日）"),
        ("牵头单位:县卫健局;", "牵头单位：县卫健局；"),
        ("(一)加强领导,压实责任!", "（一）加强领导，压实责任！"),
        ("共有3,000人,8:30开始", "共有3,000人，8:30开始"),
        ("全市2026年完成1,", "全市2026年完成1,"),
        ("达到81%,比上年", "达到81%，比上年"),
        ("死亡率降到2.9%0;献血率15%o。", "死亡率降到2.9‰；献血率15‰。"),
        ("由38%0.5个百分点", "由38%0.5个百分点"),
        ("https://a.cn:80/b?c", "https://a.cn:80/b?c"),
    ],
)
def test_marks(recognised, printed):
    assert as_printed(recognised) == printed
