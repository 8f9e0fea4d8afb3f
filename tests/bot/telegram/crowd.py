"""A crowd that asks the bot, each of them one question in a private chat, and what became of it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

from bot.messages import CHINESE
from tests.bot_api import BotApi, Chat, User, file_url

ROOT = Path(__file__).parents[3]
SPEECH = (
    "在全市卫生健康工作会议上的讲话\n（2026年3月12日）\n一、总体目标\n到2028年，基层诊疗量占比达到55%以上。\n"
)
QUESTION = "基层诊疗量占比要达到多少？"
ANSWER = "基层诊疗量占比达到55%以上"
HELP = "/ask "  # stands in the answer to /help


@dataclass(frozen=True)
class Tally:
    """What became of the questions: `unsure` may or may not have been answered, and that was told; a question that was
    answered more than once is `doubled`; `lost` was not answered, and nobody was told."""

    tries: int = 0
    answered: int = 0
    unsure: int = 0
    doubled: int = 0
    lost: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*map(sum, zip(astuple(self), astuple(other), strict=True)))


class Crowd:
    """The people; those who ask are new each time, so that every answer is that to one question."""

    def __init__(self, api: BotApi) -> None:
        self.api = api
        self.asked: list[tuple[User, Chat]] = []

    def ask(self, count: int, question: str = QUESTION) -> None:
        """So many people ask at once."""
        for _ in range(count):
            user = self.api.user()
            chat = self.api.private(user)
            self.api.message(chat, user, question)
            self.asked.append((user, chat))

    def answers(self, chat: Chat) -> int:
        """How many times a question was answered."""
        return sum(ANSWER in sent.text for sent in self.api.sent(chat))

    def unanswered(self) -> list[tuple[User, Chat]]:
        """Those without an answer."""
        return [(user, chat) for user, chat in self.asked if not self.answers(chat)]

    def settle(self, state: Path, seconds: float) -> None:
        """Waits until nothing is left to be answered, neither at the server nor in the inbox of the state file."""
        end = time.monotonic() + seconds
        while self.api.world.updates.pending or _left_in(state):
            assert time.monotonic() < end, f"{len(self.unanswered())} are not answered"
            time.sleep(0.2)

    def tally(self, seconds: float) -> Tally:
        """What became of all questions; those without an answer write once more, to be told."""
        silent = self.unanswered()
        for user, chat in silent:
            self.api.message(chat, user, "/help")
        self.api.wait_for(lambda: all(map(self._is_helped, silent)), seconds)
        told = {chat.id for _, chat in silent if self._is_told(chat)}
        counts = [self.answers(chat) for _, chat in self.asked]
        return Tally(
            tries=len(counts),
            answered=sum(count == 1 for count in counts),
            unsure=len(told),
            doubled=sum(count > 1 for count in counts),
            lost=len(silent) - len(told),
        )

    def _is_helped(self, one: tuple[User, Chat]) -> bool:
        return any(HELP in sent.text for sent in self.api.sent(one[1]))

    def _is_told(self, chat: Chat) -> bool:
        return any(CHINESE.may_be_lost["answer"] in sent.text for sent in self.api.sent(chat))


def _left_in(state: Path) -> int:
    """How many updates wait in the inbox of a state file."""
    with closing(sqlite3.connect(state)) as connection:
        return int(connection.execute("SELECT count(*) FROM inbox").fetchone()[0])


@contextmanager
def program(folder: Path, base_url: str, token: str, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """`jianda run` over a folder; what it writes is added to `log`."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("JIANDA_")},
        "PYTHONPATH": str(ROOT),
        "JIANDA_CORPUS": "corpus",
        "JIANDA_TELEGRAM_TOKEN": token,
        "JIANDA_TELEGRAM_BASE_URL": base_url,
        "JIANDA_TELEGRAM_BASE_FILE_URL": file_url(base_url),
        "JIANDA_TELEGRAM_LIMIT_PER_MINUTE": "0",
        "JIANDA_WEB_LISTEN": "127.0.0.1:0",
        "NO_PROXY": "127.0.0.1",
        **settings,
    }
    with (folder / "log").open("ab") as log:
        command = [sys.executable, "-m", "bot", "run"]
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def when_called(
    api: BotApi, count: int, act: Callable[[], None], stage: str, method: str = "sendMessage"
) -> None:
    """Lets something happen once, when so many calls of a method have come to a stage."""
    left = [count]

    def watch(called: str, reached: str) -> None:
        if (called, reached) == (method, stage):
            left[0] -= 1
            if left[0] == 0:
                api.watchers.remove(watch)
                act()

    api.watchers.append(watch)
