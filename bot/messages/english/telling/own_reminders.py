"""What the bot says in English of own reminders."""

from __future__ import annotations

from bot.messages.telling import OwnReminderWords

ENGLISH_OWN_REMINDERS = OwnReminderWords(
    made="⏰ All right, you will be reminded on {moment}:\n{text}",
    made_again="⏰ All right, you will be reminded {again}, first on {moment}:\n{text}",
    due="⏰ Reminder: {text}",
    unsure="⏰ The reminder of {moment} ({text}) was cut off while it was sent; it may or may not have reached you. "
    "So as not to disturb you twice it is not sent again: tap below if you have not seen it.",
    moment="{weekday}, {day}, {time}",
    monthly="on day {day} of each month",
    month_end="on the last day of each month",
    again="{days} at {time}",
    listed="⏰ {moment}: {text}",
    listed_again="⏰ {again}: {text} (next on {moment})",
    examples="Please write it like this:\nremind me tomorrow 8am to send the report\nremind me in 30 minutes to call\n"
    "every monday 9am remind me to report\n明天早上八点提醒我报表",
    no_time="I did not understand when. {examples}\n\nTo be reminded before deadlines of the documents: /remind 医共体 7 days before 9:00",
    not_understood="I did not understand “{part}”, so no reminder was made. {examples}",
    past="{moment} has passed, so no reminder was made. Please name a time to come: remind me tomorrow 8am to send the report",
    too_far="{moment} is too far off, so no reminder was made: three years are the most.",
    nothing="Remind you of what? Please write the time and the matter together: remind me tomorrow 8am to send the report",
    too_long="This is too long to be reminded of ({length} characters), so no reminder was made. Please use {limit} at most.",
    too_many="There are {count} reminders to come here already, so none was added. Please cancel one with /reminders first.",
    admins_only="In a group only its administrators may make and cancel reminders.",
    gone="This reminder is no longer there. Send /reminders to see those that are.",
    snoozed="⏰ {text}\nPut off: you will be reminded again on {moment}.",
    cancelled="Cancelled, it will not come:\n{text} ({moment})",
    cannot_restore="{moment} has passed, so it cannot be put back. Please make a new one.",
    cancel="Cancel this reminder",
    restore="Put it back",
    hour="In 1 hour",
    tomorrow="Tomorrow {time}",
)
