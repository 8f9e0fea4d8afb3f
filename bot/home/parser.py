"""我是青汀的, 我们是青汀县民政局的, 我是青汀县民政局的张三: where somebody says to be at home."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.state.chats.homes import NOWHERE, Home
from knowledge.filters.vocabulary import BODY
from loaders.lazy_pattern import lazy_pattern

LONGEST = 40  # characters
_SAID = lazy_pattern(r"\s*(?:我们?|本人|本群|这个群)(?:是|在|属于|来自)\s*(.{2,30}?)\s*[。.!！]*\s*")
_END = lazy_pattern(r"(?:的|工作的?|上班的?|的人)$")
_LEVEL = lazy_pattern(r"^[省市县区旗州]")
_PERSON = lazy_pattern(r"[\u4e00-\u9fff]{2,4}")


def read_home(text: str, places: Collection[str]) -> Home:
    """Where a text says that its writer is at home, nowhere for any other text.

    Arguments: what was typed; the places that documents are of: any other place is not one to be at home in.
    """
    said = _SAID.fullmatch(text) if len(text) <= LONGEST else None
    if said is None or re.search(r"[?？吗呢]", text):
        return NOWHERE
    place = max((name for name in places if said[1].startswith(name)), key=len, default="")
    rest = _LEVEL.sub("", said[1].removeprefix(place)) if place else said[1]
    body, _, person = rest.partition("的") if "的" in rest.rstrip("的") else (rest, "", "")
    body = _END.sub("", body)
    return _home(place, body, _END.sub("", person))


def _home(place: str, body: str, person: str) -> Home:
    """The home of some words, nowhere where one of them is not what it should be."""
    is_body = not body or bool(BODY.search(f"县{body}"))
    is_person = not person or bool(_PERSON.fullmatch(person))
    return Home(place, body, person) if (place or body) and is_body and is_person else NOWHERE
