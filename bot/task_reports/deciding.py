"""What becomes of a report: it is told to the audit, confirmed as a mark, turned down, or its mark is taken back."""

from __future__ import annotations

from dataclasses import replace

from bot.marks.marking import MarkedDeadline
from bot.marks.undoing import add_undoably, take_back
from bot.state import State
from bot.state.editing.confirmations import Payload, Pending
from bot.state.storage.audit import Actor
from bot.task_reports.requests import UNDO, WAITS, ReportRequest, mark_of


def submitted(state: State, request: ReportRequest, task: str) -> None:
    """Records that somebody reported of a task."""
    state.audit.add(Actor(request.person, request.name).change("report", task, after=request.said))


def accepted(state: State, request: ReportRequest, marked: MarkedDeadline, by: Actor) -> str:
    """Marks the task as a confirmed report says; gives the key under which that can be taken back."""
    mark = replace(mark_of(request, marked), person=by.id, name=by.name)
    undoing = add_undoably(state.marks, [(mark, marked.replaces)])
    payload = {"undo": undoing, "request": request.stored()}
    return state.pending.add(Pending(request.person, UNDO, payload), WAITS)


def returned(state: State, request: ReportRequest, task: str, by: Actor) -> None:
    """Records that a report was turned down."""
    state.audit.add(by.change("report:returned", task, after=request.said))


def undone(state: State, payload: Payload, by: Actor) -> bool:
    """Takes back what a report brought about; whether that could be done."""
    count, _ = take_back(state.marks, payload["undo"], by)
    return count > 0
