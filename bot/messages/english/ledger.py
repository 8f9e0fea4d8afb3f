"""What the bot says of the ledger in English."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.ledger import LedgerWords

ENGLISH_LEDGER = LedgerWords(
    title="Ledger",
    count=", {count} tasks",
    states=MappingProxyType(
        {
            "late": "🔴 overdue",
            "soon": "🟡 due soon",
            "active": "🟢 under way",
            "idle": "⚪ not begun",
            "postponed": "🔵 postponed",
            "done": "✅ closed",
            "void": "🚫 not applicable",
        }
    ),
    state_count="{state} {count}",
    between_states=" · ",
    lead="Lead: {names}",
    support="Support: {names}",
    persons="Persons: {names}",
    between_names=", ",
    between_parts="; ",
    report="Report: {text} ({name}, {date})",
    report_nobody="Report: {text} ({date})",
    shortcuts=MappingProxyType(
        {"已过期": "overdue", "快到期": "due soon", "在办": "under way", "已办结": "closed"}
    ),
    every_task="All tasks",
    back="‹ Back to the ledger",
    see_workbook="📊 Excel ledger",
    see_signing="🖊 Sheet to sign",
    columns=MappingProxyType(
        {
            "number": "No.",
            "task": "Task (as printed)",
            "lead": "Lead",
            "support": "Support",
            "named": "Persons in the text",
            "assignee": "Assignee",
            "due": "Due",
            "phrase": "Due, as printed",
            "state": "State",
            "until": "Postponed to",
            "report": "Report",
            "reported": "Reported by, on",
            "source": "Source",
            "id": "Id",
            "version": "Version",
        }
    ),
    names=MappingProxyType(
        {
            "late": "overdue",
            "soon": "due soon",
            "active": "under way",
            "idle": "not begun",
            "postponed": "postponed",
            "done": "closed",
            "void": "not applicable",
        }
    ),
    how_to=(
        "The four columns under a yellow heading can be filled in: assignee, state, postponed to, report. The others are the text and the records; changes there are not read.",
        "State: not begun, due soon and overdue follow from the date; under way, postponed, closed and not applicable are yours to fill in.",
        "A postponed task needs the new day. To reopen a task, set its state to under way or not begun, and say why in the report.",
        "A report has 200 characters at most, an assignee 30. Rows may be deleted, sorted, filtered; please leave the hidden columns Id and Version as they are: each row is known by them.",
        "Then an editor sends the file to the bot in private: each row is checked, what would change is told first and confirmed, and it can be undone.",
    ),
    how_to_title="How to fill in",
    made="{today}, {count} tasks",
    caption="{title}, {made}. Fill in the columns with a yellow heading; an editor sends it back in private, and it is checked before anything changes.",
    signing_title="{title}: sheet to sign",
    signing_columns=("No.", "Task (as printed)", "Lead, support", "Due", "State", "Signed, date"),
    signing_end=("Made by: ____________", "Checked by: ____________", "Date: ____________"),
    signing_cut="The first {most} are listed; narrow the ledger for the other {rest}.",
    back_changes="The ledger: {changed} rows would change, {same} stay, {bad} cannot be used.",
    back_nothing="There is nothing to change.",
    back_bad="Rows that cannot be used:",
    back_more="… and {count} more rows",
    back_row="· row {number} {task}: {changes}",
    back_bad_row="· row {number} {task}: {reason}",
    back_go="✔ Update by the ledger",
    back_done="{count} tasks are updated.",
    back_skipped="{count} were changed by somebody else just now and are left alone.",
    back_undo="↩ Undo this update",
    back_undone="Undone: {count} tasks are as they were before.",
    bad_rows=MappingProxyType(
        {
            "gone": "no such task is there, or its Id was changed",
            "twice": "the same task stands in two rows",
            "state": "the state must be one of: not begun, under way, due soon, overdue, postponed, closed, not applicable",
            "until_missing": "a postponed task needs the new day",
            "until_unread": "I did not understand the new day; please write 2027-03-31",
            "until_past": "the new day has passed",
            "report_long": "the report is longer than 200 characters",
            "assignee_long": "the assignee is longer than 30 characters",
            "why": "a task that is reopened needs the reason in its report",
            "meanwhile": "somebody changed it after the ledger was made; please take a new one",
        }
    ),
    changes=MappingProxyType(
        {
            "state": "{before} → {after}",
            "until": "postponed to {after}",
            "assignee": "assignee {after}",
            "no_assignee": "no assignee any more",
            "report": "report “{after}”",
            "no_report": "without its report",
        }
    ),
)
