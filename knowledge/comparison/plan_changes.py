"""The documents of one place in two years, and what has changed between them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from knowledge.comparison.comparison import PlanDifferences, Task, differences, matched, tasks_in
from knowledge.documents import Document
from knowledge.filters.filters import Located
from knowledge.knowledge_base import KnowledgeBase
from knowledge.targets.targets import Target

ALIKE = 80.0  # of 100, by fuzz.ratio: titles, without place and year, of documents of one sort
_PLACE_OR_YEAR = re.compile(
    r"[（(][^（()）]*[)）]|[《》\s]|20\d\d年?度?|^关于(?:印发)?|^在|[全本我][省市县区](?!域)"
)


@dataclass(frozen=True, slots=True)
class Plans:
    """The documents of a place (empty: of none that is known) in an earlier and a later year, of the same sorts."""

    place: str
    years: tuple[int, int]
    old: tuple[Document, ...]
    new: tuple[Document, ...]


def places_with(
    knowledge: KnowledgeBase, years: tuple[int, int], place: str = "", scope: Collection[str] = ()
) -> list[Plans]:
    """The places that have documents of one sort in both years; `place` narrows them to those that it names.

    Documents of no known place are compared where their titles name one. Of one sort are those of one body whose
    titles are alike but for the year: a speech is not held against a plan.
    """
    alike = (_alike(plans) for plans in of_both_years(knowledge, years, place, scope))
    return [plans for plans in alike if plans.old]


def of_both_years(
    knowledge: KnowledgeBase, years: tuple[int, int], place: str = "", scope: Collection[str] = ()
) -> list[Plans]:
    """The places that have documents of both years, whatever their sorts."""
    inside = _of_place(knowledge, place, scope)
    places = sorted({document.place or "" for document in inside})
    candidates = [Plans(place, years, *(_of(inside, place, year) for year in years)) for place in places]
    return [plans for plans in candidates if plans.old and plans.new and (plans.place or place)]


def _alike(plans: Plans) -> Plans:
    """Of the documents of two years those that go together, one with one."""
    pairs = [
        (change.before, change.after)
        for change in matched(plans.old, plans.new, lambda document: _sort(document, plans.place), ALIKE)
        if change.before and change.after and _of_one_body(change.before, change.after)
    ]
    return replace(plans, old=tuple(old for old, _ in pairs), new=tuple(new for _, new in pairs))


def _sort(document: Document, place: str) -> str:
    """The title of a document without its place and year, which it has in common with those of its sort."""
    title = re.sub(rf"{re.escape(place)}[省市县区州旗]?", "", document.title) if place else document.title
    return _PLACE_OR_YEAR.sub("", title)


def _of_one_body(first: Document, second: Document) -> bool:
    return None in (first.issuer, second.issuer) or first.issuer == second.issuer


def years_known(knowledge: KnowledgeBase, place: str = "", scope: Collection[str] = ()) -> list[int]:
    """The years of the documents of a place, or of all."""
    return sorted({document.year for document in _of_place(knowledge, place, scope) if document.year})


def differences_of(knowledge: KnowledgeBase, plans: Plans) -> PlanDifferences:
    """What has changed in the plans of a place."""
    return differences(_said(knowledge, plans.old), _said(knowledge, plans.new))


def _of_place(knowledge: KnowledgeBase, place: str, scope: Collection[str]) -> list[Document]:
    inside = (document for document in knowledge.documents() if not scope or document.id in scope)
    return [
        document
        for document in inside
        if not place or place in (document.place or "") or place in document.title
    ]


def _of(documents: Sequence[Document], place: str, year: int) -> tuple[Document, ...]:
    return tuple(
        document for document in documents if (document.place or "") == place and document.year == year
    )


def _said(
    knowledge: KnowledgeBase, documents: Sequence[Document]
) -> tuple[list[Located[Target]], list[Task]]:
    """The targets and the tasks of some documents."""
    ids = {document.id for document in documents}
    targets = [located for located in knowledge.targets() if located.document.id in ids]
    tasks = [task for document in documents for task in tasks_in(knowledge.text(document.id))]
    return targets, tasks
