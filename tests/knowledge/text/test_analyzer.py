"""Texts that are normalised together come out as each by itself."""

from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.text.analyzer import Analyzer

TEXTS = st.lists(st.text("县3三月年%，,。 \n\tabＡ著力０乾麼百分之1\ue000", max_size=12), max_size=6)


@given(TEXTS)
@example([])
@example(["", " ", "三", "年 内"])
@example(["1,", "200%", "百分之", "七十"])
@example(["私用\ue000字", "甚", "麼"])
def test_texts_are_normalised_together_as_they_are_alone(texts: list[str]) -> None:
    analyzer = Analyzer()
    assert analyzer.normalise_all(texts) == [analyzer.normalise(text) for text in texts]
