"""What becomes of a day of reminders that several replicas send over one PostgreSQL, under kills and cuts of the network.

python -m benchmarks.reminder_day 4 4000 60 20    replicas, messages, kill -9 of a replica, cuts between one and the server

Half of the messages are reminders of deadlines, half scheduled ones. A message takes two thousandths of a second to
arrive. Needs Debian's PostgreSQL (apt-get install postgresql).
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.bot.reminders.day import ReminderDay
from tests.postgresql_server import binaries, running

SECONDS = 560.0


def measure(replicas: int, messages: int, kills: int, cuts: int) -> None:
    """Lets the day pass and prints what became of it."""
    programs = binaries()
    assert programs, "apt-get install postgresql"
    with running(programs) as server, tempfile.TemporaryDirectory() as folder:
        day = ReminderDay(server, Path(folder), messages // 2, SECONDS)
        begun = time.monotonic()
        tally = day.pass_with(replicas, kills, cuts)
        print("replicas | messages | kills | cuts | told | noticed | told twice | lost in silence | seconds")
        row = [replicas, messages, kills, cuts, tally.told, tally.noticed, tally.doubled, tally.lost]
        print(*row, f"{time.monotonic() - begun:.0f}", sep=" | ")


if __name__ == "__main__":
    measure(*map(int, sys.argv[1:5]))
