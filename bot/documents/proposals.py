"""A change of the corpus is proposed with what it does to the stored questions, and made once it is confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.chat.response import Response, told
from bot.documents.changes import Proposal, carry_out, effect_on_questions, load_again, payload_of, prepare
from bot.documents.load_report import full_report
from bot.editing.confirmation import ask_to_confirm
from bot.editing.effect import effect_lines
from bot.editing.workspace import EditorWorkspace
from bot.errors import explain
from bot.messages.documents import DocumentWords
from bot.rendering.markup import visible
from bot.state.editing.confirmations import Pending
from knowledge.corpus.changes import Version, last, versions
from knowledge.errors import KnowledgeError

KIND = "document"  # of a change that waits to be confirmed


def proposed(workspace: EditorWorkspace, proposal: Proposal) -> Response:
    """Asks whether to make a change, with what it does to the stored questions."""
    prepared = prepare(workspace, proposal)
    if not prepared.change.writes:
        return told(workspace.words.teaching.nothing)
    lines = effect_lines(effect_on_questions(workspace, prepared), workspace.words.teaching)
    text = "\n".join([*_question(workspace, proposal, prepared.undone), "", *lines])
    pending = Pending(workspace.editor.id, KIND, payload_of(proposal))
    yes = workspace.words.documents.go[prepared.change.action]
    return Response((ask_to_confirm(workspace.state, pending, text, yes, workspace.words),))


def undo(workspace: EditorWorkspace) -> Response:
    """Asks whether to take back the last change, with what that does to the questions."""
    version = last(workspace.corpus)
    return (
        proposed(workspace, Proposal(undo=version.number))
        if version
        else told(workspace.words.documents.undo_none)
    )


def make_change(workspace: EditorWorkspace, proposal: Proposal, cause: str) -> str:
    """Makes a change that was confirmed, once for its cause; says what was done."""
    undone = next(
        (version for version in versions(workspace.corpus) if version.number == proposal.undo), None
    )
    question = "\n".join(_question(workspace, proposal, undone))
    carry_out(workspace, proposal, cause)
    try:
        report = load_again(workspace)
    except (KnowledgeError, OSError) as error:
        return f"{question}\n\n{workspace.words.documents.not_loaded.format(reason=explain(error, workspace.words))}"
    return f"{question}\n\n{workspace.words.documents.done}\n{full_report(report, workspace.words)}"


def _question(workspace: EditorWorkspace, proposal: Proposal, undone: Version | None) -> Iterator[str]:
    says, draft = workspace.words.documents, proposal.draft
    if undone:
        yield _undoing(undone, says)
    if draft:
        yield says.asked[draft.action].format(file=visible(draft.replaced or draft.file))
        for metadata_edit in draft.corrections:
            yield f"{says.fields[metadata_edit.field]}：{visible(metadata_edit.value) or says.as_printed}"


def _undoing(version: Version, says: DocumentWords) -> str:
    what = f"{says.go[version.action]} {visible(version.subject)}"
    time = version.at.replace("T", " ")[:16] + " UTC"
    return says.asked["undo"].format(what=what, who=visible(version.who), time=time)
