"""A change of the corpus is proposed with what it does to the stored questions, and made once it is confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.chat.response import Response, told
from bot.documents.changes import Proposal, carry_out, effect, load_again, payload_of, prepare
from bot.documents.load_report import full_report
from bot.editing.confirmation import ask_to_confirm
from bot.editing.desk import EditorDesk
from bot.editing.effect import effect_lines
from bot.errors import explain
from bot.messages.documents import DocumentWords
from bot.rendering.markup import visible
from bot.state.editing.confirmations import Pending
from knowledge.corpus.changes import Version, last, versions
from knowledge.errors import KnowledgeError

KIND = "document"  # of a change that waits to be confirmed


def proposed(desk: EditorDesk, proposal: Proposal) -> Response:
    """Asks whether to make a change, with what it does to the stored questions."""
    prepared = prepare(desk, proposal)
    if not prepared.change.writes:
        return told(desk.words.teaching.nothing)
    lines = effect_lines(effect(desk, prepared), desk.words.teaching)
    text = "\n".join([*_question(desk, proposal, prepared.undone), "", *lines])
    pending = Pending(desk.editor.id, KIND, payload_of(proposal))
    yes = desk.words.filing.go[prepared.change.action]
    return Response((ask_to_confirm(desk.state, pending, text, yes, desk.words),))


def undo(desk: EditorDesk) -> Response:
    """Asks whether to take back the last change, with what that does to the questions."""
    version = last(desk.corpus)
    return proposed(desk, Proposal(undo=version.number)) if version else told(desk.words.filing.undo_none)


def made(desk: EditorDesk, proposal: Proposal, cause: str) -> str:
    """Makes a change that was confirmed, once for its cause; says what was done."""
    undone = next((version for version in versions(desk.corpus) if version.number == proposal.undo), None)
    question = "\n".join(_question(desk, proposal, undone))
    carry_out(desk, proposal, cause)
    try:
        report = load_again(desk)
    except (KnowledgeError, OSError) as error:
        return f"{question}\n\n{desk.words.filing.not_loaded.format(reason=explain(error, desk.words))}"
    return f"{question}\n\n{desk.words.filing.done}\n{full_report(report, desk.words)}"


def _question(desk: EditorDesk, proposal: Proposal, undone: Version | None) -> Iterator[str]:
    says, draft = desk.words.filing, proposal.draft
    if undone:
        yield _undoing(undone, says)
    if draft:
        yield says.asked[draft.action].format(file=visible(draft.replaced or draft.file))
        for one in draft.corrections:
            yield f"{says.fields[one.field]}：{visible(one.value) or says.as_printed}"


def _undoing(version: Version, says: DocumentWords) -> str:
    what = f"{says.go[version.action]} {visible(version.subject)}"
    time = version.at.replace("T", " ")[:16] + " UTC"
    return says.asked["undo"].format(what=what, who=visible(version.who), time=time)
