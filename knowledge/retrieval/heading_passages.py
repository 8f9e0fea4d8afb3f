"""A passage that is but its heading (一是完善四大体系。) or a lead-in (主要目标如下：) goes on with the points below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.store.reader import Store
from knowledge.store.records import StoredPassage

LONGEST = 300  # characters of a passage that is quoted
LONGEST_LEAD_IN = 60  # characters
LONGEST_SECTION = 12  # passages that one label may be of
_LABEL = re.compile(r"\s*[（(]?(?:责任|牵头|负责|主办)(?:单位|部门|人|主体)")
WIDEST_GAP = 6  # characters of white space between two passages; more was dropped there as noise


def with_points(store: Store, passage: StoredPassage) -> StoredPassage:
    """A passage with as many of the points below it as fit; any other passage as it is.

    It stays one stretch of the document: the white space between passages keeps its length.
    """
    if not _only_leads(passage):
        return passage
    position = passage.position
    while following := store.passage_at(passage.document, position + 1):
        below = following.headings[: len(passage.headings)] == passage.headings
        longer = joined(passage, following) if below else None
        if longer is None:
            break
        passage, position = longer, following.position
    return passage


def with_label(store: Store, passage: StoredPassage) -> StoredPassage:
    """A passage with the label of its item (责任单位：…) where that stands below it and what lies between fits, too."""
    labelled: StoredPassage | None = passage
    for following in _down_to_label(store, passage):
        labelled = joined(labelled, following) if labelled else None
    return labelled or passage


def is_labelled(store: Store, passage: StoredPassage) -> bool:
    """Whether the label of an item stands below a passage; one above it is of the item before."""
    return bool(_down_to_label(store, passage))


def _down_to_label(store: Store, passage: StoredPassage) -> list[StoredPassage]:
    """The passages from the next to the label: right below, or the only one of the section, at the end of that."""
    following = store.passage_at(passage.document, passage.position + 1)
    if following and following.headings == passage.headings and _LABEL.match(following.text):
        return [following]
    above = _above(passage)
    section = [passage, *_beside(store, passage, above, 1)] if above else [passage]
    if not _LABEL.match(section[-1].text):
        return []
    others = (*_beside(store, passage, above, -1), *section[:-1])
    return [] if any(_LABEL.match(each.text) for each in others) else section[1:]


def _above(passage: StoredPassage) -> tuple[str, ...]:
    """The headings of the section of a passage; an item may be headed by its own beginning."""
    headings = passage.headings
    return headings[:-1] if headings and passage.text.startswith(headings[-1]) else headings


def _beside(
    store: Store, passage: StoredPassage, above: tuple[str, ...], step: int
) -> Iterator[StoredPassage]:
    """The passages before or after one under the same headings."""
    for distance in range(1, LONGEST_SECTION):
        other = store.passage_at(passage.document, passage.position + step * distance)
        if other is None or other.headings[: len(above)] != above:
            return
        yield other


def joined(passage: StoredPassage, following: StoredPassage) -> StoredPassage | None:
    """Two neighbours as one passage of the document, None where noise was dropped between them or both are too long."""
    gap = following.start - passage.end
    if not 0 <= gap <= WIDEST_GAP or len(passage.text) + gap + len(following.text) > LONGEST:
        return None
    text = passage.text + "\n".rjust(gap) * bool(gap) + following.text
    return replace(passage, text=text, end=following.end)


def _only_leads(passage: StoredPassage) -> bool:
    text = passage.text.strip()
    heading = passage.headings[-1] if passage.headings else ""
    is_heading = text.rstrip("。：:") == heading.strip().rstrip("。：:")
    return is_heading or (len(text) <= LONGEST_LEAD_IN and text.endswith(("：", ":")))
