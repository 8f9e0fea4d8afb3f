"""The documents of one place in two years, and what has changed between them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from knowledge.comparison.comparison import PlanDifferences, Task, differences, tasks_in
from knowledge.documents import Document
from knowledge.filters.filters import Located
from knowledge.knowledge_base import KnowledgeBase
from knowledge.targets.targets import Target


@dataclass(frozen=True, slots=True)
class Plans:
    """The documents of a place (empty: of none that is known) in an earlier and a later year."""

    place: str
    years: tuple[int, int]
    old: tuple[Document, ...]
    new: tuple[Document, ...]


def places_with(
    knowledge: KnowledgeBase, years: tuple[int, int], place: str = "", scope: Collection[str] = ()
) -> list[Plans]:
    """The places that have documents of both years; `place` narrows them to those that it names.

    Documents of no known place are compared where their titles name one.
    """
    inside = _of_place(knowledge, place, scope)
    places = sorted({document.place or "" for document in inside})
    candidates = [Plans(place, years, *(_of(inside, place, year) for year in years)) for place in places]
    return [plans for plans in candidates if plans.old and plans.new and (plans.place or place)]


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
