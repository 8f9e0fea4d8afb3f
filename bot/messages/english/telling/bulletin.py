"""What the bot says in English of the bulletin."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.telling import BulletinWords

ENGLISH_BULLETIN = BulletinWords(
    title="📊 Bulletin of tasks ({date})",
    title_of="📊 Bulletin of tasks: {words} ({date})",
    signs=MappingProxyType(
        {"late": "🔴 Overdue", "due": "🟡 Due within 7 days", "done": "✅ Done in the last 7 days"}
    ),
    names=MappingProxyType({"late": "late", "due": "due", "done": "done"}),
    sum="{sign}: {count} ({trend})",
    more_than="{count} more than last week",
    fewer_than="{count} fewer than last week",
    same="as last week",
    by_body="By leading body{place}",
    by_topic="By topic{place}",
    row="{number}. {name}: {parts}",
    part="{name} {count}{trend}",
    up=" ↑{count}",
    down=" ↓{count}",
    between_parts=", ",
    unnamed="no body named",
    no_topic="other",
    old="({count} more were due over a year ago and never marked; they are not counted.)",
    nothing="Nothing is overdue, nothing is due within 7 days, and nothing was done in the last 7.",
    note="Late: due and not marked as done. Due: within 7 days. Done: in the last 7. Arrows compare with last week.",
    left_out="{count} more in the text",
    subscribed="📊 All right, the bulletin{words} comes here {again}, first on {moment}.",
    listed="📊 {again}: bulletin{words} (next on {moment})",
    view="📊 The bulletin{words} comes here {again}, next on {moment}.",
    cancelled="Cancelled: the bulletin{words} ({again}) will not come.",
    gone="This bulletin is no longer there. Send /bulletin for the present one.",
    too_many="There are {count} bulletins to come here already. Please cancel one with /reminders first.",
    not_understood="I did not understand “{part}”. Please write it like this:\n/bulletin 民政局\n/bulletin every friday 4pm 民政局",
    admins_only="In a group only its administrators may subscribe to the bulletin.",
    unsure="📊 The bulletin of {moment} was cut off while it was sent; it may or may not have reached you. So as not to "
    "disturb you twice it is not sent again: tap below if you have not seen it.",
    late="Overdue ones",
    due="Due within 7 days",
    picture="Picture",
    subscribe="Every Monday {time} here",
    cancel="Unsubscribe",
    restore="Subscribe again",
    show="Show the bulletin",
)
