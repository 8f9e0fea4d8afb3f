"""No reminder is lost and none comes twice, over long random runs of crashes, restarts, reloads, pauses, lost
networks, removals, quiet hours, clocks that jump, and clocks that are put forward and back for the summer.

What should be told is counted by a plain oracle of its own: it walks through every day between two looks and every
number of days before, and knows nothing of the planner, the outbox or the order of their steps.
"""

import datetime as dt
import os
import random
from collections import Counter
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from telegram.error import Forbidden, TimedOut

from bot.state.chats.marks import Mark
from bot.telegram.transport.connections import NotLeft
from knowledge.filters.matching import due_day
from tests.bot.reminders.due import due
from tests.bot.reminders.world import CHAT, ZONE, Crash, World

SEEDS = int(os.environ.get("RANDOM_RUNS", "6"))
STEPS = int(os.environ.get("RANDOM_STEPS", "200"))
DAY = dt.timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")  # 2:30 does not exist on 29 March 2026, and comes twice on 25 October
STARTS = ((ZONE, "2026-11-22"), (BERLIN, "2026-03-20"), (BERLIN, "2026-10-15"))


class Run:
    """One random run."""

    def __init__(self, folder, seed):
        self.random = random.Random(seed)
        zone, start = STARTS[seed % len(STARTS)]
        self.world = World(folder, dt.datetime.fromisoformat(start).replace(tzinfo=dt.UTC), zone).open()
        self.figures = Counter()
        self.seen: dict[int, dt.datetime] = {}
        self.expected: set[tuple[int, str]] = set()
        self.made = 0
        for chat in range(3):
            for schedule in (
                {},
                {"days": (14, 3, 0), "at": dt.time(2, 30)},
                {"weekdays": (chat,), "at": dt.time(6)},
            ):
                one = self.world.subscribe(chat=CHAT + chat, **schedule)
                self.seen[one.id] = self.world.now
        self.reload()

    def subscriptions(self):
        chats = (self.world.state.subscriptions.of_chat(CHAT + chat) for chat in range(3))
        return [one for found in chats for one in found]

    # what can happen between two ticks

    def reload(self):
        """Some deadlines go, some come, some change their day."""
        known, pick = self.world.knowledge, self.random
        kept = [one for one in known.due if pick.random() < 0.85]
        today = self.world.now.date()
        moved = [self.moved(one) if pick.random() < 0.1 else one for one in kept]
        fresh = [
            due(pick.randrange(-3, 70), f"任务{self.made + place}", day=today)
            for place in range(pick.randrange(6))
        ]
        self.made += len(fresh)
        known.due = [*moved, *fresh][-25:]

        self.drop_gone()

    def moved(self, one):
        return replace(one, item=replace(one.item, end=one.item.end + self.random.randrange(1, 40) * DAY))

    def mark(self):
        """Somebody says that one is done, or postpones it, or takes that back."""
        if not self.world.knowledge.due:
            return
        one = self.random.choice(self.world.knowledge.due)
        until = self.world.now.date() + self.random.randrange(1, 60) * DAY
        status = self.random.choice(["done", "postponed", "void", "open"])
        place = (one.document.path, one.document.title, one.item.task, one.item.sentence)
        mark = Mark(one.item.id, status, *place, until if status == "postponed" else None)
        self.world.state.marks.add(mark)
        self.drop_gone()

    def pause(self):
        one = self.random.choice(self.subscriptions())
        standing = "paused" if one.standing == "running" else "running"
        self.world.state.subscriptions.put(one.id, standing)
        self.seen[one.id] = self.world.now
        self.drop_unsent(one.id)

    def returned(self):
        for chat in range(3):
            if self.world.state.subscriptions.returned(CHAT + chat):
                for one in self.world.state.subscriptions.of_chat(CHAT + chat):
                    self.seen[one.id] = self.world.now

    def network(self):
        cause = NotLeft("no route")
        self.world.arrives = self.random.random() < 0.5
        kinds = (
            [TimedOut()] if self.world.arrives else [TimedOut(), cause, Forbidden("bot was kicked"), cause]
        )
        self.world.answers = [self.random.choice([*kinds, None]) for _ in range(self.random.randrange(1, 6))]

    def clock(self):
        """The clock is put back, or forward; or the machine slept."""
        self.world.now += self.random.choice([-3 * DAY, -DAY / 3, -DAY / 24, DAY / 24, 4 * DAY])

    def quiet(self):
        self.world.quiet = self.random.choice([None, None, (22, 7), (6, 9)])

    # a tick, and what it should have told

    async def tick(self):
        self.world.now += dt.timedelta(minutes=self.random.choice([1, 30, 240, 700, 1440, 1440]))
        running = [
            subscription for subscription in self.subscriptions() if subscription.standing == "running"
        ]
        try:
            await self.world.delivery.tick(self.world.now)
        except Crash:
            self.figures["crashes"] += 1
            self.world.restart()
            await self.tick()  # nothing but time passes until the next start
            return
        self.expect(running)
        for subscription in self.subscriptions():
            if subscription.standing != "running":
                self.drop_unsent(subscription.id)
        self.figures["ticks"] += 1

    def expect(self, running):
        for one in running:
            if self.world._is_quiet(one.chat, self.world.now):
                continue
            since = min(self.seen[one.id], self.world.now)
            days = self.days(one.schedule, since)
            self.seen[one.id] = self.world.now
            for found in self.open():
                key = self.key(one.schedule, found.item, days)
                if key:
                    self.expected.add((one.id, f"{found.item.id}:{key}"))

    def days(self, schedule, since):
        """Every day whose time lies between the last look and this one."""
        day, found = since.date() - DAY, []
        while day <= self.world.now.date() + DAY:
            moment = dt.datetime.combine(day, schedule.at, self.world.zone).astimezone(dt.UTC)
            if since < moment <= self.world.now and schedule.falls_on(day):
                found.append(day)
            day += DAY
        return found

    def key(self, schedule, item, days):
        last = None
        for day in days:
            left = (due_day(item) - day).days
            if schedule.weekly:
                last = day.isoformat() if -7 <= left <= 30 and day == days[-1] else last
            elif left > 0 or (left == 0 and 0 in schedule.days):
                reached = [stage for stage in schedule.days if left <= stage]
                last = str(min(reached)) if reached else last
        return last and f"{due_day(item).isoformat()}:{last}"

    def open(self):
        marks = self.world.state.marks.current
        for found in self.world.knowledge.due:
            mark = marks.get(found.item.id)
            if mark is None:
                yield found
            elif mark.status == "postponed":
                yield replace(found, item=replace(found.item, end=mark.until))

    def drop_unsent(self, number):
        """What had not been sent when a subscription was stopped is planned anew when it runs again."""
        self.expected = {pair for pair in self.expected if pair[0] != number or self.has_come(pair)}

    def has_come(self, pair):
        return pair in self.world.told or pair in self.world.noticed or self.is_covered(pair)

    def is_covered(self, pair):
        """Whether another reminder of the chat had told of it on that day already."""
        rows = self.world.state._database.rows(
            "SELECT r.id FROM reminded k JOIN reminders r ON r.id = k.reminder WHERE k.subscription = ? AND k.key = ? "
            "AND r.subscription != k.subscription AND r.step IN ('sent', 'noticed')",
            pair,
        )
        return bool(rows)

    def drop_gone(self):
        """What waits to be told of a deadline that is gone, settled or has another day now is told no more."""
        there = {f"{one.item.id}:{one.item.end.isoformat()}" for one in self.open()}
        self.expected = {
            pair for pair in self.expected if self.has_come(pair) or pair[1].rsplit(":", 1)[0] in there
        }

    def missing(self):
        """What neither came nor was noticed."""
        return {pair for pair in self.expected if not self.has_come(pair)}


async def run(folder, seed, steps=STEPS):
    one = Run(folder, seed)
    acts = [one.reload, one.mark, one.pause, one.returned, one.network, one.clock, one.quiet]
    for _ in range(steps):
        if one.random.random() < 0.3:
            one.random.choice(acts)()
        if one.random.random() < 0.15:
            one.world.restart()
        if one.random.random() < 0.2:
            one.world.crash_at = one.world.steps + one.random.randrange(1, 30)
        await one.tick()
    one.world.answers, one.world.quiet, one.world.crash_at = [], None, -1
    one.world.restart()
    for _ in range(3):
        await one.tick()
    one.figures.update(told=len(one.world.told), noticed=len(one.world.noticed), expected=len(one.expected))
    one.lost = one.missing()
    one.world.state.close()
    return one


@pytest.mark.parametrize("seed", range(SEEDS))
async def test_none_is_lost_and_none_comes_twice(tmp_path, seed):
    one = await run(tmp_path, seed)
    twice = {pair: count for pair, count in one.world.told.items() if count > 1}
    assert twice == {} and one.lost == set()
    assert one.figures["told"] > 10
    print(dict(one.figures))
