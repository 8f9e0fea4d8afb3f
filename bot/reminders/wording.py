"""A subscription in words: what of, when, whether it runs, and what comes next."""

from __future__ import annotations

from bot.messages import Messages
from bot.reminders.planner import NextReminder
from bot.rendering.dates import day_in_words
from bot.state.chats.schedule import Schedule
from bot.state.chats.subscriptions import Subscription


def summary(subscription: Subscription, words: Messages) -> str:
    """What of and when, in a line: 医共体 · 提前 30、7、1 天 · 09:00."""
    topic = subscription.words or words.reminders.every
    return f"{topic} · {when(subscription.schedule, words)}"


def when(schedule: Schedule, words: Messages) -> str:
    """The days and the time of the day."""
    say = words.reminders
    if schedule.weekly:
        days = days_of_the_week(schedule.weekdays, words)
    else:
        ahead = say.separator.join(str(day) for day in schedule.days if day)
        parts = (
            say.before.format(days=ahead) if ahead else "",
            "" if 0 not in schedule.days else say.on_the_day,
        )
        days = say.separator.join(filter(None, parts))
    return f"{days} · {schedule.at:%H:%M}"


def days_of_the_week(weekdays: tuple[int, ...], words: Messages) -> str:
    """Days of the week (0 is Monday), several of them by the name that they have together."""
    say = words.reminders
    if weekdays in say.weekday_groups:
        return say.weekday_groups[weekdays]
    return say.weekly.format(weekday=say.separator.join(say.weekdays[day] for day in weekdays))


def outlook(
    subscription: Subscription, fitting: int, coming: NextReminder | None, words: Messages
) -> list[str]:
    """Whether it runs, how many deadlines fit now, and when the next reminder comes."""
    say = words.reminders
    lines = [say.fitting.format(count=fitting)]
    if subscription.standing not in ("running", "draft"):
        lines.insert(0, say.standings[subscription.standing])
    elif subscription.refusals:
        lines.insert(0, say.standings["retrying"])
    elif coming:
        date = f"{day_in_words(coming.day, words)} {subscription.schedule.at:%H:%M}"
        lines.append(say.next.format(date=date, count=coming.count))
    else:
        lines.append(say.nothing_next)
    return lines
