"""Real shapes of documents with the expected outline beside each (`python -m tests.loaders.outlines` rewrites them)."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.errors import EmptyFile
from loaders.registry import load
from loaders.structure.outline import LoadedFile
from tests.loaders.outlines import expected, outline, sources


@pytest.mark.parametrize("source", sources(), ids=lambda p: p.name)
def test_outline(source: Path) -> None:
    assert outline(source) == expected(source).read_text(encoding="utf-8")


def stretches(file: LoadedFile) -> list[tuple[int, int]]:
    return [(s.start, s.end) for speech in file.speeches for p in speech.paragraphs for s in p.sentences]


LINES = st.sampled_from(
    [
        "一、提高认识", "二、抓好落实。要快。", "（一）抓医改。一是快。二是准。", "1.建医院；2.建基层。", "同志们：", "第一，认清形势。要快。",
        "要加强领导。要强化督查！", "— 3 —", "关注公众号：某某文库", "完善体系", "", "普通的一行没有句号", "（二）抓人才", "①快。②准。", "## 二级标题",
    ]
)  # fmt: skip


@given(st.lists(LINES, min_size=1, max_size=25))
def test_no_sentence_stands_twice_and_all_stand_in_order(lines: list[str]) -> None:
    try:
        file = load("\n".join(lines).encode(), "a.txt")
    except EmptyFile:
        return
    spans = stretches(file)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    dropped = [(n.start, n.end) for n in file.noise]
    assert not [s for s in spans for n in dropped if s[0] < n[1] and n[0] < s[1]]


@given(st.lists(LINES, min_size=1, max_size=25))
def test_every_sentence_with_a_full_stop_is_kept(lines: list[str]) -> None:
    file = load(("同志们：\n" + "\n".join(lines)).encode(), "a.txt")
    kept = "".join(file.text[start:end] for start, end in stretches(file))
    ended = [line for line in lines if line.endswith(("。", "！")) and not line.startswith("#")]
    assert all("".join(line.split()) in "".join(kept.split()) for line in ended)
