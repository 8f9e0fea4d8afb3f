"""The addresses of the pages, and which of them a button of the chat leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, urlencode

from bot.callback_data.browsing import (
    AskSuggestion,
    Compare,
    ListDeadlines,
    ListTargets,
    ListTopics,
    OpenDocument,
    OpenPassage,
    OpenSection,
    OpenSubtopic,
    OpenTopic,
    OpenView,
)
from bot.callback_data.codec import CallbackData, unpacked
from bot.chat.passage_view import unpack
from bot.rendering.message import Button, Rows


@dataclass(frozen=True, slots=True)
class Link:
    """The words of a link and where it leads."""

    label: str
    url: str


def document_url(document: str) -> str:
    """The page of a document."""
    return f"/d/{quote(document, safe='')}"


def passage_url(passage: str) -> str:
    """The page of a document, opened at a passage."""
    return f"/p/{quote(passage, safe='')}"


def list_url(path: str, words: str = "", page: int | None = None) -> str:
    """A page of a list that some words narrow; `page` counts from 0."""
    query = {"q": words} if words else {}
    number = {} if page is None else {"page": str(page + 1)}
    return path + ("?" if query or number else "") + urlencode(query | number)


def links(rows: Rows) -> list[Link]:
    """The buttons of a message that lead to a page."""
    return list(_links(button for row in rows for button in row))


def _links(buttons: Iterator[Button]) -> Iterator[Link]:
    for button in buttons:
        data = unpacked(button.data, tuple(_PAGES)) if button.data else None
        url = _url(button, data) if data else ""
        if url and not button.label.isdecimal():
            yield Link(button.label, url)


def _url(button: Button, data: CallbackData) -> str:
    if isinstance(data, AskSuggestion):
        return list_url("/s", button.label)
    return _PAGES[type(data)](data)


def _view(data: OpenView) -> str:
    view = unpack(data.view)
    return passage_url(view.passages[view.at]) if view else ""


_PAGES: Mapping[type[CallbackData], Callable[[Any], str]] = MappingProxyType(
    {
        AskSuggestion: lambda data: "",
        OpenView: _view,
        OpenPassage: lambda data: passage_url(data.passage),
        OpenSection: lambda data: passage_url(data.passage),
        OpenDocument: lambda data: document_url(data.document),
        ListTopics: lambda data: "/topics",
        OpenTopic: lambda data: f"/topics/{data.topic}",
        OpenSubtopic: lambda data: f"/topics/{data.topic}",
        ListDeadlines: lambda data: list_url("/ddl", data.words, data.page),
        ListTargets: lambda data: list_url("/targets", data.words, data.page),
        Compare: lambda data: list_url("/compare", data.words, data.page),
    }
)
