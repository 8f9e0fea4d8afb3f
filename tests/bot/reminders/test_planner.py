"""What is due to be told: of each deadline the nearest stage that it has reached, once."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from bot.reminders.planner import next_reminder, plan
from bot.state.chats.schedule import Schedule
from tests.bot.reminders.due import due
from tests.clock import TODAY

ZONE = ZoneInfo("Asia/Shanghai")
SCHEDULE = Schedule()
WEEKLY = Schedule(weekdays=(TODAY.weekday(),))


def moment(days=0, hour=9, minute=0):
    return dt.datetime.combine(TODAY + dt.timedelta(days=days), dt.time(hour, minute), ZONE)


def told(found, schedule=SCHEDULE, since=-1, now=0, before=()):
    planned = plan(schedule, found, before, (moment(since), moment(now)), ZONE)
    return [occasion.key.split(":", 1)[1] for occasion in planned.occasions] if planned else []


@pytest.mark.parametrize(
    ("days", "stage"),
    [(31, None), (30, 30), (29, 30), (8, 30), (7, 7), (2, 7), (1, 1), (0, None), (-1, None)],
)
def test_the_nearest_stage_that_was_reached(days, stage):
    day = (TODAY + dt.timedelta(days=days)).isoformat()
    assert told([due(days)]) == ([] if stage is None else [f"{day}:{stage}"])


def test_what_was_told_is_not_told_again():
    planned = plan(SCHEDULE, [due(7)], (), (moment(-1), moment()), ZONE)
    before = [occasion.key for occasion in planned.occasions]
    assert told([due(7)], before=before) == []
    assert len(told([due(7), due(1, "印发清单")], before=before)) == 1


def test_another_day_is_another_occasion():
    (first,) = plan(SCHEDULE, [due(7)], (), (moment(-1), moment()), ZONE).occasions
    assert told([due(6)], before=[first.key]) != []


def test_before_the_time_of_the_day_nothing_is_due():
    assert plan(SCHEDULE, [due(7)], (), (moment(-1), moment(0, 8, 59)), ZONE) is None
    assert plan(SCHEDULE, [due(7)], (), (moment(), moment(0, 23)), ZONE) is None


def test_days_that_were_missed_are_made_up_for_by_the_nearest_stage():
    passed = due(-2)
    assert told([passed], since=-5) == [f"{passed.item.end.isoformat()}:1"]
    planned = plan(SCHEDULE, [due(3)], (), (moment(-10), moment()), ZONE)
    assert planned.due_at == moment(-4)


def test_who_asked_for_days_before_is_not_told_on_the_day_itself():
    ahead = Schedule(days=(10, 5))
    assert told([due(0)], ahead) == []
    assert told([due(0)], Schedule(days=(10, 0))) != []
    # It was missed by a machine that was off the day before, and comes late.
    assert told([due(0)], ahead, since=-2) != []


def test_the_soonest_comes_first():
    planned = plan(SCHEDULE, [due(30, "丙"), due(1, "甲"), due(7, "乙")], (), (moment(-1), moment()), ZONE)
    assert [occasion.key.split(":")[2] for occasion in planned.occasions] == ["1", "7", "30"]


def test_a_deadline_without_a_date_is_never_due():
    assert told([due(1)]) and not told([with_end(due(1), None)])


def with_end(found, end):
    return replace(found, item=replace(found.item, end=end))


@pytest.mark.parametrize(("days", "there"), [(-8, False), (-7, True), (0, True), (30, True), (31, False)])
def test_a_digest_tells_what_comes_within_a_month_and_what_has_just_passed(days, there):
    assert bool(told([due(days)], WEEKLY, since=-7)) is there


def test_a_digest_of_nothing_is_none_and_of_missed_ones_the_last_comes():
    assert plan(WEEKLY, [], (), (moment(-7), moment()), ZONE) is None
    planned = plan(WEEKLY, [due(5)], (), (moment(-22), moment(1)), ZONE)
    assert planned.due_at == moment() and len(planned.occasions) == 1


@pytest.mark.parametrize(
    ("schedule", "days", "day"),
    [
        (SCHEDULE, 40, 10),
        (SCHEDULE, 20, 1),
        (SCHEDULE, 2, 1),
        (SCHEDULE, 1, None),
        (SCHEDULE, 0, None),
        (WEEKLY, 100, 70),
        (WEEKLY, 3, 7),
    ],
)
def test_the_next_reminder_is_foretold(schedule, days, day):
    first = schedule.next_day(moment(), ZONE)
    found = next_reminder(schedule, [due(days)], (), first)
    assert (found and (found.day - TODAY).days) == day


@pytest.mark.parametrize("days", range(-3, 45))
@pytest.mark.parametrize("schedule", [SCHEDULE, WEEKLY, Schedule(days=(14, 0)), Schedule(weekdays=(1, 4))])
def test_what_is_foretold_comes_true(schedule, days):
    found = [due(days)]
    expected = next_reminder(schedule, found, (), schedule.next_day(moment(), ZONE))
    day = 0
    while day < 60 and not told(found, schedule, day, day + 1):
        day += 1
    assert expected is None if day == 60 else (expected.day - TODAY).days == day + 1
