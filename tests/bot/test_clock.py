"""The clock: the day is that of its zone; a fixed day stands still while the hours go on."""

import datetime as dt
import time
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock

NIGHT = dt.datetime(2026, 11, 22, 23, 30, tzinfo=dt.UTC).timestamp()


@pytest.mark.parametrize(
    ("zone", "day"),
    [("UTC", 22), ("Asia/Shanghai", 23), ("America/Los_Angeles", 22), ("Pacific/Auckland", 23)],
)
def test_the_day_is_that_of_the_zone(zone, day):
    clock = Clock(ZoneInfo(zone), source=lambda: NIGHT)
    assert clock.today() == dt.date(2026, 11, day) == clock.now().date()
    assert clock.seconds() == NIGHT


def test_a_fixed_day_stands_while_the_hours_go_on():
    now = [NIGHT]
    clock = Clock(ZoneInfo("Asia/Shanghai"), dt.date(2030, 1, 2), lambda: now[0])
    assert clock.now().isoformat() == "2030-01-02T07:30:00+08:00"
    now[0] += 3600
    assert clock.now().isoformat() == "2030-01-02T08:30:00+08:00" and clock.today() == dt.date(2030, 1, 2)
    assert dt.datetime.fromtimestamp(clock.seconds(), clock.zone) == clock.now()


def test_by_itself_it_goes_with_the_machine():
    before = time.time()
    moment = Clock(dt.UTC).seconds()
    assert before - 1 <= moment <= time.time() + 1  # to the microsecond, rounded
