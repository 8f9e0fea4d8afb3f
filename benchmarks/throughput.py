"""Questions a second of the bot from many chats, beside those of a bare echo bot over the same library and server.

    python -m benchmarks.throughput [QUESTIONS] [CHATS] [DIFFERENT]

The bot is `jianda run` over the example corpus, asked its stored questions in an order by chance, of which so many are
different: at most as many as there are, and they are asked again in the same order once they are through. Replies to
questions that were asked before are kept, so it is told how many were. The echo bot sends each text back. Neither keeps Telegram's pace of 30 messages a second. They are asked in turns, since others may use the machine, too. Time is
that of the wall from the first question of a turn to its last answer; the processor time of either process, and of its
children, is told beside it. The servers that stand for Telegram work in this process, and take their part of the machine.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from telegram import Update
from telegram.ext import AIORateLimiter, ApplicationBuilder, ContextTypes, MessageHandler, filters

from benchmarks.process_figures import own_processor_seconds, processor_seconds, resident_megabytes
from bot.cli.main import main as jianda
from bot.config.config import example_corpus
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.bot_api import BotApi, serve

QUIET = 60.0  # seconds without an answer after which none is waited for
WARMING = 40  # questions before the measured ones
ROUNDS = 4  # turns of either bot


@dataclass
class Bot:
    """A bot that is asked: its server, its process, and what it has done so far.

    `seconds` of the wall, `own` seconds of processor of its process, `all` of those that it started, too.
    """

    kind: str
    api: BotApi
    process: subprocess.Popen[bytes]
    answered: int = 0
    seconds: float = 0.0
    own: float = 0.0
    all: float = 0.0

    @property
    def rate(self) -> float:
        """Questions a second of the wall."""
        return self.answered / self.seconds

    def warm_up(self, questions: Sequence[str]) -> None:
        """Asks what is not measured."""
        ask(self.api, questions, len(questions))
        time.sleep(1)

    def answer(self, questions: Sequence[str], chats: int) -> float:
        """Asks questions and adds up what that took; gives the rate of these alone."""
        number = self.process.pid
        begun, own, used = time.monotonic(), own_processor_seconds(number), processor_seconds(number)
        count = ask(self.api, questions, chats)
        seconds = time.monotonic() - begun - (QUIET if count < len(questions) else 0)
        self.answered += count
        self.seconds += seconds
        self.own += own_processor_seconds(number) - own
        self.all += processor_seconds(number) - used
        return count / seconds

    def line(self) -> str:
        """What it has done."""
        each, memory = 1000 / self.answered, resident_megabytes(self.process.pid)
        return (
            f"{self.kind}: {self.rate:.1f} questions a second, {self.own * each:.1f} ms of processor time each and "
            f"{(self.all - self.own) * each:.1f} in processes of its own, {memory:.0f} MB in the end"
        )


def run_unpaced() -> None:
    """`jianda run` without Telegram's pace."""
    AIORateLimiter.__init__.__kwdefaults__ = None
    AIORateLimiter.__init__.__defaults__ = (0, 0, 0, 0, 0)
    jianda(["run"])


def run_echo(base_url: str, token: str) -> None:
    """A bot that sends each text back."""

    async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message and update.message.text:
            await update.message.reply_text(update.message.text)

    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(base_url)
        .concurrent_updates(256)
        .connection_pool_size(256)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(timeout=2)


@contextmanager
def program(folder: Path, *arguments: str, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """One of the bots, which writes to the file `log`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JIANDA_")}
    environment = {**kept, "PYTHONPATH": str(Path(__file__).parents[1]), "NO_PROXY": "127.0.0.1", **settings}
    with (folder / "log").open("ab") as log:
        command = [sys.executable, "-m", "benchmarks.throughput", *arguments]
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def ask(api: BotApi, questions: Sequence[str], chats: int) -> int:
    """Asks all questions from so many chats, waits for their answers, and gives how many came.

    One whose arrival the bot cannot know of, since the server was too slow, is never sent again: who waits for the last
    one waits no longer than QUIET seconds after the one before.
    """
    before = sent = len(api.calls_of("sendMessage"))
    people = [(user, api.private(user)) for user in (api.user() for _ in range(chats))]
    for number, question in enumerate(questions):
        user, chat = people[number % chats]
        api.message(chat, user, question)
    since = time.monotonic()
    while sent - before < len(questions) and time.monotonic() - since < QUIET:
        time.sleep(0.02)
        now = len(api.calls_of("sendMessage"))
        if now != sent:
            sent, since = now, time.monotonic()
    return sent - before


@contextmanager
def started(kind: str, folder: Path) -> Iterator[Bot]:
    """A bot of a kind, with a server of its own."""
    api = BotApi()
    with serve(api) as base_url:
        settings = {
            "JIANDA_CORPUS": str(example_corpus()),
            "JIANDA_TELEGRAM_TOKEN": api.token,
            "JIANDA_TELEGRAM_BASE_URL": base_url,
            "JIANDA_TELEGRAM_LIMIT_PER_MINUTE": "0",
            "JIANDA_WEB_SERVE": "false",
        }
        arguments = ("echo", base_url, api.token) if kind == "echo" else (kind,)
        with program(folder, *arguments, **settings) as process:
            yield Bot(kind, api, process)


def stored_questions(folder: Path, count: int, different: int) -> list[str]:
    """So many stored questions of the example corpus, loaded into a folder, in an order by chance; so many are different."""
    load(example_corpus(), folder / "jianda.db")
    base = KnowledgeBase(folder / "jianda.db")
    questions = sorted({pair.pair.question for pair in base.pairs()})
    base.close()
    random.Random(1).shuffle(questions)
    questions = questions[:different]
    return (questions * (1 + count // len(questions)))[:count]


def main(count: int, chats: int, different: int) -> None:
    """Prints how many questions were asked before, a line for each bot, and the ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        questions = stored_questions(folder, count + WARMING, different + WARMING)
        print(f"{count} questions, of which {count + WARMING - len(set(questions))} were asked before")
        with started("echo", folder) as echo, started("jianda", folder) as answering:
            for bot in (echo, answering):
                bot.warm_up(questions[:WARMING])
            ratios, size = [], -(-count // ROUNDS)
            for first in range(WARMING, count + WARMING, size):
                asked = questions[first : first + size]
                rate = echo.answer(asked, chats)
                ratios.append(answering.answer(asked, chats) / rate)
            print(echo.line(), answering.line(), sep="\n")
        each = ", ".join(f"{ratio:.2f}" for ratio in ratios)
        print(f"ratio {answering.rate / echo.rate:.2f} (of each turn: {each})")


if __name__ == "__main__":
    if sys.argv[1:2] == ["echo"]:
        run_echo(*sys.argv[2:4])
    elif sys.argv[1:2] == ["jianda"]:
        run_unpaced()
    else:
        main(*map(int, (*sys.argv[1:], *("400", "200", "1000000")[len(sys.argv) - 1 :])))
