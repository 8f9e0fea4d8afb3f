"""A passage with its citation, ready to be pasted elsewhere."""

from __future__ import annotations

from bot.messages import Messages
from bot.rendering.answers import cited
from bot.rendering.markup import units, visible
from bot.rendering.table_rows import readable
from knowledge.answers import Answer

LONGEST = 256  # what a copy button of Telegram holds


def copied(answer: Answer, words: Messages) -> str:
    """The passage with its citation; where both are too long, the citation alone."""
    place = visible(cited(answer, words))
    whole = visible(readable(answer)) + "\n" + words.citation.format(source=place)
    if units(whole) <= LONGEST:
        return whole
    return place if units(place) <= LONGEST else _cut(place)


def _cut(text: str) -> str:
    while units(text) >= LONGEST:
        text = text[:-1]
    return text + "…"
