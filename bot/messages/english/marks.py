"""What the bot says in English of marks on deadlines."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.marks import MarkWords

ENGLISH_MARKS = MarkWords(
    said=MappingProxyType(
        {
            "assigned": "👤 assigned",
            "begun": "🟢 under way",
            "done": "✅ done",
            "postponed": "⏳ postponed to {until}",
            "void": "🚫 not applicable",
        }
    ),
    by=" ({name}, {date})",
    by_nobody=" ({date})",
    note="Note: {note}",
    assignee="For {name}. ",
    changed="⚠️ The text has changed, please confirm. Before that: ",
    buttons=MappingProxyType(
        {
            "done": "✅ Done",
            "postponed": "⏳ Postpone",
            "void": "🚫 Not applicable",
            "open": "↩ Take back",
            "reopen": "🔁 Reopen",
            "note": "📝 Note",
            "confirm": "✔ Still so",
        }
    ),
    choose_day="Postpone to which day? Tap one, or tap “Write a date”.\n{task}",
    write_day="✏️ Write a date",
    ask_day="Please reply to this message with the new day, for example: 12月15日, 明年3月底, 2027-03-31.\n{task}",
    no_day="I did not understand the date. Please reply once more, for example: 12月15日, 明年3月底, 2027-03-31.",
    past_day="{date} has passed. Please reply with a later day.",
    write_why="Please reply to this message with the reason for which it is reopened (200 characters at most):\n{task}",
    reopened="Reopened: {why}",
    write_note="Please reply to this message with the note (200 characters at most):\n{task}",
    marked="Noted: {said}",
    opened="The mark is taken back.",
    gone="This deadline is no longer there, or its text has changed. Send /ddl to see those that there are.",
    back="‹ Back",
    show="Show this deadline",
)
