"""What the bot says in English of watches."""

from __future__ import annotations

from bot.messages.telling import WatchWords

ENGLISH_WATCHES = WatchWords(
    made="👁 Watching “{words}”: the documents speak of it in {count} places now. You will be told where a new or changed "
    "document does, and what changed.",
    made_empty="👁 Watching “{words}”. No document speaks of it now: if that is a slip, end it and send it again; else you "
    "will be told once one does.",
    already="“{words}” is watched already.",
    ask="Nothing is watched here yet. Name the words, the indicator, the body or the place: \n/watch 医共体\n/watch 签约率\n/watch 民政局\n/watch 青汀 中医",
    too_short="“{words}” is too short. Please use {least} characters or more: /watch 医共体",
    too_long="These words are too long. Please use {limit} characters at most: /watch 医共体",
    too_many="There are {count} watches here already. Please end one with /watch first.",
    too_wide="“{words}” is too wide (the documents speak of it in {count} places), so it is not watched. Please add a word: /watch 青汀 医共体",
    admins_only="In a group only its administrators may watch and stop watching.",
    list="What is watched here ({count}); tap a number to see or end it, send /watch with words for another:{place}",
    listed="{number}. {words}",
    none="Nothing is watched here.",
    view="👁 Watching “{words}”\nThe documents speak of it in {count} places now; you will be told where a new or changed one does.",
    gone="This is no longer watched. Send /watch to see what is.",
    removed="“{words}” is no longer watched.",
    news="🔔 News on what you watch: {files} documents, {count} places",
    new_document="New document {title}, “{words}” in {count} places:",
    changed_document="{title} has changed, “{words}” in {count} places:",
    says="“{text}”",
    now_says="Now: “{text}”",
    before="    Before: “{text}”",
    no_longer="No longer: “{text}”",
    more="({count} more places are not listed)",
    more_documents="({count} more documents are not listed)",
    unsure="🔔 News on what you watch ({count} places) was cut off while it was sent; it may or may not have reached you. So "
    "as not to disturb you twice it is not sent again: tap below if you have not seen it.",
    too_old="This news is too old and was erased.",
    remove="Stop watching",
    restore="Watch again",
    back="‹ Watches",
    show="Show the news",
    own_watches="My watches",
    watch_document="👁 Watch this document",
    validity="📄 The validity of documents that you watch or uploaded:{place}",
    expires="{number}. {title} is in force until {date}, {days} days more.",
    expires_today="{number}. {title} is in force until today ({date}).",
    replaced="{number}. {title} has a newer version: {by}, which answers from now on.",
    abolished="{number}. {title} is abolished by {by}.",
    validity_unsure="📄 A notice on the validity of {count} documents was cut off while it was sent; it may or may not have "
    "reached you. So as not to disturb you twice it is not sent again: tap below if you have not seen it.",
)
