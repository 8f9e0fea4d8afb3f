"""A request as a page sees it, and what a page gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.responses import Response

from bot.chat.context import ChatContext
from bot.chat.site_links import SiteLinks
from bot.messages import Messages
from bot.rendering.markup import visible
from knowledge.knowledge_base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Visit:
    """A request: what may be read, how it is said, the id that the path names, the query, where the files are.

    `calendar` is the secret that a calendar program shows instead of a cookie, empty where none is needed; `site` knows the citations of the bot.
    """

    knowledge: KnowledgeBase
    setting: ChatContext
    place: str = ""
    query: Mapping[str, str] = field(default_factory=dict)
    corpus: Path = Path()
    calendar: str = ""
    site: SiteLinks | None = None

    @property
    def words(self) -> Messages:
        """The sentences of the visitor's language."""
        return self.setting.words

    @property
    def typed(self) -> str:
        """What was typed into the form of the page."""
        return " ".join(visible(self.query.get("q", "")).split())

    @property
    def page(self) -> int | None:
        """The page of a list, counted from 0; None where the address names none."""
        number = self.query.get("page", "")
        return int(number) - 1 if number.isascii() and number.isdecimal() and 0 < len(number) < 7 else None


@dataclass(frozen=True, slots=True)
class Page:
    """A template with its values, and the status of HTTP."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


Shown = Page | Response
Show = Callable[[Visit], Shown]
"""Makes a page; raises HTTPException with the status of what cannot be shown."""
