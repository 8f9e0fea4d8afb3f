"""What the bot says of messages that come at a time, and of what it tells of its own accord."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnReminderWords:
    """The sentences of one language about own reminders; the names in braces are filled in."""

    made: str
    made_again: str  # one that repeats
    due: str
    unsure: str
    moment: str
    monthly: str
    month_end: str
    again: str  # the days and the time of one that repeats
    listed: str
    listed_again: str
    examples: str
    no_time: str
    not_understood: str
    past: str
    too_far: str
    nothing: str
    too_long: str
    too_many: str
    admins_only: str
    gone: str
    snoozed: str
    cancelled: str
    cannot_restore: str
    # buttons
    cancel: str
    restore: str
    hour: str
    tomorrow: str


@dataclass(frozen=True, slots=True)
class WatchWords:
    """The sentences of one language about watches; the names in braces are filled in."""

    made: str
    made_empty: str
    already: str
    ask: str
    too_short: str
    too_long: str
    too_many: str
    too_wide: str
    admins_only: str
    list: str
    listed: str
    none: str
    view: str
    gone: str
    removed: str
    # what is told
    news: str
    new_document: str
    changed_document: str
    says: str
    now_says: str
    before: str
    no_longer: str
    more: str
    more_documents: str
    unsure: str
    too_old: str
    # buttons
    remove: str
    restore: str
    back: str
    show: str
    own_watches: str
