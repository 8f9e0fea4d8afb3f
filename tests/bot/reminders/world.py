"""A bot whose reminders go to a recording chat: its clock, its network and its crashes belong to the test."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.access.access import Access
from bot.config.config import Telegram
from bot.config.secrets import DatabaseUrl
from bot.reminders.sources import Sources
from bot.state import State
from bot.state.chats.outbox import Outbox
from bot.state.chats.schedule import Schedule
from bot.state.chats.subscriptions import Subscription
from bot.state.storage.sqlite.file import StateFile
from bot.telegram.tasks.reminder_delivery import Delivery
from tests.bot.sample import Knowledge
from tests.clock import TODAY

ZONE = ZoneInfo("Asia/Shanghai")
CHAT = 700_001
MORNING = dt.datetime.combine(TODAY, dt.time(8), ZONE)


class Crash(BaseException):
    """The program ends here: no `except Exception` sees it."""


@dataclass
class World:
    """The state file, the deadlines, and a chat that remembers what it was sent.

    `crash_at` counts the steps until the program ends: writing to the outbox, and the call of Telegram, each have a
    moment before and one after. `answers` are what the next calls of Telegram end in.
    """

    folder: Path
    now: dt.datetime = MORNING
    zone: ZoneInfo = ZONE
    knowledge: Knowledge = field(default_factory=Knowledge)
    posts: list[tuple[Subscription, str, bool]] = field(default_factory=list)
    told: Counter[tuple[int, str]] = field(default_factory=Counter)
    noticed: set[tuple[int, str]] = field(default_factory=set)
    answers: list[Exception | None] = field(default_factory=list)
    arrives: bool = True  # whether a call that ends in an error had been accepted all the same
    quiet: tuple[int, int] | None = None
    crash_at: int = -1
    steps: int = 0
    place: Path | DatabaseUrl | None = None  # where the state is kept, a file of the folder when not told

    def open(self) -> World:
        """Starts the program."""
        self.state = State(self.place or self.folder / "state.db", clock=lambda: self.now.timestamp())
        if isinstance(self.state._database, StateFile):
            self.state._database._db.execute(
                "PRAGMA synchronous = OFF"
            )  # no test pulls the plug of the machine
        self.state.outbox = Crashing(self)
        sources = Sources(self.knowledge, self.state, Access(Telegram()), self._is_quiet, self.zone)  # type: ignore[arg-type]
        self.delivery = Delivery(sources, self.post)
        self.state.outbox.recover()
        return self

    def restart(self) -> World:
        """Ends the program and starts it again."""
        self.state.close()
        return self.open()

    def subscribe(self, words="", chat=CHAT, topic=None, **schedule) -> Subscription:
        wanted = Subscription(0, chat, topic, CHAT, "zh", words, Schedule(**schedule), "running", 0.0)
        return self.state.subscriptions.add(wanted)

    async def tick(self, **later) -> None:
        """Lets time pass, then ticks."""
        self.now += dt.timedelta(**later)
        await self.delivery.tick(self.now)

    async def post(self, subscription, message, silent) -> None:
        """Takes a message, or fails as the test wants."""
        self.step()
        error = self.answers.pop(0) if self.answers else None
        if error is None or self.arrives:
            self._accept(subscription, message, silent)
        self.step()
        if error:
            raise error

    def step(self) -> None:
        """A moment at which the program may end."""
        self.steps += 1
        if self.steps == self.crash_at:
            raise Crash

    @property
    def texts(self) -> list[str]:
        """What the chats were sent."""
        return [text for _, text, _ in self.posts]

    def _accept(self, subscription, message, silent) -> None:
        self.posts.append((subscription, message.html, silent))
        if not message.buttons:  # word to who set it
            return
        step = "unsure" if silent else "sending"
        rows = self.state._database.rows(
            "SELECT k.subscription, k.key FROM reminded k JOIN reminders r ON r.id = k.reminder "
            "WHERE r.subscription = ? AND r.step = ? AND (? != 'unsure' OR r.id = ?)",
            [subscription.id, step, step, _opened(message) if silent else 0],
        )
        assert rows
        keys = {(row["subscription"], row["key"]) for row in rows}
        if silent:
            self.noticed |= keys
        else:
            self.told.update(keys)

    def _is_quiet(self, chat, moment) -> bool:
        if self.quiet is None:
            return False
        start, end = self.quiet
        return (moment.astimezone(self.zone).hour - start) % 24 < (end - start) % 24


class Crashing(Outbox):
    """An outbox in whose every write the program may end, before it and after it."""

    def __init__(self, world: World) -> None:
        super().__init__(world.state._database, lambda: world.now.timestamp())
        self._world = world

    def claim(self, *args) -> None:
        self._world.step()
        super().claim(*args)
        self._world.step()

    def begin(self, *args) -> bool:
        self._world.step()
        begun = super().begin(*args)
        self._world.step()
        return begun

    def put(self, *args) -> None:
        self._world.step()
        super().put(*args)
        self._world.step()


def _opened(message) -> int:
    """The reminder that the button of a notice opens: n:lg12:0."""
    return int(message.buttons[0][0].data.removeprefix("n:lg").partition(":")[0])
