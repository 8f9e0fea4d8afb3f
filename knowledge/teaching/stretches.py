"""The stretch of a text that an editor gave as an answer, found again word for word in the section of its pair."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from knowledge.store.reader import Store
from knowledge.store.records import QuestionAnswer, StoredPassage
from knowledge.text.normalisation import squeeze

SHORTEST = 2  # characters; a single one stands everywhere

Section = Callable[[str], Iterable[StoredPassage]]
"""Gives the passage of an id, then the others of its section; none where it is not there."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a passage; `start` and `end` count characters of the decoded text."""

    passage: StoredPassage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words as they are printed."""
        return self.passage.text[slice(*self.within)]

    @property
    def within(self) -> tuple[int, int]:
        """The stretch in characters of its passage."""
        return self.start - self.passage.start, self.end - self.passage.start

    def answering(self, pair: QuestionAnswer) -> QuestionAnswer:
        """A pair that these words answer; what tells the asked thing stays where it stands in them."""
        said = pair.said if pair.said and self.start <= pair.said[0] and pair.said[1] <= self.end else None
        return replace(pair, passage=self.passage.id, start=self.start, end=self.end, said=said)


def find_stretch(words: str, passages: Iterable[StoredPassage], near: int) -> Stretch | None:
    """Where some words stand in the first of some passages that holds them, None where none does.

    They stand there word for word, but for white space and the width of marks and digits. Arguments: the words; the
    passages; where the words are looked for in the decoded text: of several places in a passage the nearest counts.
    """
    wanted = squeeze(words).text
    if len(wanted) < SHORTEST:
        return None
    for passage in passages:
        squeezed = squeeze(passage.text, passage.start)
        places = (match.start() for match in re.finditer(re.escape(wanted), squeezed.text))
        spans = [squeezed.span(at, at + len(wanted)) for at in places]
        if spans:
            return Stretch(passage, *min(spans, key=lambda span: abs(span[0] - near)))
    return None


def section_in(store: Store) -> Section:
    """What gives the passages of a section of the store."""

    def passages(passage_id: str) -> Iterator[StoredPassage]:
        own = store.passage(passage_id)
        if own is None:
            return
        yield own
        inside = store.section(own.document, own.headings)
        yield from (passage for passage in inside if passage.id != own.id)

    return passages


def stretch_of_pair(store: Store, pair_id: str, words: str, scope: Collection[str]) -> Stretch | None:
    """Where the words that answer a stored pair stand now; None where they or the pair are not there, or a scope leaves
    its document out."""
    pair = next(iter(store.pairs_of_topic("", scope, [pair_id])), None)
    return find_stretch(words, section_in(store)(pair.passage), pair.start) if pair else None
