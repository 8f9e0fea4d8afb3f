"""The questions of a topic as a page tells them: each once, by kind, what is due soonest first, with its documents."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.documents import Document
from knowledge.filters.matching import due_day
from knowledge.lexicon.subtopics import subtopics_of
from knowledge.store.reader import Store
from knowledge.store.records import QuestionAnswer, StoredPassage
from knowledge.text.normalisation import squeeze

KINDS = ("target", "deadline", "who", "how", "list", "definition", "fact", "achievement", "problem")
"""The kinds of questions in the order in which they are told."""
# What makes no other question: 的, 了, a pushing word, marks.
_FILL = re.compile("[的了？?“”]|要(?=达到|[^求点])")

# 占比的目标是多少, 占比要提高到多少 and 占比不低于多少 ask for the same goal.
_ASKS_VALUE = re.compile(
    "(?:目标是|不[少低]于|不超过|要?(?:达|提高|提升|增加|扩[大展]|缩短|压缩|减少|降低|下降|控制|稳定|保持|[升降压增扩])[至到在])多少[^，]{0,4}$"
)


@dataclass(frozen=True, slots=True)
class TopicQuestion:
    """A question with the documents that answer it, in their order, the day that it is due, if it has one, and its
    subtopic where the topic is divided."""

    pair: QuestionAnswer
    documents: tuple[Document, ...]
    due: dt.date | None = None
    subtopic: str = ""


def matter_of(pair: QuestionAnswer) -> tuple[str, str]:
    """What two pairs have in common that ask the same: their kind, and the question without what makes no other."""
    question = _FILL.sub("", pair.question)
    return pair.kind, _ASKS_VALUE.sub("", question) if pair.kind == "target" else question


def topic_questions(store: Store, pairs: Sequence[QuestionAnswer], today: dt.date) -> list[TopicQuestion]:
    """The questions of a topic's pairs, each once, by kind in the order of `KINDS`.

    Of a kind they stand in the order of the pairs, deadlines by the day, those gone by last.
    """
    passages = {pair.passage: store.passage(pair.passage) for pair in pairs}
    due = _due_days(store, [pair for pair in pairs if pair.kind == "deadline"], passages)
    parts = subtopics_of_pairs(pairs)
    questions = [
        TopicQuestion(
            group[0], _documents(store, group, passages), _next(group, due, today), parts[group[0].id]
        )
        for group in _by_matter(pairs)
    ]
    return sorted(questions, key=lambda question: _place(question, today))


def subtopics_of_pairs(pairs: Iterable[QuestionAnswer]) -> dict[str, str]:
    """The subtopic of each pair by its id, empty where its topic is not divided; pairs that ask the same have the same.

    Argument: all pairs of one or more topics.
    """
    by_topic: dict[str, list[QuestionAnswer]] = {}
    for pair in pairs:
        by_topic.setdefault(pair.topic, []).append(pair)
    return {
        pair.id: part
        for topic, whole in by_topic.items()
        for group, part in _divided(topic, _by_matter(whole))
        for pair in group
    }


def _divided(
    topic: str, groups: Sequence[Sequence[QuestionAnswer]]
) -> Iterator[tuple[Sequence[QuestionAnswer], str]]:
    """The groups of a topic's pairs that ask the same, each with its subtopic."""
    return zip(groups, subtopics_of(topic, [group[0].question for group in groups]), strict=True)


def _by_matter(pairs: Iterable[QuestionAnswer]) -> list[list[QuestionAnswer]]:
    """Pairs of a topic in groups that ask the same, in the order of the first of each."""
    groups: dict[tuple[str, str], list[QuestionAnswer]] = {}
    for pair in pairs:
        groups.setdefault(matter_of(pair), []).append(pair)
    return list(groups.values())


def _place(question: TopicQuestion, today: dt.date) -> tuple[int, bool, dt.date]:
    kind = KINDS.index(question.pair.kind) if question.pair.kind in KINDS else len(KINDS)
    day = question.due or dt.date.max
    return kind, day < today, day if question.pair.kind == "deadline" else dt.date.max


def _documents(
    store: Store, pairs: Sequence[QuestionAnswer], passages: dict[str, StoredPassage | None]
) -> tuple[Document, ...]:
    stored = (passages[pair.passage] for pair in pairs)
    ids = dict.fromkeys(passage.document for passage in stored if passage)
    return tuple(store.documents[id_] for id_ in ids if id_ in store.documents)


def _next(pairs: Sequence[QuestionAnswer], due: dict[str, dt.date], today: dt.date) -> dt.date | None:
    """The first day of some pairs that is not gone by, else the last."""
    days = sorted(due[pair.id] for pair in pairs if pair.id in due)
    return next((day for day in days if day >= today), days[-1] if days else None)


def _due_days(
    store: Store, pairs: Sequence[QuestionAnswer], passages: dict[str, StoredPassage | None]
) -> dict[str, dt.date]:
    """The day of each pair that asks for one, by its id."""
    dated = store.dated_items({pair.passage for pair in pairs})
    days: dict[str, dt.date] = {}
    for pair in pairs:
        passage = passages[pair.passage]
        begin, end = pair.said or (pair.start, pair.end)
        said = squeeze(passage.text[begin - passage.start : end - passage.start]).text if passage else ""
        for deadline in dated[pair.passage].deadlines:
            phrase, day = squeeze(deadline.phrase).text, due_day(deadline)
            if day and said and (phrase in said or said in phrase):
                days.setdefault(pair.id, day)
    return days
