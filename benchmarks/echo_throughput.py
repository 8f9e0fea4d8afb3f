"""Questions a second from 200 chats beside a bare PTB echo bot over the same loopback server.

    python -m benchmarks.echo_throughput [ROUNDS] [QUESTIONS]

Both bots poll a server of their own, one after the other: 200 chats a question each, at once, until so many questions are
answered. What counts is the processor time of the bot's process (proc(5)), so neither Telegram's pace, which only waits, nor what else
the machine does is in it. The echo bot answers each message with one of the same length, its updates handled side by
side. Printed: the rates of the rounds, and the ratio of their medians.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from benchmarks.delivery import SECONDS, office
from benchmarks.web_throughput import Bot, running
from tests.bot.telegram.crowd import ANSWER, Crowd
from tests.bot_api import BotApi, serve

CHATS = 200
ECHO = """
import sys
from telegram.ext import ApplicationBuilder, MessageHandler, filters

async def echo(update, context):
    await update.effective_message.reply_text(sys.argv[3])

application = ApplicationBuilder().token(sys.argv[1]).base_url(sys.argv[2]).concurrent_updates(True).build()
application.add_handler(MessageHandler(filters.TEXT, echo))
application.run_polling()
"""


@contextmanager
def echoing() -> Iterator[Bot]:
    """An echo bot that has answered its first questions."""
    api = BotApi()
    with office() as folder, serve(api) as base_url:
        environment = {**os.environ, "NO_PROXY": "127.0.0.1"}
        command = [sys.executable, "-c", ECHO, api.token, base_url, ANSWER]
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            bot = Bot(process, Crowd(api), folder)
            bot.crowd.ask(20)
            answered(bot)
            yield bot
        finally:
            process.kill()
            process.wait()


def answered(bot: Bot) -> None:
    """Waits until everybody has an answer."""
    end = time.monotonic() + SECONDS
    while left := bot.crowd.unanswered():
        assert time.monotonic() < end, f"{len(left)} are not answered"
        time.sleep(0.5)


def rate(bot: Bot, questions: int) -> float:
    """Questions answered a second of the bot's processor time."""
    before = bot.used()
    for first in range(0, questions, CHATS):
        bot.crowd.asked.clear()
        bot.crowd.ask(min(CHATS, questions - first))
        answered(bot)
    return questions / (bot.used() - before)


def rates(starting: AbstractContextManager[Bot], rounds: int, questions: int) -> list[float]:
    """The rates of a bot, round after round."""
    with starting as bot:
        return [rate(bot, questions) for _ in range(rounds)]


def main(rounds: int, questions: int) -> None:
    """Prints the rates, and the ratio of their medians."""
    ours, theirs = rates(running(web=False), rounds, questions), rates(echoing(), rounds, questions)
    print("jianda", *(f"{rate:.1f}/s" for rate in ours), "echo", *(f"{rate:.1f}/s" for rate in theirs))
    print(f"ratio {statistics.median(ours) / statistics.median(theirs):.2f}")


if __name__ == "__main__":
    main(*(int(argument) for argument in (*sys.argv[1:], *("3", "400")[len(sys.argv) - 1 :])))
