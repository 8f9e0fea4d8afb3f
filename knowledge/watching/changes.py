"""What of a document is new, said otherwise or said no more, compared with what was known of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.comparison.comparison import matched
from knowledge.watching.statements import Statement, bare

ALIKE = 55.0  # of 100, `rapidfuzz.fuzz.ratio` of the bare words of two versions of a sentence
MOST_COMPARED = 300  # statements on either side; a document with more is a new one


@dataclass(frozen=True, slots=True)
class Change:
    """A statement as it was before, empty where it is new, and as it is now, empty where it is gone; the passage now."""

    before: str
    after: str
    passage: str = ""


def changes_of(known: Mapping[str, str], now: Sequence[Statement]) -> list[Change]:
    """The changes from what was known, the statements by their keys, to what is said now: in the order of the text, then
    what is gone."""
    present = {statement.key: statement for statement in now}
    gone = [text for key, text in known.items() if key not in present]
    new = [statement for key, statement in present.items() if key not in known]
    before = _before(gone, new)
    said = [Change(before.get(statement.key, ""), statement.text, statement.passage) for statement in new]
    replaced = set(before.values())
    return [*said, *(Change(text, "") for text in gone if text not in replaced)]


def _before(gone: Sequence[str], new: Sequence[Statement]) -> dict[str, str]:
    """What each of the new statements takes the place of, by its key, where there is such."""
    old = [Statement(text, "", "") for text in gone[:MOST_COMPARED]]
    pairs = matched(old, new[:MOST_COMPARED], lambda statement: bare(statement.text), ALIKE)
    return {pair.after.key: pair.before.text for pair in pairs if pair.before and pair.after}
