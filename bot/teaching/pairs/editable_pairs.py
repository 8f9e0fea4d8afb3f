"""Stored pairs as an editor sees them: those taught, and the generated ones with what was made of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.chat.topic_keys import topic_of
from bot.editing.workspace import EditorWorkspace
from knowledge.store.records import QuestionAnswer
from knowledge.teaching.lessons import Edit, Lesson


@dataclass(frozen=True, slots=True)
class EditablePair:
    """A pair as an editor sees it: the generated one with its edit, or the first question of a lesson.

    `shown` is the pair as people see it, None for a hidden one.
    """

    pair: QuestionAnswer
    shown: QuestionAnswer | None = None
    edit: Edit | None = None
    lesson: Lesson | None = None

    @property
    def question(self) -> str:
        """The question as people see it; of a hidden one, as it was generated."""
        return self.shown.question if self.shown else self.pair.question

    @property
    def variants(self) -> tuple[str, ...]:
        """Its other wordings, as people may ask."""
        if self.lesson:
            return self.lesson.questions[1:]
        return self.shown.variants if self.shown else self.pair.variants

    @property
    def answer_is_gone(self) -> bool:
        """Whether the words that an editor gave as the answer do not stand in the text any more."""
        if not (self.shown and self.edit and self.edit.answer):
            return False
        places = ((pair.passage, pair.start, pair.end) for pair in (self.shown, self.pair))
        return len(set(places)) == 1

    @property
    def hidden(self) -> bool:
        """Whether people do not see it."""
        return self.shown is None


def pairs_to_edit(workspace: EditorWorkspace, topic: str) -> list[EditablePair]:
    """The pairs of a topic: the taught ones first, then the generated ones, each question once."""
    teaching = workspace.knowledge.teaching
    lessons = {lesson.id: lesson for lesson in teaching.lessons}
    edits = {edit.pair: edit for edit in teaching.edits}
    shown = {pair.id: pair for pair in workspace.knowledge.questions(topic)}
    taught = [
        EditablePair(pair, pair, lesson=lessons[pair_id])
        for pair_id, pair in shown.items()
        if pair_id in lessons
    ]
    generated = workspace.knowledge.generated(topic)
    return [*taught, *(EditablePair(pair, shown.get(pair.id), edits.get(pair.id)) for pair in generated)]


def pair_to_edit(workspace: EditorWorkspace, pair_id: str, key: str) -> EditablePair | None:
    """The pair of an id in the topic of a key."""
    topic = topic_of(key, (topic_count.name for topic_count in workspace.knowledge.topics()))
    pairs = pairs_to_edit(workspace, topic) if topic else []
    return next((pair for pair in pairs if pair.pair.id == pair_id), None)


def edit_of(workspace: EditorWorkspace, entry: EditablePair) -> Edit | None:
    """The edit of a generated pair as it stands, one that changes nothing if there is none, None when the passage of the
    pair is not there."""
    return entry.edit or unchanged(workspace, entry)


def unchanged(workspace: EditorWorkspace, entry: EditablePair) -> Edit | None:
    """An edit that leaves a generated pair as it was made, None when its passage is not there."""
    pair = entry.pair
    lesson = workspace.knowledge.lesson((pair.question,), pair.passage)
    return Edit(pair.id, pair.question, pair.question, pair.passage, lesson.fingerprint) if lesson else None


def without_wording(edit: Edit, wording: str) -> Edit:
    """An edit that takes a wording away from its pair, whoever gave it."""
    if wording in edit.added:
        return replace(edit, added=tuple(other for other in edit.added if other != wording))
    return replace(edit, dropped=(*edit.dropped, wording))
