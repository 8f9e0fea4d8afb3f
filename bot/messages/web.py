"""What the reading room says: the pages that a browser shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WebWords:
    """The sentences of one language; the names in braces are filled in."""

    language: str  # the code that a page declares (BCP 47)
    name: str
    skip: str
    rooms: Mapping[str, str]  # a path → how its page is called
    # asking
    ask: str
    ask_hint: str
    ask_label: str
    example: str
    answer: str
    read_there: str
    more_passages: str
    # documents
    documents: str
    no_documents: str
    outline: str
    file: str
    facts: str
    printed_page: str
    page_picture: str
    not_on_page: str
    instead: str
    moved: str
    changed: str
    changed_words: str
    due: str
    goal: str
    # topics
    topics: str
    questions: str
    # lists
    filter: str
    filter_label: str
    deadlines_hint: str
    targets_hint: str
    columns: Mapping[str, str]  # the name of a column → its heading
    before: str
    after: str
    page: str
    timeline: str
    calendar: str
    calendar_hint: str
    # comparing
    compare_label: str
    compare_hint: str
    changes: Mapping[str, str]  # what became of a task or target → how it is said
    compare_years: str
    # in the chat
    open: str
    link: str
    none: str
    # the way in
    enter: str
    enter_ask: str
    enter_none: str
    enter_expired: str
    enter_telegram: str
    home: str
    faults: Mapping[int, str]  # a status of HTTP → what it means here
    fault_titles: Mapping[int, str]
    failed: str
    serving: str
    footer: str
