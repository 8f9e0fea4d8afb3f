"""A ledger that comes back filled in: told what it would change, confirmed, made, and undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot.callback_data.administration import Confirm
from bot.chat.response import Response, told
from bot.editing.confirmation import ask_to_confirm
from bot.editing.desk import EditorDesk
from bot.ledger.edits import LedgerEdit, LedgerImport, by_id, read_edits
from bot.ledger.rows import TaskState, rows_of, state_of
from bot.ledger.sheet import SheetRow
from bot.marks.status import MarkStatus, standings
from bot.messages.ledger import LedgerWords
from bot.rendering.markup import line, shortened, visible
from bot.rendering.message import Button, Message, MessageDraft
from bot.state.chats.marks import Mark, mark_of_row, mark_row
from bot.state.editing.confirmations import Payload, Pending

KIND, UNDO = "ledger", "ledger:undo"  # of what waits to be confirmed
UNDONE_WITHIN = 30 * 86_400  # seconds
CHANGES_TOLD = 12
LONGEST_TASK = 30
LONGEST_REPORT = 40


def propose(desk: EditorDesk, sheet: Sequence[SheetRow]) -> Response:
    """Asks whether to make what a filled-in ledger changes; tells each row that cannot be used, with its reason."""
    every = desk.knowledge.deadlines()
    rows = rows_of(every, standings(every, desk.state.marks.current), desk.clock.today())
    renamed = desk.state.lasting_ids.successors(every)
    found = read_edits(sheet, by_id(rows), renamed, desk.clock.today())
    report = "\n".join(_report(found, desk))
    if not found.edits:
        return told(f"{report}\n{desk.words.ledger.back_nothing}")
    payload = {"marks": [_stored(edit, desk) for edit in found.edits]}
    pending = Pending(desk.editor.id, KIND, payload)
    return Response((ask_to_confirm(desk.state, pending, report, desk.words.ledger.back_go, desk.words),))


def make(desk: EditorDesk, payload: Payload) -> Message:
    """Makes the changes that were confirmed, save of tasks that somebody else has changed since."""
    present = desk.state.marks.current
    wanted = [(mark_of_row(change["mark"]), change) for change in payload["marks"]]
    free = [
        (mark, change["replaces"])
        for mark, change in wanted
        if _at(present.get(change["replaces"] or mark.deadline)) == change["at"]
    ]
    back = [old for mark, replaces in free for old in _before(mark, present.get(replaces or mark.deadline))]
    desk.state.marks.add_all(free)
    say = desk.words.ledger
    rows = [say.back_done.format(count=len(free))]
    if skipped := len(wanted) - len(free):
        rows.append(say.back_skipped.format(count=skipped))
    pending = Pending(desk.editor.id, UNDO, {"marks": list(map(mark_row, back)), "at": _latest(desk, back)})
    key = desk.state.pending.add(pending, UNDONE_WITHIN)
    undo = (Button(say.back_undo, Confirm(True, key).pack()),)
    return MessageDraft(tuple(map(line, rows)), (undo,) if free else ()).messages()[0]


def undo(desk: EditorDesk, payload: Payload) -> Message:
    """Puts back what was said of the tasks before, save of those that somebody else has changed since."""
    present, say = desk.state.marks.current, desk.words.ledger
    wanted = [
        replace(mark_of_row(row), person=desk.editor.id, name=desk.editor.name) for row in payload["marks"]
    ]
    free = [
        (mark, "") for mark in wanted if _at(present.get(mark.deadline)) == payload["at"].get(mark.deadline)
    ]
    desk.state.marks.add_all(free)
    rows = [say.back_undone.format(count=len(free))]
    if skipped := len(wanted) - len(free):
        rows.append(say.back_skipped.format(count=skipped))
    return MessageDraft(tuple(map(line, rows))).messages()[0]


def _stored(edit: LedgerEdit, desk: EditorDesk) -> dict[str, Any]:
    mark = replace(edit.mark, person=desk.editor.id, name=visible(desk.editor.name))
    present = edit.row.standing.mark if edit.row.standing else None
    return {"mark": mark_row(mark), "replaces": edit.replaces, "at": _at(present)}


def _at(mark: Mark | None) -> list[Any]:
    """What tells a mark from a later one."""
    return [mark.at, mark.said] if mark else []


def _before(mark: Mark, present: Mark | None) -> Iterator[Mark]:
    """The marks that take a change back; one of before a text changed goes back to the id that it had."""
    if present is None or present.deadline != mark.deadline:
        yield replace(mark, status="open", until=None, note="", assignee="")
    if present:
        yield present


def _latest(desk: EditorDesk, marks: Sequence[Mark]) -> dict[str, list[Any]]:
    return {mark.deadline: _at(desk.state.marks.current.get(mark.deadline)) for mark in marks}


def _report(found: LedgerImport, desk: EditorDesk) -> Iterator[str]:
    say = desk.words.ledger
    yield say.back_changes.format(changed=len(found.edits), same=found.same, bad=len(found.refused))
    for edit in found.edits[:CHANGES_TOLD]:
        task = shortened(edit.row.due.item.task, LONGEST_TASK)
        changes = say.between_parts.join(_changes(edit, desk))
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


def _changes(edit: LedgerEdit, desk: EditorDesk) -> Iterator[str]:
    """What changes of a task, part by part."""
    say, mark, row = desk.words.ledger, edit.mark, edit.row
    if (state := _state_after(edit, desk)) != row.state:
        yield say.changes["state"].format(before=say.names[row.state], after=say.names[state])
    if mark.until and mark.until != row.until:
        yield say.changes["until"].format(after=mark.until.isoformat())
    if mark.assignee != row.assignee:
        yield say.changes["assignee" if mark.assignee else "no_assignee"].format(after=mark.assignee)
    if mark.note != row.report:
        text = shortened(visible(mark.note), LONGEST_REPORT)
        yield say.changes["report" if text else "no_report"].format(after=text)


def _state_after(edit: LedgerEdit, desk: EditorDesk) -> TaskState:
    due, standing = edit.row.due, MarkStatus(edit.mark)
    if edit.mark.status == "open":
        return state_of(due, None, desk.clock.today())
    if edit.mark.until:
        due = replace(due, item=replace(due.item, start=None, end=edit.mark.until))
    elif edit.row.until:
        original = next(found for found in desk.knowledge.deadlines() if found.item.id == due.item.id)
        due = original
    return state_of(due, standing, desk.clock.today())
