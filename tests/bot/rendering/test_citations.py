"""Citations that look alike are told apart by who speaks and on which day; no other citation says more than it did."""

from dataclasses import replace

from bot.messages import CHINESE
from bot.rendering.citations import source
from knowledge.documents import told_apart
from loaders.metadata.metadata import PartialDate
from tests.bot.sample import DOCUMENT

FIRST = replace(DOCUMENT, id="first", speaker="林立川", date=PartialDate(2026, 3, 2))
SECOND = replace(DOCUMENT, id="second", speaker="周明远", date=PartialDate(2026, 3, 9))


def cited(*documents):
    apart = told_apart({document.id: document for document in documents})
    return [source(document, (), CHINESE) for document in apart.values()]


def test_namesakes_are_told_apart():
    first, second = cited(FIRST, SECOND)
    assert first.endswith("（2026）〔林立川 2026-03-02〕") and second.endswith(
        "（2026）〔周明远 2026-03-09〕"
    )


def test_others_are_cited_as_before():
    assert cited(FIRST, replace(SECOND, title="另一篇讲话"))[0].endswith("（2026）")
    assert cited(FIRST, replace(SECOND, date=PartialDate(2025, 3, 9)))[0].endswith("（2026）")
    assert cited(FIRST, replace(SECOND, instead="first"))[0].endswith("（2026）")
