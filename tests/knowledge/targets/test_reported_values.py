"""Values that are reported, and when; what is asked for is none of them."""

import pytest

from knowledge.targets.reported_values import find_present_values
from loaders.metadata.metadata import PartialDate

BASE = PartialDate(2026, 3, 10)
REPORT, TASKS = ("一、肯定成绩",), ("二、抓好重点任务",)

VALUES = [
    ("去年，全县县域内就诊率达到88.5%。", REPORT, [("88.5%", 2025)]),
    ("2024年，县域内就诊率达到86%。", REPORT, [("86%", 2024)]),
    ("县域内就诊率达到88.5%，群众留下来了。", REPORT, [("88.5%", None)]),
    ("县域内就诊率由2020年的76.9%提高到88.1%。", REPORT, [("88.1%", None), ("76.9%", 2020)]),
    ("县域内就诊率从76.9%提高到88.1%，居民满意。", REPORT, [("88.1%", None)]),
    ("要把县域内就诊率由目前的88.1%提高到90%。", TASKS, [("88.1%", None)]),
    ("到2027年，县域内就诊率达到90%以上。", TASKS, []),
    ("去年，县域内就诊率达到X%。", REPORT, [(None, 2025)]),
    ("要确保县域内就诊率达到90%。", REPORT, []),
]


@pytest.mark.parametrize(("text", "section", "expected"), VALUES)
def test_reported_values_and_their_years(text, section, expected) -> None:
    found = list(find_present_values(text, section, BASE))
    assert [(one.value, one.year) for one in found] == expected
    assert all("县域内就诊率" in one.indicator and one.sentence == text for one in found)
