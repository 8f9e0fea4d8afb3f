"""What the bot says of reminders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReminderWords:
    """The sentences of one language; the names in braces are filled in."""

    # the reminders themselves
    heading: str
    digest_heading: str
    late: str
    unsure: str
    show: str
    all: str
    settings: str
    refused: str  # to who set it: the group does not take it for now
    text_gone: str
    too_old: str
    # what a subscription says of itself
    every: str
    separator: str
    before: str
    on_the_day: str
    weekly: str
    weekdays: tuple[str, ...]
    weekday_groups: Mapping[tuple[int, ...], str]  # several days of the week → how they are called together
    standings: Mapping[str, str]  # why it does not run → how that is said
    fitting: str
    unmatched: str  # names the words of a filter that no deadline speaks of
    next: str
    nothing_next: str
    # making and changing
    ask: str
    ask_words: str
    change: str
    made: str
    kept: str
    list: str
    none: str
    gone: str
    paused: str
    resumed: str
    removed: str
    ask_remove: str
    cancelled: str
    too_many: str
    words_too_long: str
    not_understood: str
    admins_only: str
    choose_topic: str
    resumed_on_return: str
    # buttons
    save: str
    cancel: str
    edit: str
    pause: str
    resume: str
    remove: str
    remove_yes: str
    remove_no: str
    back: str
    day_choice: Mapping[int, str]  # so many days before → the button
    other_day: str
    weekly_choice: str
    daily_choice: str
    topic_choice: str
    every_choice: str
    chosen: str
