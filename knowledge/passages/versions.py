"""The same document twice, and a newer version of a plan: which of them answers.

Likeness is the share of clauses that two documents have in common, estimated from the smallest hashes of each
(A. Broder, On the resemblance and containment of documents, 1997).
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby

from knowledge.documents import Document
from loaders.lazy_pattern import lazy_pattern

SKETCH = 64
"""How many hashes stand for a document."""

ALIKE = 0.7
"""Documents with at least this share of their clauses in common are the same one."""

_FIGURE = lazy_pattern(r"\d[\d.,]*")
_SAME_FIGURES = 0.6  # of the figures of both: an edited copy keeps nearly all

_FEWEST = 8
_SHORTEST = 5
_CLAUSE = lazy_pattern(r"[^，。；：、！？,;:!?\n]+")
_PLAN = lazy_pattern(r"(?:要点|计划|方案|规划|意见|办法|安排|清单|指标|措施|规定|细则)$")
_VERSION = lazy_pattern(
    r"[（(](?:征求意见|讨论|送审|修订|修改|报批)?(?:稿|版|本)?(?:草案|草稿|试行|修订|第.版)?[)）]|[（(]20\d\d年?(?:修订|版|修订版)[)）]"
)
_STAGES = (
    lazy_pattern(r"征求意见|讨论|草案|草稿"),
    lazy_pattern(r"送审|报批"),
    lazy_pattern(r"修订|修改|版"),
)
_SHORTEST_TITLE = 8


def sketch(texts: Iterable[str]) -> list[int]:
    """The smallest hashes of the clauses of a document; none of one that is too short to tell."""
    clauses = {"".join(clause.split()) for text in texts for clause in _CLAUSE.findall(text)}
    hashes = {zlib.crc32(clause.encode()) for clause in clauses if len(clause) >= _SHORTEST}
    return sorted(hashes)[:SKETCH] if len(hashes) >= _FEWEST else []


def likeness(first: Collection[int], second: Collection[int]) -> float:
    """The estimated share of clauses that two documents have in common (0 to 1)."""
    both = set(first) & set(second)
    smallest = sorted({*first, *second})[: min(SKETCH, max(len(first), len(second)))]
    return sum(number in both for number in smallest) / len(smallest) if smallest else 0.0


def may_be_same(first: Document, second: Document) -> bool:
    """Whether nothing that is known of two documents says that they are different ones: year, place, body, version."""
    same_year = None in (first.year, second.year) or first.year == second.year
    return same_year and _of_one_body(first, second) and not _are_versions(first, second)


def same_figures(texts: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two texts state the same figures: two plans of one template are alike but for these."""
    figures, other_figures = (
        {figure for text in each for figure in _FIGURE.findall(text)} for each in (texts, others)
    )
    return len(figures & other_figures) >= _SAME_FIGURES * len(figures | other_figures)


def _of_one_body(first: Document, second: Document) -> bool:
    """Whether two documents may be of one place and body: what is known of both is the same."""
    pairs = ((first.place, second.place), (first.issuer, second.issuer))
    return all(None in pair or pair[0] == pair[1] for pair in pairs)


def older_versions(documents: Iterable[Document]) -> Iterator[tuple[Document, Document]]:
    """Each plan of which there is a newer version, with the newest.

    Versions have the same title but for words such as 征求意见稿 and 修订, and the same place and body. The later date
    counts, else the later stage. Speeches have no versions: two of the same title are two speeches.
    """
    plans = sorted(
        (document for document in documents if any(_series(document))),
        key=lambda document: (_series(document), _age(document), document.path),
    )
    for _, group in groupby(plans, key=_series):
        *others, newest = group
        yield from (
            (older, newest) for older in others if _age(older) < _age(newest) and _of_one_body(older, newest)
        )


def answers_for(document: Document, years: Collection[int], documents: Mapping[str, Document]) -> bool:
    """Whether a document answers a question that names some years: an older version only one that names its year."""
    if document.instead is None:
        return True
    newer = documents.get(document.instead)
    asked = document.year in years and (newer is None or newer.year not in years)
    return document.replaced == "older" and asked


def _series(document: Document) -> tuple[str, str]:
    """What the versions of a plan have in common, empty for anything else."""
    title = _VERSION.sub("", document.title.strip("《》 "))
    is_telling = bool(document.place) or len(title) >= _SHORTEST_TITLE
    return (title, document.place or "") if is_telling and _PLAN.search(title) else ("", "")


def _are_versions(first: Document, second: Document) -> bool:
    """Whether a plan is told to be of two days or stages: alike as a draft and the plan are, their dates may differ."""
    series = _series(first)
    if not any(series) or series != _series(second):
        return False
    (day, stage), (other_day, other_stage) = _age(first), _age(second)
    in_full = all(date and "-00" not in date for date in (day, other_day))
    return stage != other_stage or (in_full and day != other_day)


def _age(document: Document) -> tuple[str, int]:
    """What orders versions: the date that the document bears, then its stage (a draft, the plan, its revision)."""
    date = document.date
    dated = f"{date.year}-{date.month or 0:02}-{date.day or 0:02}" if date else ""
    draft, final, revised = (stage.search(document.title) for stage in _STAGES)
    return document.signed or dated, 0 if draft else 1 if final else 3 if revised else 2
