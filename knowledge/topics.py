"""Topics: the keys of the knowledge base, from a taxonomy of health work."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_STRONG, _WEAK = 1.0, 0.35
_HEADING, _OUTER_HEADING = 1.5, 0.5
# A second topic counts when it is nearly as much what the passage is about as the first.
_SHARE_OF_BEST = 0.6
OTHER = "综合"
"""The topic of what none of the taxonomy fits."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with the words that tell it, strong and weak, and the theme that it belongs to."""

    name: str
    parent: str
    words: tuple[str, ...]
    weak: tuple[str, ...] = ()

    def score(self, text: str) -> float:
        """How much a text speaks of the topic; a word counts once, longer words more."""
        strong = sum(_STRONG * len(word) / 2 for word in self.words if word in text)
        return strong + sum(_WEAK * len(word) / 2 for word in self.weak if word in text)


@dataclass(frozen=True, slots=True)
class TopicCount:
    """A topic with its theme and how many passages and questions it keys."""

    name: str
    parent: str
    passages: int
    questions: int


@cache
def taxonomy() -> tuple[Topic, ...]:
    """The topics of `data/topics.toml`."""
    data = tomllib.loads((files("knowledge") / "data" / "topics.toml").read_text(encoding="utf-8"))
    return tuple(
        Topic(row["name"], row["parent"], tuple(row["words"]), tuple(row.get("weak", ())))
        for row in data["topic"]
    )


def parent_of(name: str) -> str:
    """The theme of a topic, or the topic itself when the taxonomy has none."""
    return next((topic.parent for topic in taxonomy() if topic.name == name), name)


def classify(text: str, headings: Sequence[str]) -> tuple[str, ...]:
    """The topics of a passage, the main one first; its innermost heading counts most, the outer ones a little."""
    scored = [(_score(topic, text, headings), topic.name) for topic in taxonomy()]
    best = max(score for score, _ in scored)
    if best <= 0:
        return (OTHER,)
    chosen = [(score, name) for score, name in scored if score >= max(best * _SHARE_OF_BEST, _STRONG)]
    chosen.sort(key=lambda pair: -pair[0])
    return tuple(name for _, name in chosen[:3]) or (max(scored)[1],)


def _score(topic: Topic, text: str, headings: Sequence[str]) -> float:
    inner = topic.score(headings[-1]) * _HEADING if headings else 0.0
    return topic.score(text) + inner + sum(topic.score(heading) * _OUTER_HEADING for heading in headings[:-1])
