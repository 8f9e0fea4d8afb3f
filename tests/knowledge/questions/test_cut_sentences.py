"""However a sentence ends, a document is loaded: what stands in paragraphs of its own after a colon breaks nothing."""

import re
from pathlib import Path

import pytest

from knowledge.indexing.annotation import annotate
from knowledge.text.analyzer import Analyzer
from loaders.registry import load

CORPUS = Path(__file__).parents[3] / "corpus"
HEAD = "澄原县2027年卫生健康工作要点\n一、主要任务\n"
OPENING = [
    "断供的主要原因：",
    "根子在：",
    "符合下列条件的可以转入安宁病区：",
    "对下列情形，一律：",
    "“三勤”：",
    "责任单位：",
    "完成时限：",
    "由县卫健局牵头：",
    "所谓“三勤”，",
]


def pairs(lines: list[str]) -> list[str]:
    """The questions of a plan with these paragraphs."""
    file = load((HEAD + "\n".join(lines)).encode(), "plan.txt")
    return [pair.question for document in annotate(file, "plan.txt", Analyzer()) for pair in document.pairs]


@pytest.mark.parametrize("words", OPENING)
def test_what_opens_paragraphs_of_its_own_is_no_answer(words: str) -> None:
    assert not any("原因" in question or "条件" in question for question in pairs([words, "（1）家属同意。"]))


def test_sentences_cut_anywhere() -> None:
    for path in sorted(CORPUS.glob("*.txt")):
        sentences = re.findall(r"[^。；\s]{8,120}", path.read_text(encoding="utf-8"))[::4]
        cut = [
            words[:place] + "，：、"[place % 3] for words in sentences for place in range(4, len(words), 11)
        ]
        assert pairs(cut)
