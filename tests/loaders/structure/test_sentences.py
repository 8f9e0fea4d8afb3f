"""Where sentences end."""

import pytest

from loaders.structure.sentences import cut, sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要加强领导。要强化督查！", ["要加强领导。", "要强化督查！"]),
        ("为什么低?关键是慢性病。", ["为什么低?", "关键是慢性病。"]),
        (
            "指出“健康是1。没有1什么都没有”。大家要领会。",
            ["指出“健康是1。没有1什么都没有”。", "大家要领会。"],
        ),
        ("他说：“要快。”会后落实。", ["他说：“要快。”会后落实。"]),
        ("他说：“要快。” 会后落实。", ["他说：“要快。”", "会后落实。"]),
        ("每千人3.2张。（见附件。）要落实。", ["每千人3.2张。", "（见附件。）要落实。"]),
        ("没有句号", ["没有句号"]),
        ("  要快。 \n ", ["要快。"]),
        ("怎么办？！", ["怎么办？！"]),
        ("“没有关上的引号。后面照样断句。", ["“没有关上的引号。", "后面照样断句。"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_long_sentence_is_cut_after_marks() -> None:
    text = "一是快；二是准；三是稳。"
    assert [text[s.start : s.end] for s in cut(text, 0, len(text), "；")] == [
        "一是快；",
        "二是准；",
        "三是稳。",
    ]


@pytest.mark.parametrize("hostile", ["“" * 50_000, "（。" * 50_000, "。" * 100_000, "一" * 100_000])
def test_hostile_text_is_split_to_its_end(hostile: str) -> None:
    # 160 characters are looked at for each quotation mark; a square of the length would outlast any patience.
    assert sum(map(len, split(hostile))) <= len(hostile)
