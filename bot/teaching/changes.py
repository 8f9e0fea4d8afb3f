"""A change of the teaching: tried on the stored questions, confirmed, and made."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, replace
from typing import Any

from bot.chat.response import Response, told
from bot.editing.confirmation import ask_to_confirm
from bot.editing.effect import LONGEST, effect_lines
from bot.editing.replay import QUESTIONS, ReplayResult, replay
from bot.editing.workspace import EditorWorkspace
from bot.errors import TableUnreadable, explain
from bot.rendering.markup import shortened, visible
from bot.state.editing.confirmations import Payload, Pending
from bot.teaching.csv_table import imported, report_lines
from knowledge.teaching.lessons import Edit, Lesson, Revision, Synonym

KIND = "teach"  # of what waits to be confirmed
QUESTIONS_TOLD = 5


def propose(
    workspace: EditorWorkspace, action: str, revision: Revision, question: str, solved: Collection[str] = ()
) -> Response:
    """Asks whether to make a change, with what it does to the stored questions.

    Arguments: the workspace; what the change is called in the audit; the change; the question that is asked; the
    questions of the log that it deals with.
    """
    before = workspace.knowledge.teaching
    if revision.applied(before) == before:
        return told(workspace.words.teaching.nothing)
    replayed = try_change(workspace, revision)
    dealt = [*solved, *(reply_difference.question for reply_difference in replayed.of("answered"))]
    payload = {"action": action, "revision": asdict(revision), "solved": dealt, "told": question}
    text = "\n".join([question, "", *effect_lines(replayed, workspace.words.teaching)])
    pending = Pending(workspace.editor.id, KIND, payload)
    return Response(
        (ask_to_confirm(workspace.state, pending, text, workspace.words.teaching.go, workspace.words),),
        in_place=True,
    )


def propose_table(workspace: EditorWorkspace, content: bytes) -> Response:
    """Asks whether to take over a table, with what it would change and which rows of it cannot be used."""
    says = workspace.words.teaching
    try:
        imported_table = imported(content, workspace.knowledge)
    except TableUnreadable as error:
        return told(explain(error, workspace.words))
    report = "\n".join(report_lines(imported_table, says))
    if not imported_table.revision:
        return told(f"{report}\n{says.import_nothing}")
    return propose(workspace, "import", imported_table.revision, report)


def try_change(workspace: EditorWorkspace, revision: Revision) -> ReplayResult:
    """What a change would do to the last questions that were asked."""
    teaching, latest = (
        revision.applied(workspace.knowledge.teaching),
        workspace.state.questions.latest(QUESTIONS),
    )
    touched = list(filter(workspace.knowledge.may_differ(teaching), latest))
    replay_result = replay(touched, workspace.knowledge.ask, workspace.knowledge.trying(teaching).ask)
    spared = len(latest) - len(touched)
    return replace(replay_result, asked=replay_result.asked + spared, questions=len(latest))


def make(workspace: EditorWorkspace, payload: Payload) -> str:
    """Makes a change that was confirmed, on the teaching as it stands now; says what was done."""
    revision = revision_of(payload["revision"])
    changed = workspace.state.lessons.change(
        workspace.editor, payload["action"], revision, workspace.knowledge.teach
    )
    workspace.state.lessons.put_aside(payload["solved"])
    sentence = workspace.words.teaching.done if changed else workspace.words.teaching.nothing
    return "\n\n".join(filter(None, (payload.get("told"), sentence)))


def question_lines(questions: Collection[str]) -> str:
    """Some questions, a line each."""
    shown = [f"· {shortened(visible(question), LONGEST)}" for question in list(questions)[:QUESTIONS_TOLD]]
    return "\n".join([*shown, *(["· ……"] if len(questions) > QUESTIONS_TOLD else [])])


def revision_of(data: dict[str, Any]) -> Revision:
    """The change that was stored as plain data."""
    lessons = (Lesson(**{**lesson, "questions": tuple(lesson["questions"])}) for lesson in data["lessons"])
    return Revision(
        tuple(lessons),
        tuple(Synonym(**synonym) for synonym in data["synonyms"]),
        tuple(map(_edit_of, data["edits"])),
        tuple(data["forgotten"]),
        tuple(data["dropped"]),
    )


def _edit_of(data: dict[str, Any]) -> Edit:
    lists = {name: tuple(data.get(name, ())) for name in ("added", "dropped")}
    return Edit(**{**data, **lists})
