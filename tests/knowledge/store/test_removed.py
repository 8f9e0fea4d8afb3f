"""A document that has gone is remembered as long as it stays away, and never where it was or is for some alone."""

from __future__ import annotations

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.store.queries import removed
from tests.knowledge.test_readers import CLOSED, OPEN, corpus, loaded  # noqa: F401

OTHER = OPEN.replace("在全市", "在全省")


def ids(knowledge: KnowledgeBase) -> dict[str, str]:
    return {document.path: document.id for document in knowledge.documents()}


def reload(corpus) -> None:  # noqa: F811
    load(corpus, corpus.parent / "jianda.db", allow_empty=True)


def test_what_has_gone_is_remembered_until_it_comes_back(corpus):  # noqa: F811
    knowledge = loaded(corpus, "")
    place = ids(knowledge)["open.txt"]
    assert not knowledge.is_removed(place) and not knowledge.is_removed("never")
    (corpus / "open.txt").unlink()
    reload(corpus)
    assert knowledge.is_removed(place) and not knowledge.is_removed("never")
    (corpus / "open.txt").write_text(OPEN, encoding="utf-8")
    reload(corpus)
    assert not knowledge.is_removed(place)


@pytest.mark.parametrize("opened_at_once", [False, True])
def test_a_closed_document_leaves_no_trace(corpus, opened_at_once):  # noqa: F811
    knowledge = loaded(corpus, CLOSED)
    place = ids(knowledge)["内部/secret.txt"]
    (corpus / "内部" / "secret.txt").unlink()
    if opened_at_once:
        (corpus / "corpus.toml").unlink()
    reload(corpus)
    assert not knowledge.is_removed(place)
    (corpus / "corpus.toml").unlink(missing_ok=True)
    reload(corpus)
    assert not knowledge.is_removed(place)


def test_what_is_closed_later_is_told_of_no_more(corpus):  # noqa: F811
    knowledge = loaded(corpus, "")
    place = ids(knowledge)["内部/secret.txt"]
    (corpus / "内部" / "secret.txt").unlink()
    reload(corpus)
    assert knowledge.is_removed(place)
    (corpus / "corpus.toml").write_text(CLOSED, encoding="utf-8")
    reload(corpus)
    assert not knowledge.is_removed(place)


def test_no_more_than_some_are_remembered(corpus, monkeypatch):  # noqa: F811
    monkeypatch.setattr(removed, "MOST_REMEMBERED", 1)
    knowledge = loaded(corpus, "")
    places = ids(knowledge)
    for path in ("open.txt", "内部/secret.txt"):
        (corpus / path).unlink()
        reload(corpus)
    assert not knowledge.is_removed(places["open.txt"]) and knowledge.is_removed(places["内部/secret.txt"])
