"""A document of the knowledge base: one speech or plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from loaders.metadata.metadata import PartialDate


@dataclass(frozen=True, slots=True)
class Document:
    """One speech or plan of a file; `path` is relative to the corpus folder, `part` names one of several in it.

    `issue` is the issuing number; `signed` the date under the document (ISO, as far as it is known) where `date` is
    the year that it is for, `issuer` the body that signs it. `expires`: the last day (ISO) on which it is in force, `abolished_by`
    the title of the document that abolishes it. `instead`: the id of the document that answers in its place, and `replaced` why. `recognised`: some
    of its text was recognised on scanned pages. `namesake`: another document bears its title and is of its year.
    """

    id: str
    title: str
    path: str
    part: str | None = None
    date: PartialDate | None = None
    place: str | None = None
    level: str | None = None
    subtitle: str | None = None
    speaker: str | None = None
    post: str | None = None
    issue: str | None = None
    signed: str | None = None
    issuer: str | None = None
    instead: str | None = None
    replaced: Literal["duplicate", "older"] | None = None
    expires: str | None = None
    abolished_by: str | None = None
    recognised: bool = False
    namesake: bool = False

    @property
    def year(self) -> int | None:
        """The year of the document, None when unknown."""
        return self.date.year if self.date else None

    def file_in(self, corpus: Path) -> Path:
        """The file of the corpus that holds the document: for one in an archive the archive, whole as it came."""
        path = corpus / self.path
        return next((above for above in path.parents if above.is_file()), path)


def told_apart(documents: Mapping[str, Document]) -> dict[str, Document]:
    """Documents by id; of those that answer and bear one title in one year each is said to be a namesake."""
    names = Counter((each.title, each.year) for each in documents.values() if each.instead is None)
    return {
        id_: replace(document, namesake=True) if names[document.title, document.year] > 1 else document
        for id_, document in documents.items()
    }
