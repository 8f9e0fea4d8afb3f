"""Two settings on the same questions: which got better, which got worse."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from knowledge.errors import RunInvalid
from knowledge.evaluation.metrics import JudgedReply
from loaders.faults import system_fault
from loaders.notes import Note


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a question: `rank` of the first right answer (0 for none), whether the reply is right."""

    id: str
    q: str
    rank: int
    right: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class ChangedReplies:
    """The questions whose reply became right, or wrong, and those whose right answer moved up or down meanwhile."""

    better: tuple[Result, ...]
    worse: tuple[Result, ...]
    up: tuple[Result, ...]
    down: tuple[Result, ...]


def results(judged: Iterable[JudgedReply]) -> list[Result]:
    """The results of judged replies."""
    return [
        Result(
            judged_reply.gold.id,
            judged_reply.gold.q,
            judged_reply.rank,
            judged_reply.right,
            round(judged_reply.reply.confidence, 4),
        )
        for judged_reply in judged
    ]


def write_run(path: Path, run: Sequence[Result]) -> None:
    """Write the results of a run, a JSON object a line."""
    lines = (json.dumps(asdict(result), ensure_ascii=False) for result in run)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def read_run(path: Path) -> list[Result]:
    """Read the results of a run; raises RunInvalid when the file is none."""
    try:
        return [Result(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
    except OSError as error:
        raise RunInvalid(path, system_fault(error)) from error
    except (ValueError, TypeError) as error:
        raise RunInvalid(path, Note.of("run.lines")) from error


def compare(before: Iterable[Result], after: Iterable[Result]) -> ChangedReplies:
    """What changed from one run to another, for the questions that both asked."""
    earlier = {(result.id, result.q): result for result in before}
    pairs = [(earlier[result.id, result.q], result) for result in after if (result.id, result.q) in earlier]
    same = [(a, b) for a, b in pairs if a.right == b.right]
    return ChangedReplies(
        better=tuple(b for a, b in pairs if b.right and not a.right),
        worse=tuple(b for a, b in pairs if a.right and not b.right),
        up=tuple(b for a, b in same if _place(b) < _place(a)),
        down=tuple(b for a, b in same if _place(b) > _place(a)),
    )


def change_lines(changes: ChangedReplies) -> Iterator[str]:
    """The changes as lines of text: the counts, then the questions."""
    groups = {"better": changes.better, "worse": changes.worse, "up": changes.up, "down": changes.down}
    yield "  ".join(f"{name} {len(results)}" for name, results in groups.items())
    for name, results in groups.items():
        yield from (f"{name.upper()} {result.id} {result.q} (rank {result.rank})" for result in results)


def _place(result: Result) -> float:
    return result.rank or float("inf")
