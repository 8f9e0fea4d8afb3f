"""A filter in plain words, told back as it was understood."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bot.messages import Messages
from bot.rendering.dates import days_in_words
from knowledge.filters.parser import WordFilter
from knowledge.temporal.windows import Window

SAYS_ITS_YEAR = re.compile(r"(?:19|20)\d\d")


def understood(asked: WordFilter, today: dt.date, words: Messages) -> str:
    """What a filter asks for, part by part, times with their days; empty when it asks for everything."""
    return words.between_parts.join(_parts(asked, today, words))


def _parts(asked: WordFilter, today: dt.date, words: Messages) -> Iterator[str]:
    yield from asked.documents
    yield from (words.body_told.format(name=name) for name in asked.bodies)
    yield from (words.word_told.format(word=word) for word in asked.words)
    windows = asked.windows(today)
    yield from (_time(phrase, windows.get(phrase), words) for phrase in asked.times)
    if asked.state:
        yield words.states[asked.state]


def _time(phrase: str, window: Window | None, words: Messages) -> str:
    if window is None or window.any_year or SAYS_ITS_YEAR.match(phrase):
        return phrase
    return words.days_told.format(phrase=phrase, days=days_in_words(window.since, window.until, words))
