"""When reminders come: over days, weeks, and clocks that are put forward and back."""

import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.state.chats.schedule import LONGEST_GAP, Schedule

SHANGHAI, BERLIN, UTC = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin"), dt.UTC
DAY = dt.timedelta(days=1)


def at(text, zone=SHANGHAI):
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone)


def test_the_days_between_are_those_whose_time_has_come():
    schedule = Schedule(at=dt.time(9))
    assert schedule.days_between(at("2026-11-20 09:00"), at("2026-11-22 08:59"), SHANGHAI) == [
        dt.date(2026, 11, 21)
    ]
    assert schedule.days_between(at("2026-11-20 08:59"), at("2026-11-20 09:00"), SHANGHAI) == [
        dt.date(2026, 11, 20)
    ]
    assert schedule.days_between(at("2026-11-20 09:00"), at("2026-11-20 09:00"), SHANGHAI) == []
    assert schedule.days_between(at("2026-11-22 09:00"), at("2026-11-20 09:00"), SHANGHAI) == []


def test_the_time_is_that_of_the_office():
    nine = at("2026-11-22 01:00", UTC)
    assert Schedule().days_between(nine - dt.timedelta(seconds=1), nine, SHANGHAI) == [dt.date(2026, 11, 22)]


def test_a_digest_falls_on_its_weekday():
    monday = Schedule(weekdays=(0,))
    assert monday.days_between(at("2026-11-16 10:00"), at("2026-11-30 09:00"), SHANGHAI) == [
        dt.date(2026, 11, 23),
        dt.date(2026, 11, 30),
    ]
    assert monday.next_day(at("2026-11-23 09:00"), SHANGHAI) == dt.date(2026, 11, 30)
    assert monday.next_day(at("2026-11-23 08:59"), SHANGHAI) == dt.date(2026, 11, 23)


def test_a_time_that_the_clocks_skip_comes_an_hour_later():
    schedule = Schedule(at=dt.time(2, 30))  # on 29 March 2026 Berlin goes from 2:00 to 3:00
    (day,) = schedule.days_between(at("2026-03-28 12:00", UTC), at("2026-03-29 12:00", UTC), BERLIN)
    assert schedule.moment(day, BERLIN).astimezone(UTC) == at("2026-03-29 01:30", UTC)


def test_a_time_that_comes_twice_counts_once():
    schedule = Schedule(at=dt.time(2, 30))  # on 25 October 2026 Berlin has 2:30 twice
    first, second = at("2026-10-25 00:30", UTC), at("2026-10-25 01:30", UTC)
    assert schedule.days_between(first - DAY / 2, first, BERLIN) == [dt.date(2026, 10, 25)]
    assert schedule.days_between(first, second + DAY / 4, BERLIN) == []


MINUTES = st.integers(0, 200 * 24 * 60)


@given(
    st.lists(MINUTES, min_size=2, max_size=12),
    st.integers(0, 1439),
    st.sampled_from([(), (0,), (3, 4), (1, 6)]),
)
def test_however_time_is_cut_each_day_comes_in_exactly_one_piece(minutes, minute, weekdays):
    schedule = Schedule(weekdays=weekdays, at=dt.time(*divmod(minute, 60)))
    start = at("2026-01-01 00:00", UTC)
    cuts = [start + dt.timedelta(minutes=one) for one in sorted(minutes)]
    whole = all(b - a <= LONGEST_GAP for a, b in pairwise(cuts))
    pieces = [day for a, b in pairwise(cuts) for day in schedule.days_between(a, b, BERLIN)]
    days = [start.date() - DAY + number * DAY for number in range(203)]
    fitting = [
        day
        for day in days
        if schedule.falls_on(day) and cuts[0] < schedule.moment(day, BERLIN).astimezone(UTC) <= cuts[-1]
    ]
    assert set(pieces) <= set(fitting) and len(pieces) == len(set(pieces))
    assert not whole or pieces == fitting


def test_after_a_long_time_it_looks_back_no_further():
    days = Schedule().days_between(at("2020-01-01 00:00"), at("2026-11-22 09:00"), SHANGHAI)
    assert days[-1] == dt.date(2026, 11, 22) and len(days) == LONGEST_GAP.days
