"""What documents say, side by side: of one matter each in its best words, of two years what has changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapidfuzz import fuzz

from knowledge.answers import Answer
from knowledge.comparison.indicator_values import IndicatorValues, matter_of, names_value, readings
from knowledge.documents import Document
from knowledge.filters.filters import Located
from knowledge.knowledge_base import KnowledgeBase
from knowledge.targets.indicator_names import SAME, bare_name
from knowledge.targets.targets import Target
from knowledge.text.modality import Mood, heading_mood, sentence_mood
from knowledge.text.normalisation import squeeze
from loaders.structure.sentences import sentences

T = TypeVar("T")

RELATED = 60.0  # of 100, by fuzz.ratio: a task is the same one in other words
SHARE_OF_BEST = 0.7  # of the best score: a passage that is farther off speaks of something else
SHORTEST_TASK = 10  # characters that a sentence needs to ask for something
SHORTEST_NAME = 4  # characters that an indicator needs to be known by
# The number before an item and the marks between its words: another one changes no task.
UNSAID = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十0-9]{1,3}(?:[）)]|、|[.．](?![0-9])|是))+|[，。；、：！]"
)


@dataclass(frozen=True, slots=True)
class Task:
    """A sentence of a document that asks for something, word for word."""

    text: str
    document: Document
    section: tuple[str, ...]
    passage_id: str


@dataclass(frozen=True, slots=True)
class PlanChange(Generic[T]):
    """What became of a task or a target: without `before` it is new, without `after` it is no longer there."""

    before: T | None
    after: T | None

    @property
    def name(self) -> str:
        """new, dropped or changed."""
        return "new" if self.before is None else "dropped" if self.after is None else "changed"


@dataclass(frozen=True, slots=True)
class PlanDifferences:
    """The changed targets and tasks from one year to another, and how many tasks and targets stayed as they were."""

    targets: tuple[PlanChange[Located[Target]], ...]
    tasks: tuple[PlanChange[Task], ...]
    kept: int


def best_of_each(answers: Iterable[Answer]) -> list[Answer]:
    """Of each document the best passage, best first; those far behind the best of all are left out."""
    ordered = sorted(answers, key=lambda answer: -answer.score)
    enough = ordered[0].score * SHARE_OF_BEST if ordered else 0.0
    best = {answer.document.id: answer for answer in reversed(ordered) if answer.score >= enough}
    return sorted(best.values(), key=lambda answer: -answer.score)


def tasks_in(passages: Iterable[Answer]) -> Iterator[Task]:
    """The sentences of some passages that ask for something, in reading order."""
    for answer in passages:
        moods = [heading_mood(heading) for heading in answer.section]
        around: Mood = "report" if "report" in moods else "task" if "task" in moods else "open"
        for sentence in sentences(answer.passage, 0, len(answer.passage)):
            text = answer.passage[sentence.start : sentence.end]
            words = squeeze(text).text
            if len(words) >= SHORTEST_TASK and sentence_mood(words, around) == "task":
                yield Task(text, answer.document, answer.section, answer.passage_id)


def differences(
    old: tuple[Sequence[Located[Target]], Sequence[Task]],
    new: tuple[Sequence[Located[Target]], Sequence[Task]],
) -> PlanDifferences:
    """What has changed between two years; a task whose sentence sets a target is compared as a target alone.

    Targets are matched by the likeness of their indicators, tasks by that of their sentences.
    """
    targets = matched(old[0], new[0], _aim, SAME)
    tasks = matched(_without(*old), _without(*new), _said, RELATED)
    changed_targets = tuple(change for change in targets if not _same_goal(change))
    changed_tasks = tuple(change for change in tasks if not _same_words(change))
    unchanged = len(targets) + len(tasks) - len(changed_targets) - len(changed_tasks)
    return PlanDifferences(changed_targets, changed_tasks, unchanged)


def matched(
    old: Sequence[T], new: Sequence[T], text: Callable[[T], str], least: float
) -> list[PlanChange[T]]:
    """Each of the old with the new one that is most like it, one with one, the likest pairs first.

    Arguments: the two lists; what of each is compared by `rapidfuzz.fuzz.ratio`; the likeness (0 to 100) that a pair
    needs. Returns pairs in the order of the old, then what is new.
    """
    pairs = _pairs([text(item) for item in old], [text(item) for item in new], least)
    changes = [PlanChange(item, new[pairs[at]] if at in pairs else None) for at, item in enumerate(old)]
    matched_places = set(pairs.values())
    return [*changes, *(PlanChange(None, item) for at, item in enumerate(new) if at not in matched_places)]


def values_of_each(
    knowledge: KnowledgeBase, words: str, scope: Collection[str] = ()
) -> IndicatorValues | None:
    """The values of the indicator that some words name or ask for; None where they name another matter."""
    indicator_values = readings(knowledge, words, scope)
    return indicator_values if indicator_values.values and names_value(indicator_values, words) else None


def passages_of_each(knowledge: KnowledgeBase, words: str, scope: Collection[str] = ()) -> list[Answer]:
    """The best passage of each document that speaks of some words; none where an answer to them is declined."""
    matter = matter_of(words)
    if knowledge.ask(matter, scope).zone == "decline":
        return []
    return best_of_each(knowledge.search(matter, scope))


def _pairs(old: Sequence[str], new: Sequence[str], least: float) -> dict[int, int]:
    """The places of the old texts with those of the new ones that they go with."""
    alike = [
        (score, at, to)
        for at, old_text in enumerate(old)
        for to, new_text in enumerate(new)
        if (score := fuzz.ratio(old_text, new_text, score_cutoff=least))
    ]
    pairs: dict[int, int] = {}
    matched_places: set[int] = set()
    for _, at, to in sorted(alike, key=lambda pair: (-pair[0], pair[1:])):
        if at not in pairs and to not in matched_places:
            pairs[at] = to
            matched_places.add(to)
    return pairs


def _without(targets: Sequence[Located[Target]], tasks: Sequence[Task]) -> list[Task]:
    target_sentences = {squeeze(located.item.sentence).text for located in targets}
    return [task for task in tasks if squeeze(task.text).text not in target_sentences]


def _same_goal(change: PlanChange[Located[Target]]) -> bool:
    before, after = change.before, change.after
    if before is None or after is None:
        return False
    return (before.item.op, before.item.value) == (after.item.op, after.item.value)


def _same_words(change: PlanChange[Task]) -> bool:
    before, after = change.before, change.after
    if before is None or after is None:
        return False
    return _said(before) == _said(after)


def _aim(located: Located[Target]) -> str:
    """What a target is of: its indicator; one that says too little (全年) with its sentence."""
    name = bare_name(located.item.indicator)
    return name if len(name) >= SHORTEST_NAME else squeeze(located.item.sentence).text


def _said(task: Task) -> str:
    """The words of a task, without its number and its marks."""
    return UNSAID.sub("", squeeze(task.text).text)
