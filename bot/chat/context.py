"""What a chat brings to a conversation: its language, its documents, the day, what this person may do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.chat.site_links import SiteLinks
from bot.config.config import REMINDER_TIME
from bot.messages import Messages
from bot.state.chats.homes import NOWHERE, Home
from bot.state.chats.marks import Mark
from bot.state.chats.preferences import Length
from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.filters import Located


def untracked(every: Sequence[Located[Deadline]]) -> Mapping[str, str]:
    """Gives each deadline the id that it has."""
    return {}


def unmarked(moment: dt.datetime) -> Mapping[str, Mark]:
    """Knows of no marks of an earlier time."""
    return {}


@dataclass(frozen=True, slots=True)
class ChatContext:
    """How a chat wants its answers: the words, the documents it is narrowed to (none: all), today, whether files
    may be sent, how long an answer is; what was said of deadlines, whether this person may say so, the zone of times;
    whether it is an editor who asks, alone; the way into the reading room, None where there is none; what gives
    deadlines their lasting ids, and when anybody last marked one, in seconds since 1970; the time of day at which reminders come if
    nobody says otherwise; whether what is found can be watched here; what had been said of deadlines by
    some moment; where the chat is at home."""

    words: Messages
    today: dt.date
    scope: tuple[str, ...] = ()
    files: bool = True
    length: Length = "normal"
    marks: Mapping[str, Mark] = field(default_factory=dict)
    may_mark: bool = False
    zone: dt.tzinfo = dt.UTC
    editor: bool = False
    site: SiteLinks | None = None
    lasting_ids: Callable[[Sequence[Located[Deadline]]], Mapping[str, str]] = untracked
    marked_at: int = 0
    usual: dt.time = REMINDER_TIME
    may_watch: bool = False
    marks_at: Callable[[dt.datetime], Mapping[str, Mark]] = unmarked
    home: Home = NOWHERE
