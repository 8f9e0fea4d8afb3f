"""Topics as a button names them, by a key since their names may be longer than its data, and as people type them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.ids import make_id
from knowledge.lexicon.thesaurus import built_in
from knowledge.lexicon.topics import topics_named


def topic_key(name: str) -> str:
    """The key of a topic."""
    return make_id(name)


def topic_of(key: str, names: Iterable[str]) -> str | None:
    """The topic with that key, None when it is not among these."""
    return next((name for name in names if topic_key(name) == key), None)


def topics_typed(words: str, names: Sequence[str]) -> list[str]:
    """The topics that somebody types after a command, in official words or their own (托儿), in the order of `names`."""
    spellings = (variant.words for variant in built_in().variants(words.strip()))
    return topics_named(words, names, spellings)
