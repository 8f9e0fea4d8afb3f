"""A passage is cut and normalised once, whatever questions are read out of it."""

import pytest

from knowledge.retrieval.readable_text import LONGEST_RUN, MOST_CLAUSES, ReadableText, readable
from knowledge.text.analyzer import Analyzer

TEXT = "县域内就诊率达到90%以上，由县卫健局牵头，6月底前完成。“三免”即免挂号费、免注射费、免诊查费。"


def test_runs_are_stretches_of_the_sentence_made_once() -> None:
    asked: list[str] = []

    def normalise(text: str) -> str:
        asked.append(text)
        return text

    passage = readable(TEXT, normalise)
    first = [passage.runs(sentence) for sentence in passage.sentences]
    once = len(asked)
    assert [readable(TEXT, normalise).runs(sentence) for sentence in passage.sentences] == first
    assert len(asked) == once
    for sentence, runs in zip(passage.sentences, first, strict=True):
        assert all(sentence.start <= run.start < run.end <= sentence.end for run in runs)
        assert all(TEXT[run.start : run.end] == run.words for run in runs)


def test_a_run_is_no_longer_than_it_may_be_but_for_a_single_clause() -> None:
    passage = ReadableText("一，" * 20 + "二" * 2 * LONGEST_RUN + "。", str)
    (sentence,) = passage.sentences
    runs = passage.runs(sentence)
    assert max(run.words.count("，") for run in runs) == MOST_CLAUSES
    assert [run for run in runs if len(run.words) > LONGEST_RUN] == [runs[-1]]


@pytest.mark.parametrize(
    "text",
    (
        TEXT,
        "到２０２７年底，Ｘ县三家医院共投入1,200万元，占百分之七十；每千人口床位达到7.5张！ 其余 照旧。",
        "增长1，200%，其中cT和MRI scan 各三台。\n使用 WPS Office，，甚么都做。",
        "，开头有逗号。结尾也有，",
        "私用字\ue000在此，\ue000也在。",
    ),
)
def test_words_of_clauses_put_together_are_the_normalised_stretch(text: str) -> None:
    normalise = Analyzer().normalise
    passage = ReadableText(text, normalise)
    assert passage.words == normalise(text)
    for sentence, words in zip(passage.sentences, passage.sentence_words, strict=True):
        assert words == normalise(text[sentence.start : sentence.end])
        assert all(run.words == normalise(text[run.start : run.end]) for run in passage.runs(sentence))


def test_clauses_are_normalised_at_once() -> None:
    asked: list[str] = []

    def normalise(text: str) -> str:
        asked.append(text)
        return text

    passage = ReadableText(TEXT, normalise)
    assert sum(len(passage.runs(sentence)) for sentence in passage.sentences) > 5
    assert len(asked) == 2
