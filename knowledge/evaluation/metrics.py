"""How good the answers are, measured on gold questions: hit@k, MRR@5, right-reply, declining, calibration."""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean
from typing import Protocol

from knowledge.answers import Answer, Reply
from knowledge.retrieval.reader import LONGEST_QUOTED

_BINS = 5


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question with the spans that answer it, any one of them; kind `none` has no answer."""

    id: str
    q: str
    kind: str
    documents: tuple[str, ...]
    spans: tuple[str, ...]
    paraphrase: str
    noise: str
    near: bool

    def holds(self, path: str, text: str) -> bool:
        """Whether a text of a file, by its path in the corpus, holds a span that answers."""
        squashed = _squashed(text)
        named = path.rsplit("/", 1)[-1] in self.documents
        return self.kind != "none" and named and any(_squashed(span) in squashed for span in self.spans)


@dataclass(frozen=True, slots=True)
class JudgedReply:
    """A gold question with the reply it got; `rank` is that of the first answer that hits, 0 for none."""

    gold: GoldQuestion
    reply: Reply
    rank: int

    @property
    def right(self) -> bool:
        """Whether the reply is right: the first answer hits and is given, or what has no answer is declined."""
        if self.gold.kind == "none":
            return not self.reply.answered
        return self.reply.answered and self.rank == 1


class Answerer(Protocol):
    """Anything that answers questions."""

    def ask(self, question: str) -> Reply:
        """Answer a question."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The judged replies and the measures over them."""

    judged: tuple[JudgedReply, ...]
    groups: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def hit(self, k: int, group: str = "clean") -> float:
        """The share of questions of a group whose first k answers hit."""
        return _mean([0 < rank <= k for rank in self.groups.get(group, ())])

    def mean_reciprocal_rank(self, group: str = "clean") -> float:
        """The mean of 1/rank over the first five answers."""
        return _mean([1 / rank if rank else 0.0 for rank in self.groups.get(group, ())])

    @property
    def right_reply(self) -> float:
        """The share of right replies among clean questions."""
        return _mean([judged_reply.right for judged_reply in self._clean])

    def answered(self, near: bool) -> float:
        """The share of unanswerable questions that were answered, among near misses or off-topic ones."""
        return _mean(
            [
                judged_reply.reply.answered
                for judged_reply in self._clean
                if judged_reply.gold.kind == "none" and judged_reply.gold.near is near
            ]
        )

    @property
    def wrongly_declined(self) -> float:
        """The share of answerable questions that were not answered."""
        return _mean(
            [
                not judged_reply.reply.answered
                for judged_reply in self._clean
                if judged_reply.gold.kind != "none"
            ]
        )

    @property
    def calibration_error(self) -> float:
        """The expected calibration error over five bins of equal size (C. Guo et al., ICML 2017)."""
        pairs = sorted(
            (judged_reply.reply.confidence, float(judged_reply.rank == 1)) for judged_reply in self._clean
        )
        bounds = [i * len(pairs) // _BINS for i in range(_BINS + 1)]
        parts = [pairs[a:b] for a, b in itertools.pairwise(bounds) if b > a]
        gaps = [len(p) * abs(_mean([c for c, _ in p]) - _mean([r for _, r in p])) for p in parts]
        return sum(gaps) / max(1, len(pairs))

    @property
    def risk_coverage(self) -> list[tuple[float, float]]:
        """The share of replies given when only the surest are, with the share of them that is wrong (R. El-Yaniv,
        Y. Wiener, JMLR 2010); from the surest on, both 0 to 1."""
        surest = sorted(self._clean, key=lambda judged: -judged.reply.confidence)
        wrong = itertools.accumulate(float(judged_reply.rank != 1) for judged_reply in surest)
        return [(count / len(surest), sum_ / count) for count, sum_ in enumerate(wrong, 1)]

    @property
    def coverage(self) -> float:
        """The share of questions that are answered."""
        return _mean([judged_reply.reply.answered for judged_reply in self._clean])

    @property
    def quotation_median(self) -> int:
        """The median length of the first answers, in characters without white space."""
        lengths = sorted(
            len(quoted_text(judged_reply.reply.answers[0]))
            for judged_reply in self.judged
            if judged_reply.reply.answers
        )
        return lengths[len(lengths) // 2] if lengths else 0

    @property
    def misses(self) -> list[str]:
        """What went wrong, a line each."""
        return [_miss(judged_reply) for judged_reply in self._clean if not judged_reply.right]

    def lines(self) -> list[str]:
        """The measures as lines of text."""
        lines = [
            f"{name:22} n {len(ranks):4}  hit@1 {self.hit(1, name):.3f}  hit@3 {self.hit(3, name):.3f}  "
            f"MRR@5 {self.mean_reciprocal_rank(name):.3f}"
            for name, ranks in sorted(self.groups.items())
        ]
        lines.append(
            f"right-reply {self.right_reply:.3f}  wrongly declined {self.wrongly_declined:.3f}  "
            f"near-misses answered {self.answered(near=True):.3f}  off-topic answered {self.answered(near=False):.3f}  "
            f"ECE {self.calibration_error:.3f}"
        )
        return [*lines, f"quotation median {self.quotation_median}"]

    @property
    def _clean(self) -> list[JudgedReply]:
        return [judged_reply for judged_reply in self.judged if judged_reply.gold.noise == "clean"]


def read_gold(path: Path) -> list[GoldQuestion]:
    """Read gold questions, a JSON object a line (see the README for the fields)."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [_gold(row) for row in rows]


def evaluate(knowledge: Answerer, questions: Iterable[GoldQuestion]) -> Evaluation:
    """Ask every question and judge the replies."""
    judged = tuple(judge(gold, knowledge.ask(gold.q)) for gold in questions)
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for judged_reply in judged:
        if judged_reply.gold.kind == "none":
            continue
        groups[judged_reply.gold.noise].append(judged_reply.rank)
        if judged_reply.gold.noise == "clean":
            groups[f"kind {judged_reply.gold.kind}"].append(judged_reply.rank)
            groups[f"paraphrase {judged_reply.gold.paraphrase}"].append(judged_reply.rank)
    return Evaluation(judged, {name: tuple(ranks) for name, ranks in groups.items()})


def judge(gold: GoldQuestion, reply: Reply) -> JudgedReply:
    """Judge a reply: an answer hits when its quotation holds a gold span of a gold document and is not too long."""
    ranks = (k for k, answer in enumerate(reply.answers, 1) if _hits(gold, answer))
    return JudgedReply(gold, reply, next(ranks, 0))


def quoted_text(answer: Answer) -> str:
    """What an answer quotes, without white space: the passage and deadline sentences that stand elsewhere."""
    passage = _squashed(answer.passage)
    sentences = dict.fromkeys(_squashed(deadline.sentence) for deadline in answer.deadlines)
    return passage + "".join(sentence for sentence in sentences if sentence not in passage)


def _hits(gold: GoldQuestion, answer: Answer) -> bool:
    text = quoted_text(answer)
    return len(text) <= LONGEST_QUOTED and gold.holds(answer.document.path, text)


def _gold(row: dict[str, object]) -> GoldQuestion:
    documents = row.get("doc", ())
    spans = row["spans"]
    assert isinstance(spans, list)
    return GoldQuestion(
        id=str(row["id"]),
        q=str(row["q"]),
        kind=str(row["kind"]),
        documents=(documents,) if isinstance(documents, str) else tuple(documents),  # type: ignore[arg-type]
        spans=tuple(spans),
        paraphrase=str(row.get("paraphrase", "")),
        noise=str(row.get("noise", "clean")),
        near=bool(row.get("near", False)),
    )


def _miss(judged: JudgedReply) -> str:
    first_words = judged.reply.answers[0].passage[:60] if judged.reply.answers else "(nothing)"
    if judged.gold.kind == "none":
        return f"FALSE {judged.gold.id} {judged.gold.q} -> {first_words}"
    outcome = "MISS" if judged.rank != 1 else "DECLINED"
    return f"{outcome} rank {judged.rank} {judged.gold.id} {judged.gold.q} -> {first_words} | gold: {judged.gold.spans[0]}"


def _mean(values: Sequence[float]) -> float:
    return fmean(values) if values else 0.0


def _squashed(text: str) -> str:
    return "".join(text.split())
