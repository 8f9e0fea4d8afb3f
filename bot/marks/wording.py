"""What was said of a deadline, in a line, and the buttons that say it.

The data of a button is MARK, a letter, the id of the deadline and the way back to the list: `zd` + id + `:0:医共体`.
"""

from __future__ import annotations

import datetime as dt

from bot.chat.keyboards import ANEW, DUE, in_rows, two_a_row
from bot.marks.status import Standing
from bot.messages import Messages
from bot.rendering.dates import day_in_words
from bot.rendering.message import Button, Row, Rows

MARK = "z"
LETTERS = {"done": "d", "void": "v", "open": "o", "confirm": "k", "postponed": "p", "note": "n"}
UNTIL, WRITE_DAY, BACK = "u", "w", "b"
WEEKS = (1, 2, 4)  # to postpone by


def mark_line(standing: Standing, words: Messages, zone: dt.tzinfo) -> str:
    """What was said, who said it and when, with the note; of a changed text that it should be confirmed."""
    mark, say = standing.mark, words.marks
    day = day_in_words(dt.datetime.fromtimestamp(mark.at, zone).date(), words)
    by = say.by.format(name=mark.name, date=day) if mark.name else say.by_nobody.format(date=day)
    note = say.note.format(note=mark.note) if mark.note else ""
    return f"{say.changed if standing.changed else ''}{said(standing, words)}{by}{note}"


def said(standing: Standing, words: Messages) -> str:
    """What was said of a deadline, and nothing else."""
    until = day_in_words(standing.mark.until, words) if standing.mark.until else ""
    return words.marks.said[standing.mark.status].format(until=until)


def mark_rows(number: str, standing: Standing | None, rest: str, words: Messages) -> Rows:
    """The buttons that mark a deadline; `rest` is the way back to the list."""
    names = ["done", "postponed", "void"]
    if standing and standing.changed:
        names = ["confirm", "open", *names]
    elif standing:
        ways = ["postponed"] if standing.mark.status == "done" else ["done", "postponed"]
        names = [*ways, "note", "open"]
    return in_rows([_key(name, number, rest, words) for name in names], 2 if standing else 3)


def day_rows(number: str, today: dt.date, rest: str, words: Messages) -> Rows:
    """The days to postpone to, the way to another one, and the way back."""
    days = sorted(
        {*(today + dt.timedelta(weeks=count) for count in WEEKS), _end_of_month(today), _end_of_year(today)}
    )
    keys = [
        Button(day_in_words(day, words), f"{MARK}{UNTIL}{day:%Y%m%d}{number}:{rest}")
        for day in days
        if day > today
    ]
    last = (
        Button(words.marks.write_day, f"{MARK}{WRITE_DAY}{number}:{rest}"),
        Button(words.marks.back, f"{MARK}{BACK}{number}:{rest}"),
    )
    return (*two_a_row(keys), last)


def show_row(number: str, words: Messages) -> Row:
    """The button that opens a deadline in a new message."""
    return (Button(words.marks.show, f"{ANEW}{DUE}{number}:0:"),)


def _key(name: str, number: str, rest: str, words: Messages) -> Button:
    return Button(words.marks.buttons[name], f"{MARK}{LETTERS[name]}{number}:{rest}")


def _end_of_month(day: dt.date) -> dt.date:
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)


def _end_of_year(day: dt.date) -> dt.date:
    return dt.date(day.year, 12, 31)
