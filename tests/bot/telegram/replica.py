"""A bot to which a test brings updates, as one of several behind a webhook."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from telegram import Update
from telegram.ext import ApplicationHandlerStop, MessageHandler, filters

from bot.concurrency import in_thread
from bot.rendering.message import say
from bot.telegram.tasks.taking_over import keep_taking_over
from bot.telegram.transport.sending import send
from tests.bot.telegram.online import Online


class Replica(Online):
    """A bot to which the test brings updates, as Telegram does by webhook."""

    async def start(self) -> int:
        """Goes online without polling."""
        self.gate = asyncio.Event()
        self.application.add_handler(MessageHandler(filters.Regex("^(慢|二)"), self._slowly), group=-3)
        await self.application.initialize()
        left = await self.queue.restore(self.application.bot, self.state)
        await self.application.start()
        taking_over = keep_taking_over(self.queue, self.application.bot, self.state, 0.02)
        self.taking_over = asyncio.create_task(taking_over)
        return left

    async def bring(self, raw) -> None:
        """Brings an update."""
        await self.queue.put(Update.de_json(raw, self.application.bot))

    def lose_the_line(self) -> None:
        """What becomes of the line when the network is cut, or the machine held up for too long."""
        self.state._database._connection.close()

    async def stop(self) -> None:
        """Stops."""
        self.gate.set()
        self.taking_over.cancel()
        self.processor.end()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.application.stop(), 2)
        await self.processor.break_off()
        await self.application.shutdown()
        await in_thread(self.state.close)

    async def _slowly(self, update, context) -> None:
        """Answers what begins with 慢 once the gate is open, and what begins with 二 in two parts."""
        text = update.message.text
        if text.startswith("慢"):
            await self.gate.wait()
        for part in range(1 + text.startswith("二")):
            await send(context.bot, update.message, say(f"{text}{part}"))
        raise ApplicationHandlerStop


def says(api, user, chat, text):
    """The update of a message."""
    api.message(chat, user, text)
    (raw,) = api.take_updates()
    return raw


def texts(api, chat):
    return [sent.text for sent in api.sent(chat)]
