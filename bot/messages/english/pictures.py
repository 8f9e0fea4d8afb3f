"""What the bot says in English of timelines, charts and calendar files."""

from __future__ import annotations

from bot.messages.pictures import CalendarWords, ChartWords, TimelineWords

ENGLISH_TIMELINE = TimelineWords(
    name="Timeline of deadlines",
    name_of="Timeline of deadlines: {words}",
    count="{days}, {count} in all{place}",
    over=" (all overdue)",
    sums="{month}: {count}",
    none="None of these deadlines has a date, so there is nothing to draw. /ddl lists them.",
    other_topics="Other topics",
    later="later",
)

ENGLISH_CHART = ChartWords(
    usage="Please write an indicator after /chart, for example: /chart 县域内就诊率",
    unknown="I found no indicator “{words}”.",
    meant=" Did you mean:",
    other="📊 {name}",
    note="{documents} documents, {count} figures",
    goal="goal",
    present="actual",
    goal_value="goal {value} ({when})",
    present_value="actual {value} ({when})",
    at_writing="when written",
    undated="no year given",
)

ENGLISH_CALENDAR = CalendarWords(
    file="{count} deadlines, with alarms 30, 7 and 1 days before. Open the file to add them to your calendar; "
    "adding it again later updates them.",
    crossed="{count} more are done or do not apply: they ring no longer, and what does not apply is cancelled.",
    settled="{said}: {task}",
    undated="{count} more have no date and are left out.",
    none="None of these deadlines has a date, so there is nothing for a calendar. /ddl lists them.",
    name="Jianda deadlines",
    name_of="Jianda deadlines: {words}",
    time="Due: {phrase} ({date})",
    bodies="Responsible: {bodies}",
)
