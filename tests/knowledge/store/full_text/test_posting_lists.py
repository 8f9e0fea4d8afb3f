"""A small base that is asked often reads all its posting lists at once; they are the same as read one by one."""

from pathlib import Path

import pytest

from knowledge.store.files import open_database
from knowledge.store.full_text import posting_lists
from knowledge.store.full_text.posting_lists import PostingLists
from tests.counted_reads import CountedReads

TERMS = ["检查", "医院", "卫生", "没有这个词"]


@pytest.mark.parametrize("small", (0, 10**9))
def test_lists_are_the_same_however_they_are_read(
    database: Path, monkeypatch: pytest.MonkeyPatch, small: int
) -> None:
    first = PostingLists(open_database(database), "terms", 1)
    sizes, lists = first.sizes(TERMS), {term: first.of(TERMS).get(term) for term in TERMS}
    assert set(sizes) == set(TERMS[:3])
    monkeypatch.setattr(posting_lists, "_SMALL", small)
    reads = CountedReads(open_database(database))
    often = PostingLists(reads, "terms", 1)
    for _ in range(20):
        assert often.sizes(TERMS) == sizes
        read = often.of(TERMS)
        assert {term: read.get(term) for term in TERMS} == lists
    assert reads.count == (9 if small else 40)
