"""The audit in words: a page in the chat, a line or a JSON object on the command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.callback_data.administration import ListAudit
from bot.chat.keyboards import page_note, turn_rows
from bot.messages import Messages
from bot.rendering.json import Json
from bot.rendering.markup import line, shortened
from bot.rendering.message import Message, MessageDraft, say
from bot.rendering.paging import ListPage, page_of
from bot.state.chats.quiet_hours import quiet_hours
from bot.state.storage.audit import Audit, AuditChange, AuditEntry

QUIET = "setting:quiet"  # the action whose values are hours
MARK = "mark"  # the action whose values are a status, a day and a note
A_PAGE = 8
LONGEST = 160  # characters of a subject or a value that the chat shows


def audit_page(audit: Audit, number: int, words: Messages, time_zone: dt.tzinfo) -> Message:
    """A page of the changes, newest first."""
    page = page_of(range(audit.count()), number, A_PAGE)
    if not page.items:
        return say(words.audit.none)[0]
    return _page(audit.entries(A_PAGE, page.first), page, words, time_zone)


def entry_line(entry: AuditEntry, words: Messages, time_zone: dt.tzinfo) -> str:
    """A change: when, who, what, before and after."""
    change = entry.change
    what = words.audit.actions.get(change.action, change.action)
    subject = shortened(change.subject, LONGEST)
    return words.audit.entry.format(
        time=f"{_moment(entry, time_zone):%Y-%m-%d %H:%M}",
        who=f"{change.name}（{change.person}）" if change.person else change.name,
        what=" ".join(filter(None, (what, subject))),
        values=_values(change, words),
    )


def entry_json(entry: AuditEntry, time_zone: dt.tzinfo) -> Json:
    """A change as other programs read it: values as stored, the time in ISO."""
    change = entry.change
    return {
        "id": entry.id,
        "at": _moment(entry, time_zone).isoformat(),
        "person": change.person,
        "name": change.name,
        "action": change.action,
        "subject": change.subject,
        "before": change.before,
        "after": change.after,
    }


def _page(
    entries: Sequence[AuditEntry], page: ListPage[int], words: Messages, time_zone: dt.tzinfo
) -> Message:
    heading = line(words.audit.heading.format(place=page_note(page, words)), bold=True)
    blocks = (line(entry_line(entry, words, time_zone)) for entry in entries)
    return MessageDraft((heading, *blocks), turn_rows(page, words, ListAudit)).messages()[0]


def _values(change: AuditChange, words: Messages) -> str:
    """Before and after; of what was not there before only the after."""
    before, after = (_value(change.action, text, words) for text in (change.before, change.after))
    return f"{before} → {after}" if change.before else after


def _value(action: str, text: str, words: Messages) -> str:
    if action == QUIET and text:
        return str(quiet_hours(text))
    if action == MARK:
        status, _, more = text.partition(" ")
        return " ".join(filter(None, (words.audit.values.get(status, status), shortened(more, LONGEST))))
    return words.audit.values.get(text, shortened(text, LONGEST))


def _moment(entry: AuditEntry, time_zone: dt.tzinfo) -> dt.datetime:
    return dt.datetime.fromtimestamp(entry.at, time_zone)
