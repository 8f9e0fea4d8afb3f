"""How well deadlines and targets are found: found ones held against annotated ones, as lists of misses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from knowledge.deadlines.deadlines import DATED, Deadline
from knowledge.indexing.annotation import annotate
from knowledge.targets.targets import Target
from knowledge.text.analyzer import Analyzer
from loaders.metadata.manifest import read_manifest
from loaders.registry import load

Gold = dict[str, Any]
SAME_PLACE = 10


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares from 0 to 1: of what was found, of what is there, and of what is there with each of its parts right."""

    precision: float
    recall: float
    right: dict[str, float]

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)


@dataclass(frozen=True, slots=True)
class Found:
    """The deadlines and targets of a folder, each with the name of its file."""

    deadlines: list[tuple[str, Deadline]]
    targets: list[tuple[str, Target]]


def gold(path: Path) -> list[Gold]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def extract(corpus: Path) -> Found:
    manifest, analyzer = read_manifest(corpus), Analyzer()
    found = Found([], [])
    for path in sorted(p for p in corpus.iterdir() if p.name != "corpus.toml"):
        for speech in annotate(load(path.read_bytes(), path.name, manifest), path.name, analyzer):
            found.deadlines.extend((path.name, one) for _, one in speech.deadlines if one.kind in DATED)
            found.targets.extend((path.name, one) for _, one in speech.targets)
    return found


def deadline_scores(found: Found, wanted: list[Gold], others: list[Gold]) -> Scores:
    return _scores(found.deadlines, wanted, others, _same_time, {"date": _same_date})


def target_scores(found: Found, wanted: list[Gold]) -> Scores:
    parts = {"op": lambda one, g: one.op == g["op"], "by": lambda one, g: _iso(one.by) == g["by"]}
    return _scores(found.targets, wanted, [], _same_value, parts)


def _scores(
    found: list[tuple[str, Any]],
    wanted: list[Gold],
    others: list[Gold],
    same: Callable[[Any, Gold], bool],
    parts: dict[str, Callable[[Any, Gold], bool]],
) -> Scores:
    documents = {g["doc"] for g in wanted}
    mine = [(name, one) for name, one in found if name in documents]
    neutral = [g for g in others if _borderline(g)]
    firm = [g for g in wanted if not _borderline(g)]

    def matches(name: str, one: Any, g: Gold) -> bool:
        return name == g["doc"] and _same_place(one.sentence, g["context"]) and same(one, g)

    right = sum(any(matches(name, one, g) for g in [*wanted, *neutral]) for name, one in mine)
    hits = [[one for name, one in mine if matches(name, one, g)] for g in firm]
    shares = {
        part: _share(any(test(one, g) for one in ones) for ones, g in zip(hits, firm, strict=True))
        for part, test in parts.items()
    }
    return Scores(right / len(mine), _share(map(bool, hits)), shares)


def _share(marks: Iterable[bool]) -> float:
    listed = list(marks)
    return sum(listed) / len(listed)


def _borderline(g: Gold) -> bool:
    return str(g.get("note") or g.get("why") or "").startswith("BORDERLINE")


def _squash(text: str) -> str:
    return re.sub(r"\s+", "", text).replace("％", "%")


def _same_place(sentence: str, context: str) -> bool:
    one, other = _squash(sentence), _squash(context)
    if one in other or other in one:
        return True
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return match.size >= SAME_PLACE


def _same_time(one: Deadline, g: Gold) -> bool:
    mine, theirs = _squash(one.phrase), _squash(g["phrase"])
    return mine in theirs or theirs in mine


def _same_date(one: Deadline, g: Gold) -> bool:
    return _iso(one.end) == g["end"] and (bool(g["end"]) or _iso(one.start) == g["start"])


def _same_value(one: Target, g: Gold) -> bool:
    if one.value is None or g["value"] is None:
        return one.value == g["value"]
    mine, theirs = (re.sub(r"[^\d.]", "", value) for value in (one.value, g["value"]))
    return _squash(one.value) == _squash(g["value"]) or bool(mine and mine == theirs)


def _iso(date: Any) -> str | None:
    return date.isoformat() if date else None
