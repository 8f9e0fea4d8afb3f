"""What the handlers work with, put together once by the composition root."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from telegram import Update
from telegram.ext import CallbackContext

from bot.access.access import Access
from bot.access.rate_limits import RateLimits
from bot.chat.site_links import SiteLinks
from bot.clock import Clock
from bot.config.config import Telegram, example_corpus
from bot.conversation.memory import Memory
from bot.documents.reloader import Reloader
from bot.reminders.sources import Sources
from bot.state import State
from bot.state.chats.schedule import Schedule
from knowledge.knowledge_base import KnowledgeBase
from knowledge.readers import STRANGER, Reader

Context = CallbackContext[Any, Any, Any, dict[str, object]]
Handle = Callable[[Update, Context], Coroutine[Any, Any, None]]

KEY = "services"
READING_AS: ContextVar[Reader | None] = ContextVar("reading_as", default=STRANGER)
"""As whom the update that is handled reads; until the guard has said so, as a stranger."""
_NARROWED: ContextVar[tuple[Services, Reader | None, Services] | None] = ContextVar("narrowed", default=None)
"""The services that were last asked for, for whom, and as they are for them: an update asks for them ten times."""


@dataclass(frozen=True, slots=True, eq=False)
class Services:
    """The knowledge base, who may ask it, the loads of the administrators, and what people made.

    The files of `corpus` are sent when `send_files` says so; `memory` holds what an ongoing conversation leans on;
    `limits` say how much is answered a minute; `usual` when reminders come if nobody says
    otherwise; `site` leads into the reading room, None where there is none.
    """

    knowledge: KnowledgeBase
    access: Access
    reloader: Reloader
    state: State
    clock: Clock
    corpus: Path = field(default_factory=example_corpus)
    send_files: bool = True
    memory: Memory = field(default_factory=Memory)
    limits: RateLimits = field(default_factory=lambda: RateLimits(Telegram()))
    usual: Schedule = field(default_factory=Schedule)
    site: SiteLinks | None = None

    def sources(self) -> Sources:
        """What reminders are made of."""
        return Sources(
            self.knowledge,
            self.state,
            self.access,
            self._is_quiet,
            self.clock.zone,
            self.usual.at,
            self.site,
        )

    def _is_quiet(self, chat: int, moment: dt.datetime) -> bool:
        return self.state.preferences.of(chat).is_quiet(moment)


def read_as(reader: Reader | None) -> None:
    """The update that is handled from here on is that of a reader; what was asked for of an earlier one is forgotten, which
    knows nothing of what has been taught since."""
    READING_AS.set(reader)
    _NARROWED.set(None)


def services_of(context: Context) -> Services:
    """The services of the running application, with the documents that the update that is handled may see."""
    services, reader = cast(Services, context.bot_data[KEY]), READING_AS.get()
    last = _NARROWED.get()
    if last is None or last[:2] != (services, reader):
        last = services, reader, replace(services, knowledge=services.knowledge.read_by(reader))
        _NARROWED.set(last)
    return last[2]
