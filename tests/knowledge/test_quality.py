"""The quality of the answers: floors that only rise, on the example corpus and, where it is here, on real speeches."""

from pathlib import Path

import pytest

from knowledge.evaluation.metrics import Evaluation, evaluate, read_gold
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.clock import today
from tests.knowledge.slips import slipped

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


def measured(corpus: Path, gold: Path, folder: Path) -> Evaluation:
    database = folder / "quality.db"
    assert load(corpus, database).ok
    return evaluate(KnowledgeBase(database, today), read_gold(gold))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    return measured(ROOT / "corpus", ROOT / "tests/gold/questions.jsonl", tmp_path_factory.mktemp("example"))


def test_the_gold_spans_stand_in_the_example_corpus() -> None:
    texts = {p.name: "".join(p.read_text(encoding="utf-8").split()) for p in (ROOT / "corpus").iterdir()}
    for name in ("questions.jsonl", "questions_noisy.jsonl"):
        for gold in read_gold(ROOT / "tests/gold" / name):
            assert gold.kind == "none" or all(
                any("".join(s.split()) in texts[d] for d in gold.documents) for s in gold.spans
            )


def test_hits(example: Evaluation) -> None:
    assert example.hit(1) >= 0.88
    assert example.hit(3) >= 0.92
    assert example.hit(1, "paraphrase low") >= 0.98
    assert example.hit(1, "paraphrase mid") >= 0.96
    assert example.hit(1, "paraphrase high") >= 0.69


def test_declining(example: Evaluation) -> None:
    assert example.answered(near=False) == 0.0
    assert example.right_reply >= 0.80
    assert example.calibration_error <= 0.06


def test_everyday_questions_are_declined(tmp_path: Path) -> None:
    everyday = measured(ROOT / "corpus", ROOT / "tests/gold/offtopic.jsonl", tmp_path)
    assert everyday.answered(near=False) <= 0.10


def test_slips_of_typing(tmp_path: Path) -> None:
    noisy = measured(ROOT / "corpus", ROOT / "tests/gold/questions_noisy.jsonl", tmp_path)
    floors = {
        "filler": 0.80,
        "traditional": 0.80,
        "numerals": 0.80,
        "homophone": 0.60,
        "swap": 0.60,
        "drop": 0.60,
    }
    assert {name: noisy.hit(1, name) for name, floor in floors.items() if noisy.hit(1, name) < floor} == {}


@pytest.mark.parametrize(
    ("slip", "floor"),
    [
        ("near homophone", 0.80),
        ("doubled", 0.84),
        ("initials", 0.75),
        ("voice", 0.84),
        ("whole pinyin", 0.60),
    ],
)
def test_other_slips_of_typing(tmp_path: Path, slip: str, floor: float) -> None:
    database = tmp_path / "slips.db"
    assert load(ROOT / "corpus", database).ok
    clean = read_gold(ROOT / "tests/gold/questions.jsonl")[::5]
    noisy = evaluate(KnowledgeBase(database, today), slipped(clean, slip))
    assert noisy.hit(1, slip) >= floor


def test_quotations_are_short(example: Evaluation) -> None:
    assert example.quotation_median <= 120


def test_other_invented_documents(tmp_path: Path) -> None:
    gold = ROOT / "tests/gold"
    others = measured(gold / "more", gold / "more_questions.jsonl", tmp_path)
    assert others.hit(1) >= 0.72
    assert others.hit(3) >= 0.86
    assert others.hit(1, "paraphrase high") >= 0.36
    assert others.right_reply >= 0.65
    assert others.answered(near=False) <= 0.03


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real speeches are not here")
def test_real_speeches(tmp_path: Path) -> None:
    real = measured(SHARED / "corpus", SHARED / "gold/questions.jsonl", tmp_path)
    assert real.hit(1) >= 0.80
    assert real.hit(3) >= 0.90
    assert real.answered(near=False) == 0.0
