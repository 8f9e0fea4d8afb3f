"""The desk of an editor: a change of the teaching is tried on the stored questions, confirmed, and made."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from typing import Any

from bot.chat.response import Response, told
from bot.editing.confirmation import ask_to_confirm
from bot.editing.effect import LONGEST, effect_lines
from bot.editing.replay import QUESTIONS, Replayed, replay
from bot.messages import Messages
from bot.messages.teaching import TeachingWords
from bot.rendering.markup import shortened, visible
from bot.state import State
from bot.state.editing.confirmations import Payload, Pending
from bot.state.storage.audit import Actor
from knowledge.knowledge_base import KnowledgeBase
from knowledge.teaching.lessons import Edit, Lesson, Revision, Synonym

KIND = "teach"  # of what waits to be confirmed
QUESTIONS_TOLD = 5


@dataclass(frozen=True, slots=True)
class Desk:
    """What an editor works with: the knowledge base, what people made, who they are, the words they read."""

    knowledge: KnowledgeBase
    state: State
    editor: Actor
    words: Messages

    @property
    def says(self) -> TeachingWords:
        """The words for editors."""
        return self.words.teaching


def propose(
    desk: Desk, action: str, revision: Revision, question: str, solved: Collection[str] = ()
) -> Response:
    """Asks whether to make a change, with what it does to the stored questions.

    Arguments: the desk; what the change is called in the audit; the change; the question that is asked; the
    questions of the log that it deals with.
    """
    before = desk.knowledge.teaching
    if revision.applied(before) == before:
        return told(desk.says.nothing)
    replayed = tried(desk, revision)
    dealt = [*solved, *(one.question for one in replayed.of("answered"))]
    payload = {"action": action, "revision": asdict(revision), "solved": dealt, "told": question}
    text = "\n".join([question, "", *effect_lines(replayed, desk.says)])
    pending = Pending(desk.editor.id, KIND, payload)
    return Response((ask_to_confirm(desk.state, pending, text, desk.says.go, desk.words),), in_place=True)


def tried(desk: Desk, revision: Revision) -> Replayed:
    """What a change would do to the last questions that were asked."""
    teaching, latest = revision.applied(desk.knowledge.teaching), desk.state.questions.latest(QUESTIONS)
    touched = list(filter(desk.knowledge.may_differ(teaching), latest))
    found = replay(touched, desk.knowledge.ask, desk.knowledge.trying(teaching).ask)
    spared = len(latest) - len(touched)
    return replace(found, asked=found.asked + spared, questions=len(latest))


def make(desk: Desk, payload: Payload) -> str:
    """Makes a change that was confirmed, on the teaching as it stands now; says what was done."""
    revision = revision_of(payload["revision"])
    changed = desk.state.lessons.change(desk.editor, payload["action"], revision, desk.knowledge.teach)
    desk.state.lessons.put_aside(payload["solved"])
    said = desk.says.done if changed else desk.says.nothing
    return "\n\n".join(filter(None, (payload.get("told"), said)))


def listed(questions: Collection[str]) -> str:
    """Some questions, a line each."""
    shown = [f"· {shortened(visible(one), LONGEST)}" for one in list(questions)[:QUESTIONS_TOLD]]
    return "\n".join([*shown, *(["· ……"] if len(questions) > QUESTIONS_TOLD else [])])


def revision_of(data: dict[str, Any]) -> Revision:
    """The change that was stored as plain data."""
    lessons = (Lesson(**{**one, "questions": tuple(one["questions"])}) for one in data["lessons"])
    return Revision(
        tuple(lessons),
        tuple(Synonym(**one) for one in data["synonyms"]),
        tuple(Edit(**one) for one in data["edits"]),
        tuple(data["forgotten"]),
        tuple(data["dropped"]),
    )
