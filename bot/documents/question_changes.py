"""What a load did to the stored questions, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bot.messages import Messages
from bot.rendering.markup import shortened, visible
from knowledge.comparison.question_changes import QuestionChanges

MOST, LONGEST = 10, 80


def changes_line(changes: QuestionChanges, words: Messages) -> str:
    """How many questions came, went and changed."""
    return words.documents.questions_changed.format(
        came=len(changes.came), went=len(changes.went), changed=len(changes.changed)
    )


def changes_lines(changes: QuestionChanges, edited: Collection[str], words: Messages) -> Iterator[str]:
    """The questions that came, went and changed, some of each.

    Arguments: the changes; the ids of the pairs that an editor changed, which are told first of those that went.
    """
    says = words.documents
    went = sorted(changes.went, key=lambda placed: placed.pair.id not in edited)
    marked = [
        f"{words.teaching.pair_reworded if placed.pair.id in edited else ''}{placed.pair.question}"
        for placed in went
    ]
    changed = [
        says.question_reworded.format(before=before.pair.question, after=after.pair.question)
        if before.pair.question != after.pair.question
        else says.question_answer.format(question=after.pair.question)
        for before, after in changes.changed
    ]
    came = [placed.pair.question for placed in changes.came]
    for heading, questions in (
        (says.questions_went, marked),
        (says.questions_new, changed),
        (says.questions_came, came),
    ):
        yield from _some(heading, questions, words)


def _some(heading: str, questions: Sequence[str], words: Messages) -> Iterator[str]:
    if questions:
        yield heading.format(number=len(questions))
        yield from (f"· {shortened(visible(question), LONGEST)}" for question in questions[:MOST])
    if len(questions) > MOST:
        yield words.teaching.effect_more.format(number=len(questions) - MOST)
