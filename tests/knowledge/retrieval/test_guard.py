"""Candidates are held against the conditions of a question; what stands everywhere moves none above one of the matter."""

from typing import cast

from knowledge.conditions.condition import Condition, Evidence
from knowledge.documents import Document
from knowledge.retrieval.guard import Guarded, guarded
from knowledge.retrieval.ranker import Ranked

DOCUMENT = Document("d", "要点", "a.txt")
PASSAGES = {
    "of the matter": "亮红灯的单位作书面说明。",
    "of another": "督查结果定期通报。",
    "of the same": "亮红灯的单位予以通报。",
}
SHARES = {"of the matter": 0.8, "of another": 0.2, "of the same": 0.6}


def held(*names: str, of_subject: bool) -> Guarded:
    """What becomes of candidates, best first, where the question asks for a 通报."""
    condition = Condition(
        "attribute", "怎么问责", lambda evidence: "通报" in evidence.text, of_subject=of_subject
    )
    return guarded(
        [cast(Ranked, name) for name in names],
        [condition],
        lambda name: Evidence(DOCUMENT, "", PASSAGES[cast(str, name)]),
        lambda name: SHARES[cast(str, name)],
    )


def test_what_stands_anywhere_moves_no_passage_above_one_of_the_matter() -> None:
    result = held("of the matter", "of another", of_subject=False)
    assert result.ranked[0] == "of the matter"
    assert [unmet.text for unmet in result.unmet] == ["怎么问责"]


def test_a_passage_of_about_as_much_of_the_question_moves_up() -> None:
    result = held("of the matter", "of another", "of the same", of_subject=False)
    assert result.ranked[0] == "of the same"
    assert not result.unmet


def test_what_speaks_of_the_subject_moves_a_passage_up() -> None:
    result = held("of the matter", "of another", of_subject=True)
    assert result.ranked[0] == "of another"
    assert not result.unmet


def test_where_the_best_meets_it_nothing_moves() -> None:
    result = held("of another", "of the matter", of_subject=False)
    assert result.ranked[0] == "of another"
    assert not result.unmet


def test_what_is_asked_is_told_once() -> None:
    conditions = [
        Condition("place", "云溪", lambda evidence: False),
        Condition("attribute", "客服电话", lambda evidence: False, asked=True),
        Condition("attribute", "电话号码", lambda evidence: False, asked=True),
        Condition("attribute", "平台", lambda evidence: False),
        Condition("attribute", "平台", lambda evidence: False),
    ]
    evidence = Evidence(DOCUMENT, "", "平台上线。")
    result = guarded([cast(Ranked, "any")], conditions, lambda name: evidence, lambda name: 1.0)
    assert [unmet.text for unmet in result.unmet] == ["云溪", "客服电话", "平台"]
