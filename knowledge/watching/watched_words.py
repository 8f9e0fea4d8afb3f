"""The words that somebody watches: a matter, an indicator, a body or a place, by these or other words for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.documents import Document
from knowledge.filters.body_match import names_of
from knowledge.watching.statements import Statement, bare

_TITLE = re.compile("《([^《》]+)》")
UNITS = "(?:省|市|县|区|州|旗)"
LONGEST = 80  # characters of what is watched
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class WatchedWords:
    """Words that must all be met, each by itself or by words that mean the same (医共体, 紧密型县域医共体), in documents of
    these titles (《…》) alone, if there are any."""

    parts: tuple[tuple[str, ...], ...]
    titles: tuple[str, ...] = ()

    def are_met(self, statement: Statement, document: Document) -> bool:
        """Whether a statement of a document, or the heading right above it, speaks of them; a place is met by all that
        a document of it states."""
        title = bare(document.title)
        if not all(wanted in title for wanted in self.titles):
            return False
        text = bare(statement.heading + "\n" + statement.text)
        return all(
            any(name in text for name in names) or _is_place(names[0], document) for names in self.parts
        )


def watched_words(typed: str) -> WatchedWords:
    """What was typed, as it is looked for; what stands in 《》 is a title."""
    titles, rest = _TITLE.findall(typed), _TITLE.sub(" ", typed)
    parts = dict.fromkeys(bare(part) for part in re.split(r"[\s,，、;；]+", rest) if part.strip())
    return WatchedWords(
        tuple(tuple(map(bare, names_of(part))) for part in parts), tuple(bare(title) for title in titles)
    )


def _is_place(name: str, document: Document) -> bool:
    """Whether a document is of a place: 青汀 and 青汀县 for one of 青汀."""
    place = bare(document.place or "")
    core = re.sub(rf"{UNITS}$", "", name) or name
    named = re.search(rf"{re.escape(core)}{UNITS}", bare(document.title))
    return bool(place and (core == place or core == re.sub(rf"{UNITS}$", "", place))) or (
        bool(named) and name in (core, named[0] if named else "")
    )
