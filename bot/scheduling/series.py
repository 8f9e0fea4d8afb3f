"""The next message of a series: it is written down together with the one before it being sent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bot.scheduling.repeats import read_repeat
from bot.state.scheduling.messages import ScheduledMessage


def moved_on(message: ScheduledMessage, now: dt.datetime) -> tuple[ScheduledMessage, ScheduledMessage | None]:
    """A message as it is sent, and the one that comes after it, None for one that comes once.

    The repetition goes on to the next: what was sent can be put off by itself. Times that passed while nothing ran are
    told by the one message that comes late. `now` is in the zone of the times.
    """
    repeating = read_repeat(message.content)
    if repeating is None:
        return message, None
    repeat, at = repeating
    due = dt.datetime.fromtimestamp(message.due_at, now.tzinfo)
    following = repeat.after(max(now, due), at).timestamp()
    alone = {name: value for name, value in message.content.items() if name != "repeat"}
    return replace(message, content=alone), replace(message, id=0, due_at=following, late=False)
