"""What the bot says in English of reminders."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.reminders import ReminderWords

ENGLISH_REMINDERS = ReminderWords(
    heading="⏰ Deadlines: {words}{place}",
    digest_heading="🗓 Deadlines to come: {words}{place}\nDue within 30 days, and just overdue",
    late="(Late: this was to come {moment}, but the bot was not running or had no network.)",
    unsure="⏰ The reminder of {moment} ({words}, {count} deadlines) was cut off while it was sent; "
    "it may or may not have reached you. So as not to disturb you twice it is not sent again: "
    "tap below if you have not seen it.",
    show="Show this reminder",
    all="These deadlines",
    settings="Reminder settings",
    refused="⏸ A reminder that you set cannot be delivered: Telegram does not let the bot write in the group for now "
    "(no right to write, topic closed or the like).\n{summary}\nIt is tried again, ever more seldom; once the bot may write, it "
    "comes, and need not be set again.",
    text_gone="(the text of this one has changed since)",
    too_old="This reminder is too old and was erased. Send /ddl for the deadlines.",
    every="all deadlines",
    separator=", ",
    before="{days} days before",
    on_the_day="the same day",
    weekly="every {weekday}",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    weekday_groups=MappingProxyType({tuple(range(7)): "every day", tuple(range(5)): "Monday to Friday"}),
    standings=MappingProxyType(
        {
            "draft": "(not saved yet)",
            "paused": "⏸ paused",
            "removed": "⏸ paused: the bot was removed or blocked",
            "retrying": "⏸ Telegram does not let the bot write here for now; it is tried again",
            "refused": "⏸ paused: Telegram does not let the bot write here",
            "unlisted": "⏸ paused: the bot may not be used here",
        }
    ),
    unmatched="⚠ No deadline fits: {parts}. Send /remind again if that is a slip; else you will be reminded once there is one.",
    fitting="Open deadlines that fit now: {count}",
    next="Next reminder: {date}, {count} deadlines",
    nothing_next="Nothing to remind you of now; new deadlines will be taken up.",
    ask="Which deadlines, and when? Tap Save if this is right, or change it first:",
    ask_words="Or write it all at once, for example:\n/remind 医共体 30,7,1 days before 9:00\n/remind every monday 8:30 民政局",
    change="Tap Save when it is right:",
    made="All right, you will be reminded:",
    kept="All right, saved:",
    list="The reminders here ({count}); tap a number to change, pause or remove one:",
    none="There are no reminders here yet. Send /remind to make one.",
    gone="This reminder was removed. Send /reminders to see those that there are.",
    paused="Paused.",
    resumed="Running again from now on.",
    removed="This reminder is removed:",
    ask_remove="Remove this reminder?",
    cancelled="All right, no reminder was made.",
    too_many="There are {count} reminders here already. Please remove one with /reminders first.",
    words_too_long="These words are too long. Please use {limit} characters at most, for example: /remind 医共体 7 days before",
    not_understood="I did not understand “{part}”. Please write it like this:\n/remind 医共体 30,7,1 days before 9:00\n"
    "/remind every monday 8:30 民政局",
    admins_only="In a group only its administrators may set reminders.",
    choose_topic="Deadlines of which topic?{place}",
    resumed_on_return="The {count} reminders set before are running again; /reminders changes them.",
    save="✅ Save",
    cancel="Cancel",
    edit="Change",
    pause="⏸ Pause",
    resume="▶ Resume",
    remove="🗑 Remove",
    remove_yes="Remove",
    remove_no="Keep it",
    back="‹ Reminders",
    day_choice=MappingProxyType({30: "30 days", 14: "14", 7: "7", 3: "3", 1: "1", 0: "same day"}),
    other_day="{days}",
    weekly_choice="On days of the week instead",
    daily_choice="Days before instead",
    topic_choice="Choose a topic",
    every_choice="All deadlines",
    chosen="✓ {label}",
)
