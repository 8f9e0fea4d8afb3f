"""What the bot says of the ledger in English."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.ledger import LedgerWords, ReportWords

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
    how_to_report="Reply to report: 2 已完成 (done); 2 进展：… (progress); 2 申请延期到3月底 (more time); 2 is the number",
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


ENGLISH_REPORTS = ReportWords(
    which="There are several tasks in that message. Which one do you report of?\n{said}",
    kinds=MappingProxyType(
        {
            "done": "✅ Reported done",
            "progress": "📝 Progress",
            "postponed": "⏳ More time asked for, to {until}",
        }
    ),
    heading="{kind} ({name})",
    task="Task: {task}",
    said="In their words: {said}",
    to_confirm="An editor is asked to confirm it with a button.",
    to_record="Tap “Record” to put it into the ledger.",
    sent="Sent to {count} editors; you will be told what they decide.",
    sent_nobody="No editor can be reached now; please tell one yourself.",
    buttons=MappingProxyType(
        {
            "done": "✅ Confirm as closed",
            "progress": "📝 Record",
            "postponed": "⏳ Postpone",
            "no": "✖ Turn down",
            "undo": "↩ Undo",
        }
    ),
    accepted=MappingProxyType(
        {
            "done": "✅ closed (confirmed by {name})",
            "progress": "📝 recorded in the ledger ({name})",
            "postponed": "⏳ postponed ({name} agreed)",
        }
    ),
    returned="✖ turned down ({name}); the ledger stays as it was.",
    undone="↩ undone ({name}); it is as it was before.",
    not_undone="Somebody has changed it since, so it is not undone.",
    settled="This task is closed or not applicable, so nothing is recorded. To reopen it an editor taps “Reopen” under it and says why.",
    editors_only="An editor confirms this.",
)
