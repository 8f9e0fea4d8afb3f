"""What the bot says to editors who look after the documents: one field a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """The sentences of one language; the names in braces are filled in."""

    # a file that was sent
    too_big: str
    recognising: str
    unreadable: str
    same: str
    not_there: str
    read: str
    replaces: str
    facts: str
    found: str
    noise: str
    reasons: Mapping[str, str]  # why a line is left out, by the name of the rule
    left_out: str
    details: Mapping[str, str]  # what else is known of a document
    like: str
    add: str
    add_replacing: str
    drop: str
    dropped: str
    ended: str
    # corrections
    change: Mapping[str, str]  # a field → the button that changes it
    ask: Mapping[str, str]  # a field → what to type
    wrong: Mapping[str, str]  # a field → why what was typed cannot be used
    fields: Mapping[str, str]
    as_printed: str
    # one document
    manage: str
    document: str
    replace: str
    replace_how: str
    read_again: str
    remove: str
    back: str
    # what is confirmed
    asked: Mapping[str, str]  # an action → the question
    go: Mapping[str, str]  # an action → its button
    done: str
    not_loaded: str
    undo: str
    undo_none: str
    trying: str
    # after a reload
    reloaded: str
    reloaded_same: str
    examples: str
    questions_changed: str
    question_changes: str
    questions_came: str
    questions_went: str
    questions_new: str
    question_reworded: str
    question_answer: str
