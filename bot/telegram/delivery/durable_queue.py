"""The queue of updates: each is written down before it is queued, and so before Telegram hears that it was taken."""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
from collections.abc import Sequence
from typing import Any

from telegram import Bot, Update
from telegram.ext import BaseHandler

from bot.errors import StateError
from bot.messages import Messages, in_language
from bot.state import State
from bot.state.usage.inbox import Waiting
from bot.telegram.delivery.journal import Journal
from bot.telegram.transport.polling import PollLine
from bot.telegram.transport.update_batch import Json

DAY = 86_400.0  # seconds for which Telegram keeps an update
MOST_RUNS = 10  # times that an update is begun; one that ends the program each time must not do so for ever

log = logging.getLogger(__name__)


class DurableQueue(asyncio.Queue[object]):
    """Takes in what somebody handles; what nobody does (the talk of a group) is written nowhere.

    Arguments: where updates are written down, the handlers, and what is known of the polling.
    """

    def __init__(
        self, journal: Journal, handlers: Sequence[BaseHandler[Any, Any, Any]], line: PollLine
    ) -> None:
        super().__init__()
        self._journal, self._handlers, self._line = journal, handlers, line
        self._restored: list[int] = []

    async def put(self, item: object) -> None:
        """Takes an update in, unless it was taken before or is empty; anything else is only queued.

        Raises StateError where an update cannot be written down and comes again.
        """
        if not isinstance(item, Update) or await self._is_wanted(item):
            await super().put(item)

    async def put_all(self, updates: Sequence[tuple[Update, Json]]) -> None:
        """Takes several updates in, each also as it came, which are written down together, in their order."""
        wanted = await asyncio.gather(*(self._is_wanted(update, raw) for update, raw in updates))
        for update, _ in itertools.compress(updates, wanted):
            await super().put(update)

    def refuse_unwritten(self) -> None:
        """Takes nothing more that cannot be written down: it is brought again."""
        self._journal.refuses_unwritten = True

    def is_catching_up(self) -> bool:
        """Whether something is left that the program before did not finish."""
        return any(map(self._journal.is_in_hand, self._restored))

    async def restore(self, bot: Bot, state: State) -> int:
        """Queues what programs that are gone did not finish, and notes what may have got lost; says how many are
        queued."""
        count = 0
        for waiting in await self._journal.take_over():
            update = _update(waiting, bot)
            if await self._goes_on(waiting, update, _words(state, waiting, update)):
                self._journal.take_in_hand(waiting.id)
                await super().put(update)
                self._restored.append(waiting.id)
                count += 1
            else:
                await self._journal.finish(waiting.id)
        return count

    async def _is_wanted(self, update: Update, raw: Json | None = None) -> bool:
        try:
            return await self._is_taken_in(update, raw)
        except StateError:
            raise
        except Exception:  # PTB would end its polling for good
            log.exception("an update could not be written down")
            return True

    async def _is_taken_in(self, update: Update, raw: Json | None) -> bool:
        if not any(getattr(update, kind) for kind in Update.ALL_TYPES):  # its id alone: it could not be read
            return False
        if update.inline_query or not self._is_handled(update):
            return True  # who types on in inline mode has long forgotten it after a restart
        content = json.dumps(raw) if raw else update.to_json()
        return await self._journal.take(update, content, self._asked_at(update))

    def _is_handled(self, update: Update) -> bool:
        try:
            return any(handler.check_update(update) not in (None, False) for handler in self._handlers)
        except Exception:  # told where it is handled
            return True

    def _asked_at(self, update: Update) -> float:
        """When an update came: now, unless it may have waited for the bot; clocks need not agree to the minute."""
        now = self._journal.clock()
        if not (self._line.is_behind and update.message):
            return now
        asked = update.message.date.timestamp()
        return asked if now - DAY < asked < now else now

    async def _goes_on(self, waiting: Waiting, update: Update | None, words: Messages) -> bool:
        """Whether the handlers go on with an update; what may have got lost of its answer is noted."""
        if waiting.sending is not None:
            await self._journal.note_unsure(waiting.sending, words)
        if update and waiting.runs < MOST_RUNS and not waiting.changed:
            return True
        if not waiting.changed:
            log.error("放弃更新 %d，它处理不完（an update that never ends is given up）", waiting.id)
        if waiting.chat is not None and waiting.sending is None and not waiting.sent:
            await self._journal.note_unsure(waiting.chat, words, "change" if waiting.changed else "answer")
        return False


def _update(waiting: Waiting, bot: Bot) -> Update | None:
    try:
        return Update.de_json(json.loads(waiting.content), bot)
    except Exception as error:  # another version of PTB wrote it
        log.warning(
            "更新 %d 读不懂了：%s（an update can no longer be read）", waiting.id, type(error).__name__
        )
        return None


def _words(state: State, waiting: Waiting, update: Update | None) -> Messages:
    """The sentences in the language that the chat or the person chose, else in that of their Telegram."""
    chosen = [state.languages.of(place) for place in (waiting.chat, waiting.person) if place is not None]
    user = update.effective_user if update else None
    return in_language(next(filter(None, chosen), user.language_code if user else None))
