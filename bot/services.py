"""What the handlers work with, put together once by the composition root."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from telegram.ext import CallbackContext

from bot.access import Access
from bot.reloading import Reloader
from knowledge.knowledge_base import KnowledgeBase

Context = CallbackContext[Any, Any, Any, dict[str, object]]

KEY = "services"


@dataclass(frozen=True, slots=True)
class Services:
    """The knowledge base, who may ask it, and the loads of the administrators."""

    knowledge: KnowledgeBase
    access: Access
    reloader: Reloader


def services(context: Context) -> Services:
    """The services of the running application."""
    return cast(Services, context.bot_data[KEY])
