"""Pages that were made are shown again, for as long as all that they were made from is the same."""

from __future__ import annotations

from collections.abc import Hashable, MutableMapping
from dataclasses import dataclass, field

from cachetools import TTLCache

MOST = 16 * 1024 * 1024  # bytes of pages
MINUTES = 600.0  # seconds after which a page is made anew


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page, and the object that it was made from and that is another one once anything of it changes."""

    html: bytes
    source: object


def _pages() -> TTLCache[Hashable, MadePage]:
    return TTLCache(MOST, MINUTES, getsizeof=lambda page: len(page.html))


@dataclass(frozen=True, slots=True)
class PageCache:
    """The pages by what tells them apart. It is used on the event loop alone, as a TTLCache may be used by one thread."""

    pages: MutableMapping[Hashable, MadePage] = field(default_factory=_pages)

    def find(self, key: Hashable, source: object) -> bytes | None:
        """The page of a key, None where there is none, or it was made from something else."""
        made = self.pages.get(key)
        return made.html if made and made.source is source else None

    def keep(self, key: Hashable, source: object, html: bytes) -> None:
        """Keeps a page; one that is larger than all the room is not kept."""
        if len(html) < MOST:
            self.pages[key] = MadePage(html, source)
