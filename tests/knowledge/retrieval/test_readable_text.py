"""A passage is cut and normalised once, whatever questions are read out of it."""

from knowledge.retrieval.readable_text import LONGEST_RUN, MOST_CLAUSES, ReadableText, readable

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
