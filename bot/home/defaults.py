"""What a home is the default of: the filter of a list that names no place and no body, the documents of a question."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.chat.context import ChatContext
from bot.marks.selection import read
from bot.state.chats.homes import Home
from knowledge.knowledge_base import KnowledgeBase
from loaders.lazy_pattern import lazy_pattern

ROOM = 34  # bytes of a filter that the buttons of every list can carry
_EVERYWHERE = lazy_pattern(r"(?:全部|所有|不限)地区[：:，,\s]*|\ball places\b:?\s*", re.IGNORECASE)
_BEFORE = lazy_pattern(r"\s*(?:(?:全部|所有)地区|all places)\s*[：:]\s*", re.IGNORECASE)
_WIDER = lazy_pattern(
    r"(?:全|各|哪[个些]?|每个?|本|我)[省市县区]|[省市县]里|全国|各地|哪里|哪儿|[省市县区](?:级|委|政府|卫)"
)
_MINE = lazy_pattern(r"(?:^|\s)(?:我的|我)(?=$|\s)")


def places_of(knowledge: KnowledgeBase) -> frozenset[str]:
    """The places that documents are of."""
    return frozenset(document.place for document in knowledge.documents() if document.place)


def is_everywhere(words: str) -> bool:
    """Whether some words ask for all places, whatever the home."""
    return _EVERYWHERE.search(words) is not None


def without_everywhere(words: str) -> str:
    """The words without those that ask for all places."""
    return _EVERYWHERE.sub("", words).strip()


def asked_everywhere(question: str) -> str:
    """A question without 全部地区： before it, itself where nothing stands before it."""
    before = _BEFORE.match(question)
    return question[before.end() :] if before else question


def filter_at_home(words: str, home: Home, places: Collection[str], bodies: bool = True) -> str:
    """The filter of a list with the place and, for `bodies`, the body of a home, where the words name none; 我的 is
    what the person of the home, else its body, has to do."""
    if is_everywhere(words):
        return without_everywhere(words)
    mine = home.person or home.body
    words = _MINE.sub(f" {mine}", words).strip() if mine else words
    asked = read(words).rest
    if not home or asked.documents or names_a_place(words, places):
        return words
    body = [home.body] if bodies and home.body and not asked.bodies and mine not in words.split() else []
    for parts in ([home.place, *body, words], [home.place, words]):
        wanted = " ".join(filter(None, parts))
        if len(wanted.encode()) <= ROOM:
            return wanted
    return words


def names_a_place(text: str, places: Collection[str]) -> bool:
    """Whether a text names a place of the documents, or speaks of all of a province, city or county."""
    return any(place in text for place in places) or _WIDER.search(text) is not None


def scope_at_home(knowledge: KnowledgeBase, question: str, setting: ChatContext) -> tuple[str, ...]:
    """The documents of the home that a question is asked of first; none where it names a place, or the chat is
    narrowed to some documents already."""
    place = setting.home.place
    if setting.scope or not place or names_a_place(question, places_of(knowledge)):
        return ()
    return tuple(document.id for document in knowledge.documents() if document.place == place)
