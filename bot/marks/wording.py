"""What was said of a deadline, in a line, and the buttons that say it; they carry the way back to the list."""

from __future__ import annotations

import datetime as dt

from bot.callback_data.browsing import ListDeadlines, OpenDeadline
from bot.callback_data.reminders import MarkAction, MarkDeadline, PostponeDeadline
from bot.chat.keyboards import in_rows, two_a_row
from bot.marks.status import MarkStatus
from bot.messages import Messages
from bot.rendering.dates import day_in_words
from bot.rendering.message import Button, Row, Rows

WEEKS = (1, 2, 4)  # to postpone by


def mark_line(standing: MarkStatus, words: Messages, zone: dt.tzinfo) -> str:
    """What was said, who said it and when, with the note; of a changed text that it should be confirmed."""
    mark, say = standing.mark, words.marks
    day = day_in_words(dt.datetime.fromtimestamp(mark.at, zone).date(), words)
    by = say.by.format(name=mark.name, date=day) if mark.name else say.by_nobody.format(date=day)
    assignee = say.assignee.format(name=mark.assignee) if mark.assignee else ""
    note = say.note.format(note=mark.note) if mark.note else ""
    return f"{say.changed if standing.changed else ''}{status_text(standing, words)}{by}{assignee}{note}"


def status_text(standing: MarkStatus, words: Messages) -> str:
    """What was said of a deadline, and nothing else."""
    until = day_in_words(standing.mark.until, words) if standing.mark.until else ""
    return words.marks.said[standing.mark.status].format(until=until)


def mark_rows(number: str, standing: MarkStatus | None, back: ListDeadlines, words: Messages) -> Rows:
    """The buttons that mark a deadline; `back` is the way to the list."""
    actions = [MarkAction.DONE, MarkAction.POSTPONED, MarkAction.VOID]
    if standing and standing.changed:
        actions = [MarkAction.CONFIRM, MarkAction.OPEN, *actions]
    elif standing:
        ways = actions[1:2] if standing.mark.status == "done" else actions[:2]
        actions = [*ways, MarkAction.NOTE, MarkAction.OPEN]
    labels = dict(words.marks.buttons)
    if standing and reopens(standing):
        labels["open"] = labels["reopen"]
    keys = [Button(labels[action.name.lower()], _data(action, number, back)) for action in actions]
    return in_rows(keys, 2 if standing else 3)


def reopens(standing: MarkStatus) -> bool:
    """Whether taking back what was said of a deadline reopens a task that was done: that has to be explained."""
    return standing.settled and standing.mark.status == "done"


def day_rows(number: str, today: dt.date, back: ListDeadlines, words: Messages) -> Rows:
    """The days to postpone to, the way to another one, and the way back."""
    days = sorted(
        {*(today + dt.timedelta(weeks=count) for count in WEEKS), _end_of_month(today), _end_of_year(today)}
    )
    keys = [
        Button(
            day_in_words(day, words), PostponeDeadline(f"{day:%Y%m%d}", number, back.page, back.words).pack()
        )
        for day in days
        if day > today
    ]
    last = (
        Button(words.marks.write_day, _data(MarkAction.WRITE_DAY, number, back)),
        Button(words.marks.back, _data(MarkAction.BACK, number, back)),
    )
    return (*two_a_row(keys), last)


def show_row(number: str, words: Messages) -> Row:
    """The button that opens a deadline in a new message."""
    return (Button(words.marks.show, OpenDeadline(number, anew=True).pack()),)


def _data(action: MarkAction, number: str, back: ListDeadlines) -> str:
    return MarkDeadline(action, number, back.page, back.words).pack()


def _end_of_month(day: dt.date) -> dt.date:
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)


def _end_of_year(day: dt.date) -> dt.date:
    return dt.date(day.year, 12, 31)
