"""A passage that is but its heading (一是完善四大体系。) or a lead-in (主要目标如下：) goes on with the points below it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from itertools import takewhile

from knowledge.store.reader import Store
from knowledge.store.records import StoredPassage

LONGEST = 300  # characters of a passage that is quoted
LONGEST_LEAD_IN = 60  # characters
LONGEST_SECTION = 12  # passages before or after one in a section of which it is known where it ends
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
    place = passage.position
    near = store.passages_between(passage.document, place - LONGEST_SECTION, place + LONGEST_SECTION)
    before = [each for each in reversed(near) if each.position < place]
    after = [each for each in near if each.position > place]
    if after and after[0].headings == passage.headings and _is_label(after[0]):
        return after[:1]
    above = _above(passage)
    in_section = partial(_is_under, above)
    earlier, later = list(takewhile(in_section, before)), list(takewhile(in_section, after))
    is_cut = LONGEST_SECTION in (len(earlier), len(later))
    if not above or is_cut or not later or not _is_label(later[-1]):
        return []
    return [] if any(map(_is_label, (*earlier, passage, *later[:-1]))) else later


def _is_label(passage: StoredPassage) -> bool:
    return _LABEL.match(passage.text) is not None


def _above(passage: StoredPassage) -> tuple[str, ...]:
    """The headings of the section of a passage; an item may be headed by its own beginning."""
    headings = passage.headings
    return headings[:-1] if headings and passage.text.startswith(headings[-1]) else headings


def _is_under(above: tuple[str, ...], passage: StoredPassage) -> bool:
    return passage.headings[: len(above)] == above


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
