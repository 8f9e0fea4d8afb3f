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
