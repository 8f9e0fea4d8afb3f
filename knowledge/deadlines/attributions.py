"""Attributions: the stretches of a sentence that say who is responsible for what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.deadlines.labels import Label, find_labels
from knowledge.deadlines.responsible_bodies import Responsible
from knowledge.deadlines.role_phrases import names_alone, says_roles_alone, stated
from knowledge.deadlines.scopes import scopes_of
from knowledge.text.modality import Statement

BRACKET = re.compile(r"[（(]([^（）()]{2,80}(?:[（(][^（）()]{1,14}[）)][^（）()]{0,40})?)[）)]")
PUNCTUATION = re.compile(r"[\s，,。；;、：:（）()【】\[\]*|]*")


def attributions_of(statement: Statement) -> list[Label]:
    """The attributions of a sentence in reading order.

    They are its labels (责任单位：A), else the whole sentence where it gives roles and does nothing else
    (A牵头，B配合。), else its brackets that do so or that hold names alone (（A、B）).
    """
    words = statement.words
    if found := find_labels(words):
        return found
    if scopes_of(words.text):
        return []
    if says_roles_alone(words.text):
        return [Label(*statement.span, (0, len(words.text)), stated(words.text.strip("（）()")))]
    brackets = ((match.span(), _in_bracket(match[1])) for match in BRACKET.finditer(words.text))
    return [Label(*words.span(*place), place, bodies) for place, bodies in brackets if bodies]


def without(words: str, attributions: Sequence[Label]) -> str:
    """A sentence as long as before, its attributions and all the brackets around them made into marks."""
    for one in attributions:
        begin, end = one.place
        words = words[:begin] + "；" * (end - begin) + words[end:]
    return words


def is_attribution_alone(statement: Statement, attributions: Sequence[Label]) -> bool:
    """Whether nothing but attributions stands in a sentence."""
    return bool(attributions) and not re.sub(
        PUNCTUATION, "", without(statement.words.text, attributions)
    )


def _in_bracket(words: str) -> tuple[Responsible, ...]:
    return stated(words) if says_roles_alone(words) else names_alone(words)
