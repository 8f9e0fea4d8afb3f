"""Verbs that the register does not know, by where they stand."""

from __future__ import annotations

from knowledge.facts.words import words_of

LONGEST_VERB = 5


def is_verb(words: str) -> bool:
    """Whether some words are but a verb that the register does not know: 到岗, 开机, 送到村."""
    return 2 <= len(words) <= LONGEST_VERB and words_of(words)[0].tag == "v"
