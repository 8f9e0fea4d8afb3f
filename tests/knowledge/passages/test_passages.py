"""Passages partition the text, stay short, and can be understood alone."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.passages.passages import LONGEST, split
from loaders.structure.outline import Heading, Paragraph
from loaders.structure.sentences import sentences


def passages(text: str) -> list[str]:
    paragraph = Paragraph((Heading("一、标题", 1, 0, 4),), tuple(sentences(text, 0, len(text))))
    return [text[p.start : p.end] for p in split(text, [paragraph])]


def test_short_sentences_are_packed_and_long_ones_stand_alone() -> None:
    short, long = "要加强领导。", "要" + "坚持不懈" * 30 + "。"
    assert passages(short * 3) == [short * 3]
    assert passages(long * 2) == [long, long]


def test_a_sentence_that_points_back_brings_what_it_points_to() -> None:
    told = (
        "省里正在研究制定传染病防治的地方性法规和配套的实施办法，涉及机构、人员、经费、物资等各个方面的内容。"
        * 2
    )
    asked = "这项工作等上级方案印发以后，由司法局牵头衔接。"
    assert passages(told + asked)[-1].endswith("内容。" + asked)


def test_an_endless_sentence_is_cut_at_its_marks() -> None:
    text = "；".join(["要" + "统筹推进、" * 12 + "全面落实"] * 8) + "。"
    parts = passages(text)
    assert "".join(parts) == text and max(map(len, parts)) <= LONGEST
    assert all(part.endswith(("；", "。")) for part in parts)


def test_text_without_any_mark_is_cut_at_the_limit() -> None:
    assert [len(part) for part in passages("健" * 700)] == [300, 300, 100]


@given(
    st.lists(
        st.sampled_from(
            ["要快。", "这项工作要稳！", "对此，", "健康" * 80, "；", "，要准", "“好。”", "为什么？"]
        ),
        max_size=40,
    )
)
def test_passages_partition_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    if not text.strip():
        return
    parts = passages(text)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(len(part) <= LONGEST for part in parts)
