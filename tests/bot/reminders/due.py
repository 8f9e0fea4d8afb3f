"""Deadlines for the tests of reminders."""

import datetime as dt
from dataclasses import replace

from knowledge.filters.filters import Located
from knowledge.ids import make_id
from tests.bot.sample import ANSWER, DEADLINE, DOCUMENT, SECTION
from tests.clock import TODAY


def due(days, task="出台实施细则", document=DOCUMENT, day=TODAY, **more):
    """A deadline so many days after a day."""
    end = day + dt.timedelta(days=days)
    item = replace(DEADLINE, end=end, task=task, sentence=f"要{task}。", id=make_id(task), **more)
    return Located(item, document, SECTION, "医药卫生体制改革", ANSWER.passage_id)
