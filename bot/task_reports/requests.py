"""A report that waits to be confirmed: what it says, which task it is of, and the messages that show it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from bot.callback_data.ledger import ChooseTask, DecideReport
from bot.marks.marking import MarkedDeadline
from bot.marks.wording import show_row
from bot.messages import Messages
from bot.rendering.dates import day_in_words
from bot.rendering.markup import Block, line, shortened
from bot.rendering.message import Button, Message, MessageDraft, Rows
from bot.state.chats.marks import Mark, Status
from bot.state.editing.confirmations import Payload
from bot.task_reports.parser import Report, ReportKind

KIND, UNDO = "report", "report:undo"  # of what waits
WAITS = 30 * 86_400  # seconds
MOST_OFFERED = 10  # tasks of a message; a page of a list holds fewer
LONGEST_TASK = 120
LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """A report of a person in a chat; `deadline` is empty until it is known of which task it is."""

    kind: ReportKind
    said: str
    until: dt.date | None
    deadline: str
    person: int
    name: str
    chat: int

    def stored(self) -> Payload:
        """The same as plain data."""
        return {**asdict(self), "until": self.until.isoformat() if self.until else ""}


def request_of(report: Report, deadline: str, person: tuple[int, str], chat: int) -> ReportRequest:
    """The request that a report makes; `person` with the name."""
    return ReportRequest(report.kind, report.said, report.until, deadline, *person, chat)


def read_request(payload: Payload) -> ReportRequest:
    """A request of plain data."""
    until = dt.date.fromisoformat(payload["until"]) if payload["until"] else None
    return ReportRequest(**{**payload, "until": until})


def choice(said: str, tasks: Mapping[str, str], key: str, words: Messages) -> Message:
    """The question of which task a report is; `tasks` by their ids."""
    rows: Rows = tuple(
        (Button(shortened(task, LONGEST_LABEL), ChooseTask(deadline, key).pack()),)
        for deadline, task in list(tasks.items())[:MOST_OFFERED]
    )
    return MessageDraft(_lines(words.reports.which.format(said=said)), rows).messages()[0]


def request_message(
    request: ReportRequest, task: str, key: str, note: str, words: Messages, decides: bool = True
) -> Message:
    """A report with the buttons that confirm it, where its reader `decides`, or turn it down."""
    say = words.reports
    confirm = (Button(say.buttons[request.kind], DecideReport("y", key).pack()),) if decides else ()
    turn_down = Button(say.buttons["no"], DecideReport("n", key).pack())
    blocks = _lines("\n".join((*told(request, task, words), note)))
    return MessageDraft(blocks, ((*confirm, turn_down), show_row(request.deadline, words))).messages()[0]


def outcome_message(request: ReportRequest, task: str, outcome: str, undo: str, words: Messages) -> Message:
    """A report with what became of it; `undo` is the key that takes it back, empty where there is none."""
    back = ((Button(words.reports.buttons["undo"], DecideReport("u", undo).pack()),),) if undo else ()
    blocks = _lines("\n".join((*told(request, task, words), outcome)))
    return MessageDraft(blocks, (*back, show_row(request.deadline, words))).messages()[0]


def told(request: ReportRequest, task: str, words: Messages) -> Iterable[str]:
    """What is reported, by whom, of which task, in which words."""
    say = words.reports
    until = day_in_words(request.until, words) if request.until else ""
    kind = say.kinds[request.kind].format(until=until)
    yield say.heading.format(kind=kind, name=request.name)
    yield say.task.format(task=shortened(task, LONGEST_TASK))
    yield say.said.format(said=request.said)


def mark_of(request: ReportRequest, marked: MarkedDeadline) -> Mark:
    """The mark that a confirmed report makes, without who makes it."""
    standing = marked.before
    postponed = standing.mark.until if standing and standing.postponed else None
    status: Status = request.kind if request.kind != "progress" else "postponed" if postponed else "begun"
    until = request.until if request.kind == "postponed" else postponed if status == "postponed" else None
    return MarkedDeadline(marked.one, marked.before).with_note(status, until, request.said)


def _lines(text: str) -> tuple[Block, ...]:
    return tuple(map(line, text.split("\n")))
