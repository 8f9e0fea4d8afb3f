"""A ledger that comes back filled in: told what it would change, confirmed, made, and undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot.callback_data.administration import Confirm
from bot.chat.response import Response, told
from bot.editing.confirmation import ask_to_confirm
from bot.editing.workspace import EditorWorkspace
from bot.ledger.edits import LedgerEdit, LedgerImport, by_id, read_edits
from bot.ledger.rows import TaskState, rows_of, state_of
from bot.ledger.sheet import SheetRow
from bot.marks.status import MarkStatus, standings
from bot.marks.undoing import add_undoably, take_back, version_of
from bot.messages.ledger import LedgerWords
from bot.rendering.markup import Block, line, shortened, visible
from bot.rendering.message import Button, Message, MessageDraft
from bot.state.chats.marks import mark_of_row, mark_row
from bot.state.editing.confirmations import Payload, Pending

KIND, UNDO = "ledger", "ledger:undo"  # of what waits to be confirmed
UNDONE_WITHIN = 30 * 86_400  # seconds
CHANGES_TOLD = 12
LONGEST_TASK = 30
LONGEST_REPORT = 40


def propose(workspace: EditorWorkspace, sheet: Sequence[SheetRow]) -> Response:
    """Asks whether to make what a filled-in ledger changes; tells each row that cannot be used, with its reason."""
    every = workspace.knowledge.deadlines()
    rows = rows_of(every, standings(every, workspace.state.marks.current), workspace.clock.today())
    renamed = workspace.state.lasting_ids.successors(every)
    found = read_edits(sheet, by_id(rows), renamed, workspace.clock.today())
    report = "\n".join(_report(found, workspace))
    if not found.edits:
        return told(f"{report}\n{workspace.words.ledger.back_nothing}")
    payload = {"marks": [_stored(edit, workspace) for edit in found.edits]}
    pending = Pending(workspace.editor.id, KIND, payload)
    return Response(
        (ask_to_confirm(workspace.state, pending, report, workspace.words.ledger.back_go, workspace.words),)
    )


def make(workspace: EditorWorkspace, payload: Payload) -> Message:
    """Makes the changes that were confirmed, save of tasks that somebody else has changed since."""
    present = workspace.state.marks.current
    wanted = [(mark_of_row(change["mark"]), change) for change in payload["marks"]]
    free = [
        (mark, change["replaces"])
        for mark, change in wanted
        if version_of(present.get(change["replaces"] or mark.deadline)) == change["version"]
    ]
    undoing = add_undoably(workspace.state.marks, free)
    rows = _outcome(workspace.words.ledger.back_done, len(free), len(wanted) - len(free), workspace)
    key = workspace.state.pending.add(Pending(workspace.editor.id, UNDO, undoing), UNDONE_WITHIN)
    undo_row = (Button(workspace.words.ledger.back_undo, Confirm(True, key).pack()),)
    return MessageDraft(rows, (undo_row,) if free else ()).messages()[0]


def undo(workspace: EditorWorkspace, payload: Payload) -> Message:
    """Puts back what was said of the tasks before, save of those that somebody else has changed since."""
    count, changed = take_back(workspace.state.marks, payload, workspace.editor)
    return MessageDraft(_outcome(workspace.words.ledger.back_undone, count, changed, workspace)).messages()[0]


def _outcome(sentence: str, count: int, skipped: int, workspace: EditorWorkspace) -> tuple[Block, ...]:
    rows = [sentence.format(count=count)]
    if skipped:
        rows.append(workspace.words.ledger.back_skipped.format(count=skipped))
    return tuple(map(line, rows))


def _stored(edit: LedgerEdit, workspace: EditorWorkspace) -> dict[str, Any]:
    mark = replace(edit.mark, person=workspace.editor.id, name=visible(workspace.editor.name))
    present = edit.row.standing.mark if edit.row.standing else None
    return {"mark": mark_row(mark), "replaces": edit.replaces, "version": version_of(present)}


def _report(found: LedgerImport, workspace: EditorWorkspace) -> Iterator[str]:
    say = workspace.words.ledger
    yield say.back_changes.format(changed=len(found.edits), same=found.same, bad=len(found.refused))
    for edit in found.edits[:CHANGES_TOLD]:
        task = shortened(edit.row.due.item.task, LONGEST_TASK)
        changes = say.between_parts.join(_changes(edit, workspace))
        yield say.back_row.format(number=edit.number, task=task, changes=changes)
    if (more := len(found.edits) - CHANGES_TOLD) > 0:
        yield say.back_more.format(count=more)
    if found.refused:
        yield say.back_bad
    yield from _refused(found, say)


def _refused(found: LedgerImport, say: LedgerWords) -> Iterator[str]:
    for row in found.refused[:CHANGES_TOLD]:
        task = shortened(visible(row.task), LONGEST_TASK)
        yield say.back_bad_row.format(number=row.number, task=task, reason=say.bad_rows[row.reason])
    if (more := len(found.refused) - CHANGES_TOLD) > 0:
        yield say.back_more.format(count=more)


def _changes(edit: LedgerEdit, workspace: EditorWorkspace) -> Iterator[str]:
    """What changes of a task, part by part."""
    say, mark, row = workspace.words.ledger, edit.mark, edit.row
    if (state := _state_after(edit, workspace)) != row.state:
        yield say.changes["state"].format(before=say.names[row.state], after=say.names[state])
    if mark.until and mark.until != row.until:
        yield say.changes["until"].format(after=mark.until.isoformat())
    if mark.assignee != row.assignee:
        yield say.changes["assignee" if mark.assignee else "no_assignee"].format(after=mark.assignee)
    if mark.note != row.report:
        text = shortened(visible(mark.note), LONGEST_REPORT)
        yield say.changes["report" if text else "no_report"].format(after=text)


def _state_after(edit: LedgerEdit, workspace: EditorWorkspace) -> TaskState:
    due, standing = edit.row.due, MarkStatus(edit.mark)
    if edit.mark.status == "open":
        return state_of(due, None, workspace.clock.today())
    if edit.mark.until:
        due = replace(due, item=replace(due.item, start=None, end=edit.mark.until))
    elif edit.row.until:
        original = next(found for found in workspace.knowledge.deadlines() if found.item.id == due.item.id)
        due = original
    return state_of(due, standing, workspace.clock.today())
