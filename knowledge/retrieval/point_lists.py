"""The points of a list, which are passages of their own below the one that holds its lead-in (应当符合下列条件：)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.passages.enumerations import enumeration_in, next_points, point_at_head
from knowledge.retrieval.answer_span import SpanFinder
from knowledge.retrieval.heading_passages import joined, with_label, with_points
from knowledge.store.reader import Store
from knowledge.store.records import StoredPassage
from loaders.structure.headings import Marker

MOST = 60  # passages that are looked at below a lead-in


@dataclass(frozen=True, slots=True)
class PointList:
    """A list: where its lead-in ends in its first passage; the first passage, then the others by point.

    The passages are stretches of one point or more, as they are stored together.
    """

    lead_in: int
    passages: tuple[StoredPassage, ...]

    @property
    def whole(self) -> StoredPassage | None:
        """The lead-in with all points as one stretch of the document, None where that is too long to be quoted."""
        whole: StoredPassage | None = self.passages[0]
        for passage in self.passages[1:]:
            whole = joined(whole, passage) if whole else None
        return whole


def point_list(store: Store, passage: StoredPassage) -> PointList | None:
    """The list whose lead-in stands in a passage, None where there is none or no point of it stands elsewhere."""
    enumeration = None if passage.row else enumeration_in(passage.text)
    if enumeration is None:
        return None
    first = replace(passage, headings=_above(passage, passage.text[enumeration.points[0].start :]))
    passages = tuple(_by_point(store, first, enumeration.last))
    return PointList(enumeration.lead_in, passages) if len(passages) > 1 else None


def whole_passage(store: Store, passage: StoredPassage, spans: SpanFinder) -> StoredPassage:
    """A passage with the points below it: of a list all of them where its lead-in answers, and they fit.

    Where a body is asked for, it comes with the label below it.
    """
    listed = asked_list(store, passage, spans)
    if listed:
        return listed.whole or listed.passages[0]
    return with_label(store, passage) if spans.kind == "who" else with_points(store, passage)


def asked_list(store: Store, passage: StoredPassage, spans: SpanFinder) -> PointList | None:
    """The list of a passage where its lead-in, not one of the points, answers a question."""
    listed = point_list(store, passage)
    return listed if listed and spans.spans(passage.text)[0][0] < listed.lead_in else None


def _above(passage: StoredPassage, point: str) -> tuple[str, ...]:
    """The headings of the lead-in: a first point may itself be the heading of its passage."""
    own = passage.headings[-1] if passage.headings else ""
    return passage.headings[:-1] if own and _bare(point).startswith(_bare(own)) else passage.headings


def _bare(text: str) -> str:
    return "".join(text.split())


def _by_point(store: Store, first: StoredPassage, last: Marker) -> Iterator[StoredPassage]:
    """The passages of the points; what only goes on with a point is joined to its passage where there is room."""
    current, onward = first, list[StoredPassage]()
    for below in _below(store, first):
        head = point_at_head(below.text)
        if points := next_points(below.text, last):
            yield _with(current, onward)
            current, onward, last = below, [], points[-1]
        elif head and head.style <= last.style:
            break
        else:
            onward.append(below)
    yield _with(current, [passage for passage in onward if _is_under(passage, current, first)])


def _with(passage: StoredPassage, onward: Sequence[StoredPassage]) -> StoredPassage:
    for following in onward:
        passage = joined(passage, following) or passage
    return passage


def _is_under(passage: StoredPassage, point: StoredPassage, first: StoredPassage) -> bool:
    """Whether what follows the last point stands under the heading that the point is."""
    return len(point.headings) > len(first.headings) and passage.headings == point.headings


def _below(store: Store, first: StoredPassage) -> Iterator[StoredPassage]:
    """The passages that follow one under its headings."""
    for position in range(first.position + 1, first.position + MOST):
        passage = store.passage_at(first.document, position)
        if passage is None or passage.headings[: len(first.headings)] != first.headings:
            return
        yield passage
