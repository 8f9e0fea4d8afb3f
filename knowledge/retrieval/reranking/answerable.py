"""Which candidates can answer a question at all: those that say something, of the documents that speak for themselves."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from knowledge.documents import Document
from knowledge.passages.framing import NOT_TOLD_BY_FRAMES, is_framing
from knowledge.passages.speaker_lines import asks_who, is_speaker_line
from knowledge.passages.versions import answers_for
from knowledge.query.query import Query
from knowledge.retrieval.reranking.responsible_first import asks_responsible, names_responsible
from knowledge.retrieval.retriever import Hit


def answerable(
    query: Query, hits: Sequence[Hit], documents: Mapping[str, Document], scope: Collection[str]
) -> list[Hit]:
    """The candidates without those of a document that another version speaks for, where no `scope` of documents is
    chosen; without the mere line of the speaker where nobody is asked for; without openings, purposes and closing words
    where one asks how, what or who is responsible, unless they name who is."""
    who, responsible = asks_who(query.normalised), asks_responsible(query.normalised)
    unframed = query.kind in NOT_TOLD_BY_FRAMES or responsible
    return [
        hit
        for hit in hits
        if (scope or answers_for(documents[hit.passage.document], query.years, documents))
        and (who or not is_speaker_line(hit.passage.text, documents[hit.passage.document].speaker))
        and not (
            unframed
            and is_framing(hit.passage.text)
            and not (responsible and names_responsible(hit.passage.text))
        )
    ]
