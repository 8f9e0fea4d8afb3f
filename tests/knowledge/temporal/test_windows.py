"""Windows of days in plain words."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.temporal.windows import DateRange, in_any_year, window_of, window_spans
from tests.clock import TODAY
from tests.knowledge.filtered import PIECES

# What is written, the first and the last day, counted from Sunday 22 November 2026; - is open.
TABLE = """
2027-03 2027-03-01 2027-03-31
2027/3 2027-03-01 2027-03-31
2027.3 2027-03-01 2027-03-31
12.5 2026-12-05 2026-12-05
12-05 2026-12-05 2026-12-05
12.5前 2026-11-22 2026-12-05
12.5-12.20 2026-12-05 2026-12-20
下下月 2027-01-01 2027-01-31
本季度末 2026-10-01 2026-12-31
季度末前 2026-11-22 2026-12-31
十天内 2026-11-22 2026-12-02
今天 2026-11-22 2026-11-22
明天 2026-11-23 2026-11-23
后天 2026-11-24 2026-11-24
本周 2026-11-16 2026-11-22
这周 2026-11-16 2026-11-22
下周 2026-11-23 2026-11-29
下周三 2026-11-25 2026-11-25
本月 2026-11-01 2026-11-30
下月 2026-12-01 2026-12-31
下个月 2026-12-01 2026-12-31
上个月 2026-10-01 2026-10-31
月底前 2026-11-22 2026-11-30
本季度 2026-10-01 2026-12-31
这个季度 2026-10-01 2026-12-31
下季度 2027-01-01 2027-03-31
上季度 2026-07-01 2026-09-30
第三季度 2026-07-01 2026-09-30
一季度 2027-01-01 2027-03-31
上半年 2026-01-01 2026-06-30
下半年 2026-07-01 2026-12-31
明年上半年 2027-01-01 2027-06-30
今年 2026-01-01 2026-12-31
明年 2027-01-01 2027-12-31
2025年 2025-01-01 2025-12-31
2025 2025-01-01 2025-12-31
二〇二六年 2026-01-01 2026-12-31
2027年3月 2027-03-01 2027-03-31
2027年第四季度 2027-10-01 2027-12-31
3月 2027-03-01 2027-03-31
10月 2026-10-01 2026-10-31
12月份 2026-12-01 2026-12-31
12月中旬 2026-12-11 2026-12-20
10月底前 2026-01-01 2026-10-31
12月10日前 2026-11-22 2026-12-10
年底前 2026-11-22 2026-12-31
年内 2026-11-22 2026-12-31
到2027年 2026-11-22 2027-12-31
2025年底前 2025-01-01 2025-12-31
春节前 2026-11-22 2027-02-05
未来30天 2026-11-22 2026-12-22
30天内 2026-11-22 2026-12-22
30天 2026-11-22 2026-12-22
两周内 2026-11-22 2026-12-06
三个月内 2026-11-22 2027-02-22
2026年3月到6月 2026-03-01 2026-06-30
3-6月 2026-03-01 2026-06-30
2026-03-01到2026-06-30 2026-03-01 2026-06-30
2026年7月1日至8月31日 2026-07-01 2026-08-31
今年到2027年 2026-01-01 2027-12-31
本月到下月 2026-11-01 2026-12-31
从2027年起 2027-01-01 -
从明天起 2026-11-23 -
下季度起 2027-01-01 -
下季度前 2026-11-22 2027-03-31
2027起 2027-01-01 -
2026年12月以后 2027-01-01 -
“十五五” 2026-01-01 2030-12-31
"""


def day(written):
    return None if written == "-" else dt.date.fromisoformat(written)


@pytest.mark.parametrize("row", TABLE.split("\n")[1:-1])
def test_the_window_of_a_phrase(row):
    phrase, since, until = row.split()
    assert window_of(phrase, TODAY) == DateRange(day(since), day(until))
    assert window_spans(phrase) == [(0, len(phrase))]


@pytest.mark.parametrize(
    "text", ["医共体", "12.5%", "1.5-2", "三年行动计划", "尽快", "20xx年", "120", "每月", ""]
)
def test_what_is_no_window(text):
    assert window_of(text, TODAY) is None


@pytest.mark.parametrize(
    ("phrase", "inside", "outside"),
    [
        ("历年10月", "2020-10-31", "2020-11-01"),
        ("历年10月底前", "2019-10-01", "2026-09-30"),
        ("各年上半年", "2031-06-30", "2031-07-01"),
    ],
)
def test_a_part_of_a_year_may_be_of_any_year(phrase, inside, outside):
    window = window_of(phrase, TODAY)
    assert window.holds(day(inside)) and not window.holds(day(outside))


def test_only_a_part_of_a_year_can_be_of_any_year():
    assert in_any_year("10月底前") == "历年10月底前"
    assert [in_any_year(phrase) for phrase in ("2026年10月", "本月", "30天内", "历年10月")] == [""] * 4


TEXTS = st.text() | st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@settings(deadline=None)
@given(TEXTS, st.dates(dt.date(2016, 1, 1), dt.date(2039, 1, 1)))
def test_no_text_breaks_it_and_no_window_ends_before_it_begins(text, today):
    for start, end in window_spans(text):
        assert 0 <= start < end <= len(text)
    window = window_of(text, today)
    assert window is None or window.since is None or window.until is None or window.since <= window.until
