"""Figures: how much was asked in the last days, how it was answered, of which topics, how fast."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from bot.state.usage.statistics import FigureLog, LoggedQuestion, VoteCount
from knowledge.knowledge_base import KnowledgeBase

TOPICS = 8  # of those asked for most
SLOW = 0.95
"""Response times are told by their median and their 95th percentile (nearest rank): a mean hides the slow ones."""

TopicOf = Callable[[str], str]
"""The topic of a passage by its id, empty when its text is no longer there."""


@dataclass(frozen=True, slots=True)
class Day:
    """How many questions of a day were answered, met by the nearest passages, and declined."""

    date: dt.date
    answered: int = 0
    unsure: int = 0
    declined: int = 0

    @property
    def questions(self) -> int:
        """All of them."""
        return self.answered + self.unsure + self.declined


@dataclass(frozen=True, slots=True)
class UsageFigures:
    """The figures of some days, oldest first; times are in milliseconds, None when nothing was asked."""

    days: tuple[Day, ...]
    people: int
    votes: VoteCount
    topics: tuple[tuple[str, int], ...]
    median_time: int | None
    slow_time: int | None

    @property
    def answered(self) -> int:
        """How many questions were answered."""
        return sum(day.answered for day in self.days)

    @property
    def unsure(self) -> int:
        """How many were met by the nearest passages."""
        return sum(day.unsure for day in self.days)

    @property
    def declined(self) -> int:
        """How many were declined."""
        return sum(day.declined for day in self.days)

    @property
    def questions(self) -> int:
        """All of them."""
        return self.answered + self.unsure + self.declined


def figures(
    log: FigureLog, topic_of: TopicOf, today: dt.date, days: int, time_zone: dt.tzinfo
) -> UsageFigures:
    """The figures of so many days up to and with today, in a time zone."""
    first = today - dt.timedelta(days - 1)
    since, until = (_midnight(day, time_zone) for day in (first, today + dt.timedelta(1)))
    asked = log.questions(since, until)
    times = sorted(logged_question.milliseconds for logged_question in asked)
    return UsageFigures(
        days=tuple(_days(asked, first, days, time_zone)),
        people=len({logged_question.person for logged_question in asked}),
        votes=log.votes(since, until),
        topics=_topics(asked, topic_of),
        median_time=round(median(times)) if times else None,
        slow_time=times[_rank(len(times))] if times else None,
    )


def topics_of(knowledge: KnowledgeBase) -> TopicOf:
    """The topics as the knowledge base has them now."""

    def topic_of(passage: str) -> str:
        answer = knowledge.passage(passage)
        return answer.topic if answer else ""

    return topic_of


def _days(asked: Sequence[LoggedQuestion], first: dt.date, days: int, time_zone: dt.tzinfo) -> Iterable[Day]:
    """A day after the other, also those without a question."""
    counts = Counter((_day_of(logged_question, time_zone), logged_question.zone) for logged_question in asked)
    for number in range(days):
        date = first + dt.timedelta(number)
        yield Day(date, counts[date, "answer"], counts[date, "unsure"], counts[date, "decline"])


def _topics(asked: Iterable[LoggedQuestion], topic_of: TopicOf) -> tuple[tuple[str, int], ...]:
    """The topics of the answers, the most asked for first."""
    passages = Counter(
        logged_question.passage
        for logged_question in asked
        if logged_question.zone == "answer" and logged_question.passage
    )
    topics: Counter[str] = Counter()
    for passage, count in passages.items():
        topics[topic_of(passage)] += count
    del topics[""]
    return tuple(topics.most_common(TOPICS))


def _rank(count: int) -> int:
    """The place of the 95th percentile among sorted values, by the nearest rank."""
    return max(0, -(-count * int(SLOW * 100) // 100) - 1)


def _day_of(question: LoggedQuestion, time_zone: dt.tzinfo) -> dt.date:
    return dt.datetime.fromtimestamp(question.asked_at, time_zone).date()


def _midnight(day: dt.date, time_zone: dt.tzinfo) -> float:
    return dt.datetime.combine(day, dt.time(), time_zone).timestamp()
