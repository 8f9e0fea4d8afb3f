"""A request as a page sees it, and what a page gives back."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from starlette.responses import Response

from bot.chat.context import ChatContext
from bot.chat.site_links import SiteLinks
from bot.messages import Messages
from bot.rendering.markup import visible
from bot.web.edition_cache import Edition, EditionCache, View, view_cache
from bot.web.page_pictures import PagePictures
from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.filters import Located
from knowledge.knowledge_base import KnowledgeBase
from knowledge.targets.targets import Target

T = TypeVar("T")
FEW = 200  # rows that are rendered within 5 ms


class NotAtOnce(Exception):
    """The page has to read, or is long: it is made in a thread, so that the event loop goes on."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A request: what may be read, how it is said, the id that the path names, the query, where the files are.

    `calendar` is the secret that a calendar program shows instead of a cookie, empty where none is needed; `site` knows
    the citations of the bot; `views` keeps what was read for others of the same edition, of none nothing; `at_once`: the page
    is made only if that is quickly done. `number` is that of a printed page, which `pictures` draws.
    """

    knowledge: KnowledgeBase
    setting: ChatContext
    place: str = ""
    query: Mapping[str, str] = field(default_factory=dict)
    corpus: Path = Path()
    calendar: str = ""
    site: SiteLinks | None = None
    edition: Edition | None = None
    at_once: bool = False
    views: EditionCache[View] = field(default_factory=view_cache)
    number: int = 0
    pictures: PagePictures = field(default_factory=PagePictures)

    @property
    def is_current(self) -> bool:
        """Whether what may be read is still that of the edition: a load may have come between."""
        return self.edition is not None and self.knowledge.edition == self.edition.documents

    def prepared(self, name: Hashable, make: Callable[[], T], rows: Callable[[T], int]) -> T:
        """What `make` reads for the pages, read once for all who may read the same; `rows` tells how large it is."""
        view = self.views.find((name, self.edition))
        if self.at_once and (view is None or view.rows > FEW):
            raise NotAtOnce
        if view:
            return cast(T, view.value)
        value = make()
        if self.is_current:
            self.views.keep((name, self.edition), View(value, rows(value)))
        return value

    def deadlines(self) -> Sequence[Located[Deadline]]:
        """All deadlines that may be read."""
        return self.prepared("deadlines", self.knowledge.deadlines, len)

    def targets(self) -> Sequence[Located[Target]]:
        """All targets that may be read."""
        return self.prepared("targets", self.knowledge.targets, len)

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


@dataclass(frozen=True, slots=True)
class Drawing:
    """A response that takes a while to make: one is made after the other, aside from all other work."""

    draw: Callable[[], Response]


Shown = Page | Response | Drawing
Show = Callable[[Visit], Shown]
"""Makes a page; raises HTTPException with the status of what cannot be shown."""
