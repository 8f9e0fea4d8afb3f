"""The answer span holds the answer: the date, the figure, the definition, the label, not only the words asked with."""

from pathlib import Path

import pytest

from bot.chat.answer_length import short_passage
from knowledge.answers import Answer
from knowledge.evaluation.metrics import read_gold
from knowledge.knowledge_base import KnowledgeBase
from knowledge.query.answer_types import kind_of
from knowledge.retrieval import answer_span
from knowledge.retrieval.answer_span import SpanFinder
from knowledge.teaching.taught_answers import overlap
from knowledge.text.analyzer import Analyzer

ROOT = Path(__file__).parents[3]


def squeezed(text: str) -> str:
    return "".join(text.split())


def bold(answer: Answer) -> str:
    return "…".join(squeezed(answer.passage[start:end]) for start, end in answer.highlights)


CASES = [
    ("澄原市儿童医院搬迁要在什么时候前完成？", "明年3月底前，市儿童医院完成整体搬迁"),
    ("澜江应急物资储备库由谁牵头建", "由省疾控局牵头，建成省级应急物资储备库4个"),
    ("青汀发展医养结合由谁牵头", "县民政局牵头，县卫健局、县医保局配合"),
    ("“百名骨干驻镇”行动是怎么回事", "即每年从市直医院选派100名中级以上职称医师到乡镇卫生院驻点"),
    ("岚川编制周转池里要放多少名编制", "池内编制不少于260名"),
]


@pytest.mark.parametrize(("question", "span"), CASES)
def test_the_answer_stands_in_the_bold(example: KnowledgeBase, question: str, span: str) -> None:
    assert span in bold(example.ask(question).answers[0])


def test_bold_and_short_hold_the_answers_of_the_gold(example: KnowledgeBase) -> None:
    in_bold, in_short, lengths = [], [], []
    for gold in read_gold(ROOT / "tests/gold/questions.jsonl")[::4]:
        answers = example.ask(gold.q).answers if gold.kind != "none" else ()
        for answer in answers[:1]:
            spans = [span for span in map(squeezed, gold.spans) if span in squeezed(answer.passage)]
            if spans:
                in_bold.append(any(span in bold(answer) for span in spans))
                in_short.append(any(span in squeezed(short_passage(answer)) for span in spans))
                lengths.append(len(bold(answer)) / len(answer.passage))
    assert sum(in_bold) / len(in_bold) >= 0.88
    assert sum(in_short) / len(in_short) >= 0.95
    assert sum(lengths) / len(lengths) <= 0.5


@pytest.mark.parametrize("question", [question for question, _ in CASES])
def test_runs_that_are_not_judged_could_not_have_been_the_span(
    question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    normalise = Analyzer().normalise
    held = overlap(normalise(question))
    finder = SpanFinder(kind_of(question), normalise(question), lambda _: held, normalise)
    texts = (ROOT / "corpus/chengyuan-city-2026.txt").read_text(encoding="utf-8").splitlines()
    chosen = [finder.spans(text) for text in texts if text.strip()]
    monkeypatch.setattr(answer_span._RunJudge, "most", lambda *_: float("inf"))
    assert chosen == [finder.spans(text) for text in texts if text.strip()]
