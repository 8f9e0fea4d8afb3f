"""Some marks of a question (pairs of characters, characters, sounds) with what finding each is worth."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container


class WeighedMarks:
    """Marks, weighed by how rare they are in the corpus.

    Those that it lacks count as missing: a question full of them is about something else.
    """

    def __init__(self, marks: Collection[str], rarity: Callable[[str], float], absent: float) -> None:
        """Arguments: the marks; how rare each is, 0 for one that the corpus lacks; what such a one is worth."""
        self._worths = {mark: worth for mark in marks if (worth := rarity(mark))}
        self._total = sum(self._worths.values()) + absent * (len(marks) - len(self._worths))

    def share(self, present: Container[str]) -> float:
        """The share, by worth, of the marks that are present: in a text, or among others."""
        return self._share(sum([worth for mark, worth in self._worths.items() if mark in present]))

    def _share(self, worth: float) -> float:
        return worth / self._total if self._total else 0.0
