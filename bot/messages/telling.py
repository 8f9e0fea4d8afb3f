"""What the bot says of messages that come at a time, and of what it tells of its own accord."""

from __future__ import annotations

from collections.abc import Mapping
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
    watch_document: str
    # validity
    validity: str
    expires: str
    expires_today: str
    replaced: str
    abolished: str
    validity_unsure: str


@dataclass(frozen=True, slots=True)
class BulletinWords:
    """The sentences of one language about the bulletin; the names in braces are filled in."""

    title: str
    title_of: str  # one that some words narrow
    signs: Mapping[str, str]  # late, due, done → its sign and its word
    names: Mapping[str, str]  # late, due, done → its word alone
    sum: str
    more_than: str
    fewer_than: str
    same: str
    by_body: str
    by_topic: str
    row: str
    part: str
    up: str
    down: str
    between_parts: str
    unnamed: str
    no_topic: str
    old: str
    nothing: str
    note: str  # under the title of the picture
    left_out: str
    subscribed: str
    listed: str
    view: str
    cancelled: str
    gone: str
    too_many: str
    not_understood: str
    admins_only: str
    unsure: str
    # buttons
    late: str
    due: str
    picture: str
    subscribe: str
    cancel: str
    restore: str
    show: str
