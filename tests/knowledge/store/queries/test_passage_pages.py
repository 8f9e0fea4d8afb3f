"""Passages that stand near one another are read once by the page, and are those of the document."""

from pathlib import Path

import pytest

from knowledge.store.files import open_database
from knowledge.store.queries import passage_pages
from knowledge.store.queries.passage_pages import PassagePages
from knowledge.store.reader import Store
from tests.counted_reads import CountedReads


def test_any_stretch_of_a_document_is_read_out_of_pages(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passage_pages, "PAGE", 2)
    store = Store(open_database(database))
    reads = CountedReads(open_database(database))
    pages = PassagePages(reads)
    for document in store.documents:
        passages = store.section(document, ())
        assert len(passages) > 2
        before = reads.count
        for first in range(-2, len(passages) + 2):
            for last in range(first, len(passages) + 2):
                within = [passage for passage in passages if first <= passage.position <= last]
                assert list(pages.between(document, first, last)) == within
        assert reads.count - before <= len(passages) // 2 + 2
