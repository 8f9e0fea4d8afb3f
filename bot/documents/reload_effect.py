"""What a load did to the stored questions: asked of the knowledge base as it was and as it is now."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.callback_data.documents import ShowExamples
from bot.documents.pages import EXAMPLES
from bot.editing.effect import effect_lines
from bot.editing.replay import QUESTIONS, ReplayResult, replay
from bot.messages import Messages
from bot.rendering.message import Button, Rows
from bot.state import State
from bot.state.editing.confirmations import Pending
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


@contextmanager
def as_before(database: Path) -> Iterator[Path | None]:
    """A copy of a database for as long as the block lasts, None where there is none or it is too big."""
    if not database.is_file() or database.stat().st_size > LARGEST:
        yield None
        return
    with scratch_folder() as place:
        yield shutil.copyfile(database, place / "before.db")


def replay_remark(
    before: Path, knowledge: KnowledgeBase, state: State, person: int, words: Messages
) -> ReloadRemark:
    """What a load did to the last questions, in a line, with a button for examples; nothing where none were asked.

    Arguments: the database as it was; the knowledge base as it is; the questions; who may press the button.
    """
    try:
        with closing(knowledge.over(before)) as old:
            replay_result = replay(state.questions.latest(QUESTIONS), old.ask, knowledge.ask)
    except KnowledgeError:  # the one before could not be read either
        return NO_REMARK
    if not replay_result.asked:
        return NO_REMARK
    if not replay_result.differences:
        return ReloadRemark(words.documents.reloaded_same.format(asked=replay_result.asked))
    lines = list(effect_lines(replay_result, words.teaching))
    key = state.pending.add(Pending(person, EXAMPLES, {"lines": lines}))
    button = Button(words.documents.examples, ShowExamples(key).pack())
    return ReloadRemark(_line(replay_result, words), ((button,),))


def _line(replayed: ReplayResult, words: Messages) -> str:
    counts = {name: len(replayed.of(name)) for name in ("answered", "declined", "other")}
    return words.documents.reloaded.format(asked=replayed.asked, **counts)
