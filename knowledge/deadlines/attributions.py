"""Attributions: the stretches of a sentence that say who is responsible for what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from knowledge.deadlines.labels import Label, find_labels
from knowledge.deadlines.responsible_bodies import Responsible
from knowledge.deadlines.role_phrases import names_alone, says_roles_alone, stated_roles
from knowledge.deadlines.scopes import scopes_of
from knowledge.text.modality import Statement
from loaders.lazy_pattern import lazy_pattern

# At the end of a clause; inside one it explains a word (市卫健委（市疾控局）).
BRACKET = lazy_pattern(
    r"[（(]([^（）()]{2,80}(?:[（(][^（）()]{1,14}[）)][^（）()]{0,40})?)[）)](?=[。；;，,！]|$)"
)
# Without any of these a sentence attributes nothing; most have none.
MAY_ATTRIBUTE = lazy_pattern(
    r"[：:（(]|牵头|负责|会同|配合|参与|参加|协助|协同|实施|承担|主[责抓办]|承办|兜底|落实|支持"
)
OPENS_WITH_BODIES = lazy_pattern(
    r"(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）).．、]{1,2})?(?P<bodies>[^，。；：:]{3,40}?)[：:]"
)
PUNCTUATION = lazy_pattern(r"[\s，,。；;、：:（）()【】\[\]*|]*")


Attributions = Mapping[tuple[int, int], Sequence[Label]]
"""The attributions of the sentences of a document, by the span of each; none for those without."""


def attributions(sentences: Iterable[Statement]) -> Attributions:
    """The attributions of some sentences."""
    labelled = ((statement.span, attributions_of(statement)) for statement in sentences)
    return {span: labels for span, labels in labelled if labels}


def attributions_of(statement: Statement) -> list[Label]:
    """The attributions of a sentence in reading order.

    They are its labels (责任单位：A), else its brackets that give roles or hold names alone (（A牵头，B配合）, （A、B）),
    else the whole sentence where it gives roles and does nothing else, else the body that opens a line (A：负责…).
    """
    words = statement.words
    if not MAY_ATTRIBUTE.search(words.text):
        return []
    if labels := find_labels(words):
        return labels
    if scopes_of(words.text):
        return []
    labels = [Label(*words.span(*place), place, bodies) for place, bodies in _places(statement) if bodies]
    return labels or _of_opening(statement)


def _places(statement: Statement) -> Iterator[tuple[tuple[int, int], tuple[Responsible, ...]]]:
    """The brackets of a sentence that name bodies, else all of it; with the bodies, which may be none."""
    words = statement.words.text
    brackets = [(match.span(), _in_bracket(match[1])) for match in BRACKET.finditer(words)]
    if any(bodies for _, bodies in brackets):
        yield from brackets
    elif says_roles_alone(words):
        yield (0, len(words)), stated_roles(words)


def _of_opening(statement: Statement) -> list[Label]:
    """The bodies that a paragraph begins with, as a line to each of them does (县卫健局：负责…)."""
    opened = OPENS_WITH_BODIES.match(statement.words.text) if statement.index <= 0 else None
    bodies = names_alone(opened["bodies"]) if opened else ()
    return [Label(*statement.words.span(*opened.span()), opened.span(), bodies)] if opened and bodies else []


def without_attributions(words: str, attributions: Sequence[Label]) -> str:
    """A sentence as long as before, its attributions and all the brackets around them made into marks."""
    for label in attributions:
        begin, end = label.place
        words = words[:begin] + "；" * (end - begin) + words[end:]
    return words


def _in_bracket(words: str) -> tuple[Responsible, ...]:
    return stated_roles(words) if says_roles_alone(words) else names_alone(words)
