"""The stored questions of one paragraph of a plan, for the tests of facts and questions."""

from __future__ import annotations

from knowledge.indexing.annotation import annotate
from knowledge.store.records import QuestionAnswer
from knowledge.text.analyzer import Analyzer
from loaders.registry import load

TITLE = "澄原县2027年卫生健康工作要点"


def asked(words: str, heading: str = "提升服务能力", title: str = TITLE) -> list[QuestionAnswer]:
    """The pairs of one paragraph of a plan."""
    file = load(f"{title}\n（2026年12月1日）\n一、{heading}\n{words}\n".encode(), "plan.txt")
    return [pair for document in annotate(file, "plan.txt", Analyzer()) for pair in document.pairs]


def questions(words: str, heading: str = "提升服务能力", title: str = TITLE) -> list[str]:
    """The standard forms of the pairs of one paragraph of a plan."""
    return [pair.question for pair in asked(words, heading, title)]


def wordings(words: str, heading: str = "提升服务能力", title: str = TITLE) -> list[str]:
    """All wordings of the pairs of one paragraph of a plan."""
    return [wording for pair in asked(words, heading, title) for wording in pair.wordings]
