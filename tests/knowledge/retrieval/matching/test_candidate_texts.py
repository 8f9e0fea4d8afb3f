"""What a sentence of a passage tells, read with what belongs to it."""

from knowledge.retrieval.matching.candidate_texts import CandidateTexts


def texts(*sentences: str) -> CandidateTexts:
    return CandidateTexts("。".join(sentences), sentences, "", "", (), "")


def test_a_heading_that_runs_in_is_read_with_the_text_below_it() -> None:
    passage = texts("6.做实家庭医生签约服务", "签约服务费每人每年150元", "居民承担20元")
    assert passage.told_by(0).endswith("居民承担20元")
    assert passage.told_by(1) == "签约服务费每人每年150元"


def test_a_sentence_with_a_number_before_it_is_read_alone() -> None:
    assert texts("6.签约率达到65%,费用不变", "其他照旧").told_by(0) == "6.签约率达到65%,费用不变"
