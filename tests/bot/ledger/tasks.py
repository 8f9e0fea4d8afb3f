"""Tasks for the tests of the ledger."""

from knowledge.deadlines.responsible_bodies import Responsible
from tests.bot.reminders.due import due


def task(days, text, *parties, **more):
    """A task so many days after today, of (body, role) pairs."""
    roles = tuple(Responsible(body, role) for body, role in parties)
    return due(days, text, roles=roles, bodies=tuple(role.body for role in roles), **more)


LATE = task(-5, "报送总结", ("县民政局", "lead"), ("县财政局", "support"))
SOON = task(20, "印发清单", ("县民政局", "lead"), ("副局长周明远", "person"))
FAR = task(200, "建成平台", ("县卫健局", "lead"))
NEXT = task(90, "完成改造", ("县民政局", "lead"))
