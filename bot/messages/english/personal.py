"""What the bot says in English of what it keeps of a person: questions, favourites, and how they are erased."""

from __future__ import annotations

from bot.messages.personal import HomeWords, PersonalWords

ENGLISH_PERSONAL = PersonalWords(
    recent="Your last questions; tap one to ask it again:",
    recent_none="I have no questions of yours.",
    recent_off="This bot is set to keep no questions, so there are none to show.",
    question_erased="This question has been erased. Please type it again.",
    favourites="Your favourites ({count}); tap a number to read one:",
    favourites_none="You have no favourites yet. Tap “⭐ Keep” under an answer to find it here.",
    favourite_changed="(the text has changed since; this is how it began)",
    favourite_remove="Remove {number}",
    privacy="What I store:\n"
    "· {log}\n"
    "· Votes: your “useful” or “not useful” with the reason, and on which passage.\n"
    "· Favourites: the beginning and the source of the passages you keep.\n"
    "· Settings: the language you chose, the place, body and name of a chat, the documents and the length of answers of a chat, and the like.\n"
    "· Reminders and watches: those you set, with what you wrote, and what they told.\n"
    "· Administration: who is owner, administrator or editor, and who changed what and when (id, name, before and "
    "after), the settings of groups and the marks on deadlines too.\n"
    "Votes, favourites, settings and reminders stay until you erase them; what is administration is the record of changes "
    "and stays, also after /forget.\n"
    "To understand follow-up questions I also remember your last question, for an hour at most.\n"
    "All this lies only on the server that runs this bot and serves to improve the answers; "
    "the administrators can see it.\n"
    "Send /forget to erase everything I store of you.",
    privacy_number="Your id: {user}",
    privacy_log="Questions: your id, the chat's id, the time, the question, the passage found and the time taken, "
    "kept for {days} days, then erased.",
    privacy_no_log="Questions: not stored.",
    forget_ask="Erase everything I store of you? Questions, votes, favourites, settings and reminders in private; this cannot be undone.",
    forget_yes="Erase all",
    forget_no="Keep it",
    forget_kept="All right, nothing was erased.",
    forgotten="All erased: {questions} questions, {votes} votes, {favourites} favourites, {settings} settings.",
    forgotten_nothing="I store nothing of you.",
    forgotten_group="Everything I stored of this person is erased.",
)


ENGLISH_HOME = HomeWords(
    now="My place: {home}",
    nowhere="No place is set: lists and answers are of all places",
    how="Tap a place, or write a sentence, for example: 我是青汀的; 我是青汀县民政局的; 我是青汀县民政局的张三.\n"
    "From then on questions, /ddl, /ledger, /targets and /remind begin with it; the reply says so, and one tap shows all places.",
    no_places="None of the documents says of which place it is.",
    set="📍 Noted: {home}. Questions, /ddl, /ledger, /targets and /remind begin with it, and say so.\n"
    "我的 is what you have to do, for example: /ledger 我的.",
    unset="📍 Cleared: lists and answers are of all places.",
    other="📍 Choose a place",
    everywhere="🌐 All places",
    listed="📍 For your place: {home}",
    answered="📍 Answered for your place ({place}).",
    wider="All places: {question}",
    which="Which county? The question does not say; {count} places speak of it. Tap one to see it alone:",
    admins_only="In a group only its administrators may set its place.",
    greeting="Where are you? Tap a place, and answers begin with it; or set it later with /place.",
)
