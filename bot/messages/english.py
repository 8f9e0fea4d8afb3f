"""What the bot says in English."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.words import Messages

ENGLISH = Messages(
    greeting="Hello, I am Jianda. I have read these speeches and plans on health work. Send me a question "
    "(in Chinese) and I answer word for word from the text, with the source; when the text does not say it, "
    "I tell you so.\n\nFor example: 基层诊疗量占比要达到多少？\n\nSend /help to see how to use me.",
    help="Just ask in a sentence; several questions in one message are answered one by one.\n"
    "You can ask on from the last answer: 那期限呢, 谁负责, 2025年的呢.\n"
    "Ask which tasks are due and I list them: 下个月有什么任务, 哪些快到期了, what is due next month.\n"
    "In a group use /ask with your question, or reply to a message with /ask and I answer the question in it; "
    "reply to a message of mine to ask further.\n\n{commands}",
    commands=MappingProxyType(
        {
            "start": "Start",
            "help": "How to use me",
            "ask": "Ask a question: /ask 医共体怎么建",
            "topics": "Questions and answers by topic",
            "ddl": "Deadlines: /ddl 医共体 next month, /ddl overdue",
            "targets": "Targets: /targets 签约率",
            "documents": "What I have read",
            "scope": "Answer from chosen documents only",
            "recent": "My last questions",
            "favorites": "My favourites",
            "language": "Choose the language",
            "privacy": "What is stored and how long",
            "forget": "Erase what is stored of me",
            "reload": "Load the files again (administrators only)",
            "status": "The state of the knowledge base (administrators only)",
        }
    ),
    usage="Please write your question after /ask, for example: /ask 医共体怎么建. "
    "You can also reply to a message with /ask.",
    empty_reply="I see no text. Please write me your question.",
    unknown_command="I do not know this command. Just ask, or send /help.",
    only_text="I can read text only. Please write your question as text.",
    too_long="Your question has {length} characters, which is too long. Please keep it within {limit}, "
    "or ask in several messages.",
    understood="I read “{typed}” as “{meant}”.",
    citation="— {source}",
    cited_year="（{year}）",
    deadline="Due: {phrase} — {task}",
    deadline_dated="Due: {phrase} ({date}) — {task}",
    before="by {date}",
    since="from {date}",
    between="{start} to {end}",
    day="{year}-{month:02}-{day:02}",
    operators=MappingProxyType({">=": "at least ", "<=": "at most ", "~": "about ", "=": ""}),
    target="Target: {indicator}: {value}",
    target_dated="Target: {indicator}: {value} ({date})",
    target_blank="left blank in the source",
    redacted="The source leaves the figure or name blank here.",
    redacted_as="The source leaves the figure or name blank here (“{mark}”).",
    declined="The speeches and plans I have read do not answer this question.",
    suggestions="You could try these questions or topics:",
    unsure="I found no certain answer. Did you mean:",
    asked="Q: {question}",
    followed="Q: {question} (following your last question)",
    text_changed="This text has changed since. Please ask again.",
    button_old="This button no longer works. Please ask again.",
    previous_passage="‹ Before",
    next_passage="After ›",
    back_to_answer="Back to the answer",
    whole_section="Whole section",
    other_sources="Other sources",
    other_source="(other source {number}/{count})",
    copy_citation="Copy citation",
    original_file="Original file",
    open_part="Question {number}",
    section_cut="… The section is too long; see the original file for the rest.",
    file_missing="The file of《{title}》is not on the server right now. Please tell the administrator.",
    file_too_big="The file of《{title}》is too big to be sent here. Please ask the administrator.",
    files_forbidden="The administrator does not let me send files.",
    page_before="‹ Previous",
    page_after="Next ›",
    page_place=" (page {number}/{count})",
    topics_heading="There are {count} topics{place}. Tap one to see its questions:",
    topic_heading="{topic}{place}: tap a number for the answer",
    topic_gone="This topic is gone. Send /topics to see those that there are.",
    no_topics="There are no topics yet.",
    back_to_topics="‹ Topics",
    back_to_questions="‹ Questions",
    documents_heading="I have read {count} documents{place}. Tap a number for the outline:",
    document_gone="This document is gone. Send /documents to see those that there are.",
    no_documents="There are no documents yet.",
    no_headings="(This document has no headings.)",
    sections="{count} sections",
    back_to_documents="‹ Documents",
    scope_heading="Which documents shall I answer from? Tap to choose, tap again to undo.",
    scope_none="Now: all documents.",
    scope_some="Now: the {count} chosen.",
    scope_all="All documents again",
    scope_on="(Searched only {titles}; /scope changes this.)",
    scope_more=" and others, {count} in all",
    scope_admins_only="In a group only its administrators may change where I search.",
    in_scope=" (chosen)",
    deadlines_all="Deadlines",
    deadlines_count=" ({count} in all, {over} overdue)",
    no_deadlines="I found no deadlines.",
    targets_all="Targets",
    targets_count=" ({count} in all)",
    no_targets="I found no targets.",
    narrowed="Filter: {told}",
    between_parts=", ",
    word_told="“{word}”",
    days_told="{phrase} ({days})",
    by_told=" ({date})",
    body_told="body {name}",
    states=MappingProxyType({"overdue": "overdue", "soon": "due within 30 days", "open": "not overdue"}),
    shortcuts=MappingProxyType(
        {"已过期": "Overdue", "快到期": "Due soon", "本月": "This month", "下月": "Next month"}
    ),
    any_year="Nothing for {told}; here is the same time of any year:",
    looser="Asking for less would give:",
    found_by="{told} ({count})",
    every_deadline="All deadlines",
    every_target="All targets",
    filter_too_long="These words are too long. Please use 12 characters at most, for example: 医共体 2027年",
    back_to_list="‹ Deadlines",
    back_to_targets="‹ Targets",
    no_date="no date",
    overdue="{days} days overdue",
    overdue_years="overdue for more than {years} years",
    due_today="due today",
    due_soon="soon, {days} days left",
    due_later="{days} days left",
    due_years="more than {years} years left",
    due_since="has begun",
    due_begins="begins in {days} days",
    group_greeting="Hello, I am Jianda. I answer from speeches and plans, word for word, with the source.\n"
    "In a group I see only what is said to me. Ask like this:\n"
    "· /ask with your question: /ask 医共体怎么建\n· /ask as a reply to a message, and I answer that message\n"
    "· reply to a message of mine to ask further\n· /ddl for deadlines, /targets for targets\nOtherwise I stay silent.",
    inline_help_title="Jianda: find the text",
    inline_help_line="Go on typing what to look for, for example: 医共体",
    inline_help="In any chat type @{bot} and what to look for, and choose a passage to send with its source. "
    "For example: @{bot} 医共体",
    useful="👍 Useful",
    useless="👎 Not useful",
    keep="⭐ Keep",
    kept="⭐ Kept",
    chosen="{label} ✓",
    reasons=MappingProxyType(
        {"a": "Off the point", "b": "Incomplete", "c": "Out of date", "d": "Hard to read", "e": "Other"}
    ),
    thanks_useful="Thank you, noted as useful.",
    thanks_useless="Thank you, noted as not useful. What is wrong with it?",
    thanks_reason="Thank you, noted: {reason}.",
    now_kept="Kept. Send me /favorites in private to see it.",
    now_unkept="No longer kept.",
    only_private="This is your own and not for the group. Please write to me in private.",
    open_private="Write to me",
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
    "· Settings: the language you chose, the documents a chat is narrowed to.\n"
    "Votes, favourites and settings stay until you erase them.\n"
    "To understand follow-up questions I also remember your last question in memory, for an hour at most.\n"
    "All this lies only on the server that runs this bot and serves to improve the answers; "
    "the administrators can see it.\n"
    "Send /forget to erase everything I store of you.",
    privacy_log="Questions: your id, the chat's id, the time, the question, the passage found and the time taken, "
    "kept for {days} days, then erased.",
    privacy_no_log="Questions: not stored.",
    forget_ask="Erase everything I store of you? Questions, votes, favourites and settings; this cannot be undone.",
    forget_yes="Erase all",
    forget_no="Keep it",
    forget_kept="All right, nothing was erased.",
    forgotten="All erased: {questions} questions, {votes} votes, {favourites} favourites, {settings} settings.",
    forgotten_nothing="I store nothing of you.",
    forgotten_group="Everything I stored of this person is erased.",
    not_yours="This is for the person who sent the command.",
    language_ask="Choose the language I speak; the passages stay as they are.",
    languages=MappingProxyType({"zh": "中文", "en": "English", "tg": "As in Telegram"}),
    language_set="All right, language: {language}.",
    not_allowed="Sorry, you may not use this bot yet. To be let in, give the administrator your id {user}.",
    too_many="That is a lot of questions at once. Please ask again in a minute; until then I stay silent.",
    too_many_presses="Too many taps at once. Please try again in a minute.",
    not_admin="Sorry, this command is for administrators only.",
    reload_started="Loading the files again. I keep answering meanwhile and report when it is done.",
    reload_progress="Loading the files again: {done} of {total} files. I keep answering meanwhile.",
    reload_cancel="Cancel",
    reload_cancelling="Cancelling: it stops after the present file.",
    reload_cancelled="The load was cancelled and the knowledge base is unchanged.",
    reload_ended="This load has ended already.",
    reload_running="A load is running already. Please wait until it has ended.",
    reload_done="Loaded: {added} added, {changed} changed, {unchanged} unchanged, {removed} removed, "
    "{skipped} skipped, {failed} failed; {seconds} seconds.",
    reload_more="File by file in {number} lines: see the file below.",
    reload_failed="The load failed and the knowledge base is unchanged: {reason}",
    status="Documents: {documents}\nPassages: {passages}\nQuestions: {questions}\nDeadlines: {deadlines}\n"
    "Last load: {loaded}\nVersion: jianda {version}, knowledge base {schema}, analyzer {analyzer}",
    status_never="never",
    status_problem="Problem: {problem}",
    status_sound="Nothing is wrong.",
    failed="Sorry, something went wrong with this message (number {id}). Please try again later; "
    "if it stays so, give the number to the administrator.",
    unavailable="Sorry, the knowledge base cannot be used right now (number {id}). "
    "Please give the number to the administrator.",
    terminal_greeting="Jianda: type a question; /help for help, /exit to leave.",
    terminal_goodbye="Goodbye.",
    terminal_choices="Type a number to choose:",
    terminal_no_choice="There is no choice {number}.",
    terminal_file="The file of《{title}》: {path}",
)
