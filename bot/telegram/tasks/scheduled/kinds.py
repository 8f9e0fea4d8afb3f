"""The kinds of scheduled messages that there are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from bot.bulletin import weekly
from bot.reminders.personal import pages as own
from bot.scheduling.kinds import MessageKind
from bot.telegram.transport.services import Services
from bot.watches import news, validity


def kinds_of(services: Services) -> Mapping[str, MessageKind]:
    """How the messages of each kind are written, by the name of the kind."""
    bulletin = partial(
        weekly.weekly_bulletin,
        knowledge=services.knowledge,
        state=services.state,
        access=services.access,
    )
    return {
        weekly.KIND: MessageKind(bulletin, weekly.unsure_bulletin),
        own.KIND: MessageKind(own.due, own.unsure, heeds_quiet=False),
        news.KIND: MessageKind(news.news_message, news.unsure_news),
        validity.KIND: MessageKind(validity.validity_message, validity.unsure_validity),
    }
