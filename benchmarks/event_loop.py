"""The processor time of the event loop for every handler of typed texts of 4,096 characters: the worst of each.

    python -m benchmarks.event_loop

The bot is the whole application over the example corpus; Telegram is the offline one of the tests. An update counts
from the moment it is parsed until it is answered; a text is typed after each command, and by itself in a private chat,
beside a mention in a group and in inline mode.
"""

from __future__ import annotations

import asyncio
import gc
import tempfile
import time
from pathlib import Path

from telegram import Update

from bot.chat.commands import COMMANDS
from bot.config.config import example_corpus
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.bot.conftest import Office
from tests.bot_api import BotApi
from tests.clock import today
from tests.growth import BITS, fragments, repeated

LONGEST = 4096  # characters of a message of Telegram
INLINE = 256
MOST = 0.05  # seconds
HEADS = ("", *(f"/{command.name} " for command in COMMANDS))
TEXTS = [*BITS, *fragments(3, 12), "谁负责？", "@jianda_bot ", "\n\n问", "<b>&amp;", "\u0301"]


async def seconds(office: Office, raw: dict[str, object]) -> float:
    """The processor time of the event loop for an update, without what goes on in threads."""
    update = Update.de_json(raw, office.application.bot)
    begun = time.thread_time()
    await office.application.process_update(update)
    return time.thread_time() - begun


async def measure(office: Office) -> dict[str, tuple[float, str]]:
    """For each way to type the worst text, with its time; the better of two tries, without the collector's pauses."""
    api, user = office.api, office.api.user()
    chat, group = api.private(user), api.group(members=[user], bot="administrator")
    worst: dict[str, tuple[float, str]] = {}
    for text in TEXTS:
        ways = {f"private {head}".strip(): (chat, head) for head in HEADS} | {
            "group @": (group, "@jianda_bot ")
        }
        for way, (place, head) in ways.items():
            tries = []
            for _ in range(2):
                api.message(place, user, head + repeated(text, LONGEST - len(head) - 1) + "问")
                tries += [await seconds(office, raw) for raw in api.take_updates()]
            worst[way] = max(worst.get(way, (0.0, "")), (min(tries), text))
        api.inline(user, repeated(text, INLINE - 1) + "问", "")
        for raw in api.take_updates():
            worst["inline"] = max(worst.get("inline", (0.0, "")), (await seconds(office, raw), text))
    return worst


async def main() -> None:
    """Prints the worst of each way, the slowest first."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        load(example_corpus(), folder / "jianda.db")
        office = Office(BotApi(), folder, KnowledgeBase(folder / "jianda.db", today))  # type: ignore[arg-type]
        office.api.world.privacy = False
        await office.open(owners=(500_001,), limit_per_minute=0, group_limit_per_minute=0)
        gc.disable()
        worst = await measure(office)
        office.state.close()
    for way, (spent, text) in sorted(worst.items(), key=lambda item: -item[1][0]):
        print(f"{1000 * spent:7.1f} ms  {way:24} {text!r}", "" if spent <= MOST else "TOO LONG", flush=True)


if __name__ == "__main__":
    asyncio.run(main())
