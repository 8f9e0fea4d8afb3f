"""The measures mean what they say."""

from knowledge.answers import Answer, Reply
from knowledge.documents import Document
from knowledge.evaluation.metrics import GoldQuestion, evaluate, judge


def answer(passage: str, path: str = "a.txt") -> Answer:
    return Answer(
        "id", passage, ((0, 1),), 1.0, Document("d", "t", path), (), (0, len(passage)), "综合", False, (), ()
    )


def gold(kind: str = "fact", near: bool = False) -> GoldQuestion:
    return GoldQuestion("1", "q", kind, ("a.txt",), ("就诊率 达到90%",), "low", "clean", near)


class Fixed:
    def __init__(self, *answers: Answer, zone: str = "answer", confidence: float = 1.0) -> None:
        self._reply = Reply("q", zone, confidence, "fact", answers)  # type: ignore[arg-type]

    def ask(self, question: str) -> Reply:
        return self._reply


def test_a_hit_holds_the_span_white_space_apart() -> None:
    assert judge(gold(), Fixed(answer("县域就诊率达到\n90%以上。")).ask("")).rank == 1


def test_another_document_or_an_overlong_quotation_is_no_hit() -> None:
    assert judge(gold(), Fixed(answer("就诊率达到90%", "b.txt")).ask("")).rank == 0
    assert judge(gold(), Fixed(answer("就诊率达到90%" + "健" * 360)).ask("")).rank == 0


def test_the_measures() -> None:
    right = evaluate(Fixed(answer("无关。"), answer("就诊率达到90%。")), [gold()])
    assert (right.hit(1), right.hit(3), right.mean_reciprocal_rank()) == (0.0, 1.0, 0.5)
    assert right.right_reply == 0.0 and right.wrongly_declined == 0.0 and right.calibration_error == 1.0


def test_what_has_no_answer_is_right_when_declined() -> None:
    declined = evaluate(Fixed(zone="decline", confidence=0.0), [gold("none", near=True)])
    assert declined.right_reply == 1.0 and declined.answered(near=True) == 0.0
    answered = evaluate(Fixed(answer("x")), [gold("none", near=False)])
    assert answered.right_reply == 0.0 and answered.answered(near=False) == 1.0
    assert answered.misses[0].startswith("FALSE")
