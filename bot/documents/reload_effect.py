"""What a load did to the stored questions: asked of the knowledge base as it was and as it is now."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.callback_data.documents import ShowExamples
from bot.documents.pages import EXAMPLES
from bot.documents.question_changes import changes_line, changes_lines
from bot.editing.effect import effect_lines
from bot.editing.replay import QUESTIONS, ReplayResult, replay
from bot.messages import Messages
from bot.rendering.message import Button, Rows
from bot.state import State
from bot.state.editing.confirmations import Pending
from knowledge.comparison.question_changes import question_changes
from knowledge.errors import KnowledgeError
from knowledge.knowledge_base import KnowledgeBase
from loaders.isolation.scratch import scratch_folder

LARGEST = 256 * 2**20  # bytes of a database that is copied for it


@dataclass(frozen=True, slots=True)
class ReloadRemark:
    """What is told below the report of a load."""

    text: str = ""
    buttons: Rows = ()


NO_REMARK = ReloadRemark()


def is_too_big(database: Path) -> bool:
    """Whether a database is not copied, so that nobody can tell what a load did to its questions."""
    return database.is_file() and database.stat().st_size > LARGEST


@contextmanager
def as_before(database: Path) -> Iterator[Path | None]:
    """A copy of a database for as long as the block lasts, None where there is none or it is too big."""
    if not database.is_file() or is_too_big(database):
        yield None
        return
    with scratch_folder() as place:
        yield shutil.copyfile(database, place / "before.db")


def reload_remark(
    before: Path, knowledge: KnowledgeBase, state: State, person: int, words: Messages
) -> ReloadRemark:
    """What a load did to the stored questions and to the last that were asked, a line each, with buttons for examples.

    Arguments: the database as it was; the knowledge base as it is; the questions; who may press the buttons.
    """
    try:
        with closing(knowledge.over(before)) as old:
            stored = question_changes(old.pairs(), knowledge.pairs())
            replayed = replay(state.questions.latest(QUESTIONS), old.ask, knowledge.ask)
    except KnowledgeError:  # the one before could not be read either
        return NO_REMARK
    edited = {edit.pair for edit in knowledge.teaching.edits}
    changed = list(changes_lines(stored, edited, words))
    effects = list(effect_lines(replayed, words.teaching)) if replayed.differences else []
    says = words.documents
    offered = ((says.question_changes, changed), (says.examples, effects))
    return ReloadRemark(
        "\n".join(filter(None, (changes_line(stored, words) if stored else "", _line(replayed, words)))),
        tuple((_examples(state, person, label, lines),) for label, lines in offered if lines),
    )


def question_lines(before: Path, knowledge: KnowledgeBase, words: Messages) -> list[str]:
    """What a load did to the stored questions, some of each sort by name; nothing where all are as they were.

    Arguments: the database as it was; the knowledge base as it is; the words to say it in.
    """
    try:
        with closing(knowledge.over(before)) as old:
            stored = question_changes(old.pairs(), knowledge.pairs())
    except KnowledgeError:  # the one before could not be read
        return []
    edited = {edit.pair for edit in knowledge.teaching.edits}
    return [changes_line(stored, words), *changes_lines(stored, edited, words)] if stored else []


def _examples(state: State, person: int, label: str, lines: list[str]) -> Button:
    """A button that shows some lines to who may press it."""
    key = state.pending.add(Pending(person, EXAMPLES, {"lines": lines}))
    return Button(label, ShowExamples(key).pack())


def _line(replayed: ReplayResult, words: Messages) -> str:
    """What became of the questions that were asked, empty where none were."""
    if not replayed.asked:
        return ""
    if not replayed.differences:
        return words.documents.reloaded_same.format(asked=replayed.asked)
    counts = {name: len(replayed.of(name)) for name in ("answered", "declined", "other")}
    return words.documents.reloaded.format(asked=replayed.asked, **counts)
