"""Questions a second from 200 chats beside a bare PTB echo bot over the same loopback server.

    python -m benchmarks.echo_throughput [ROUNDS] [QUESTIONS]

Both bots poll a server of their own and are asked in turns: 200 chats a question each, at once, until so many questions are
answered. What counts is the processor time of the bot's process (proc(5)), so neither Telegram's pace, which only waits, nor what else
the machine does is in it. The echo bot answers each message with one of the same length, its updates handled side by
side. Printed: a line a round, and the ratio of the medians.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

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
    bot.crowd.api.wait_for(lambda: not bot.crowd.unanswered(), SECONDS)


def rate(bot: Bot, questions: int) -> float:
    """Questions answered a second of the bot's processor time."""
    before = bot.used()
    for first in range(0, questions, CHATS):
        bot.crowd.asked.clear()
        bot.crowd.ask(min(CHATS, questions - first))
        answered(bot)
    return questions / (bot.used() - before)


def main(rounds: int, questions: int) -> None:
    """Prints a line a round, and the ratio."""
    ours, theirs = [], []
    with ExitStack() as stack:
        jianda, echo = stack.enter_context(running(web=False)), stack.enter_context(echoing())
        for _ in range(rounds):
            ours.append(rate(jianda, questions))
            theirs.append(rate(echo, questions))
            print(f"jianda {ours[-1]:6.1f}/s  echo {theirs[-1]:6.1f}/s", flush=True)
    print(f"ratio {statistics.median(ours) / statistics.median(theirs):.2f}")


if __name__ == "__main__":
    main(*(int(argument) for argument in (*sys.argv[1:], *("3", "400")[len(sys.argv) - 1 :])))
