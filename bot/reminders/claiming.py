"""Claiming what has become due: it is written down as a whole before anything of it is sent."""

from __future__ import annotations

import datetime as dt

from bot.reminders.planner import plan
from bot.reminders.sources import Deadlines, Sources
from bot.state.chats.subscriptions import Subscription


def claim_due(sources: Sources, now: dt.datetime) -> None:
    """Claims for each running subscription what has become due by now. Raises KnowledgeError or StateError."""
    due = [
        subscription
        for subscription in sources.state.subscriptions.running()
        if _comes(sources, subscription, now)
    ]
    if due:
        deadlines = sources.deadlines()
        for subscription in due:
            _claim_for(sources, subscription, deadlines, now)


def _comes(sources: Sources, subscription: Subscription, now: dt.datetime) -> bool:
    """Whether a time of reminders has passed and may be used; who may not use the bot any more gets none."""
    if subscription.retry_at:  # what was refused comes first; what becomes due meanwhile comes with the next
        return False
    subscriptions, since = sources.state.subscriptions, _span(subscription, now)[0].timestamp()
    if not subscription.schedule.days_between(*_span(subscription, now), sources.zone):
        if since < subscription.since:  # the clock was put back
            subscriptions.seen_to(subscription.id, since)
        return False
    if not sources.access.may_ask(subscription.person, subscription.chat):
        subscriptions.put(subscription.id, "unlisted")
        return False
    return not sources.quiet(subscription, now)


def _claim_for(sources: Sources, subscription: Subscription, deadlines: Deadlines, now: dt.datetime) -> None:
    state, until = sources.state, now.timestamp()
    told_keys = {deadlines.present_key(key) for key in state.outbox.told(subscription.id)}
    wanted = sources.wanted(subscription, deadlines, now)
    planned = plan(subscription.schedule, wanted, told_keys, _span(subscription, now), sources.zone)
    if planned is None:
        state.subscriptions.seen_to(subscription.id, until)
    else:
        covered = _told_today(sources, subscription, deadlines, now)
        state.outbox.claim(subscription.id, planned.occasions, planned.due_at.timestamp(), until, covered)


def _told_today(
    sources: Sources, subscription: Subscription, deadlines: Deadlines, now: dt.datetime
) -> dict[str, int]:
    """The deadlines that other reminders tell the same place of today, each with its reminder."""
    day = now.astimezone(sources.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    reminders = sources.state.outbox.told_since(subscription, day.timestamp())
    return {deadlines.present_id(number): reminder for number, reminder in reminders.items()}


def _span(subscription: Subscription, now: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    """From when everything is seen to until now; a clock that was put back counts from where it stands."""
    return min(dt.datetime.fromtimestamp(subscription.since, dt.UTC), now), now
