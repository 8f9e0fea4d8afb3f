"""The texts of a candidate in the form that queries have, made once for an immutable base and kept with the candidate."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import add

from knowledge.store.records import QuestionAnswer, StoredPassage

_END = re.compile("[。!?]")
_APART = "。"  # between texts that are joined: no words stand across it, not even drawn apart


@dataclass(frozen=True, slots=True)
class CandidateTexts:
    """The normalised texts of a candidate: the passage whole and in sentences, its headings with the title of its
    document, its neighbours in the section, the wordings of each stored question; then all of them joined, and the
    characters that stand side by side there."""

    passage: str
    sentences: tuple[str, ...]
    above: str
    around: str
    questions: tuple[tuple[str, ...], ...]
    joined: str
    side_by_side: frozenset[str]

    @classmethod
    def of(
        cls,
        passage: StoredPassage,
        title: str,
        around: str,
        stored: Sequence[QuestionAnswer],
        normalise: Callable[[str], str],
    ) -> CandidateTexts:
        """The texts of a passage, of a document with a title, with what stands around it and its stored questions."""
        text, above = normalise(passage.text), normalise(" ".join((*passage.headings, title)))
        questions = tuple(tuple(map(normalise, pair.wordings)) for pair in stored)
        around = normalise(around)
        joined = _APART.join([text, above, around, *(wordings[0] for wordings in questions)])
        sentences = tuple(filter(None, _END.split(text))) or (text,)
        # The same pairs recur in all texts, so each is kept once.
        beside = frozenset(map(sys.intern, side_by_side(joined)))
        return cls(text, sentences, above, around, questions, joined, beside)


def side_by_side(text: str) -> frozenset[str]:
    """The pairs of characters that stand side by side in a text."""
    return frozenset(map(add, text, text[1:]))
