"""What the bot says in English."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.catalogue import Messages
from bot.messages.english.administration import (
    ENGLISH_AUDIT,
    ENGLISH_LOADING,
    ENGLISH_ROLES,
    ENGLISH_SETTINGS,
    ENGLISH_STATE_FILE,
    ENGLISH_STATISTICS,
)
from bot.messages.english.answers import ENGLISH_COMPARISON, ENGLISH_CONDITIONS, ENGLISH_LISTS, ENGLISH_TALK
from bot.messages.english.commands import ENGLISH_COMMANDS
from bot.messages.english.documents import ENGLISH_DOCUMENTS
from bot.messages.english.ledger import ENGLISH_LEDGER, ENGLISH_REPORTS
from bot.messages.english.marks import ENGLISH_MARKS
from bot.messages.english.notes import ENGLISH_NOTES
from bot.messages.english.personal import ENGLISH_HOME, ENGLISH_PERSONAL
from bot.messages.english.pictures import ENGLISH_CALENDAR, ENGLISH_CHART, ENGLISH_TIMELINE
from bot.messages.english.teaching import ENGLISH_TEACHING
from bot.messages.english.telling.bulletin import ENGLISH_BULLETIN
from bot.messages.english.telling.own_reminders import ENGLISH_OWN_REMINDERS
from bot.messages.english.telling.reminders import ENGLISH_REMINDERS
from bot.messages.english.telling.watches import ENGLISH_WATCHES
from bot.messages.english.web import ENGLISH_WEB

ENGLISH = Messages(
    greeting="Hello, I am Jianda. I have read these speeches and plans on health work. Send me a question "
    "(in Chinese) and I answer word for word from the text, with the source; when the text does not say it, "
    "I tell you so.\n\nFor example: 基层诊疗量占比要达到多少？\n\nSend /help to see how to use me.",
    help="Just ask in a sentence; several questions in one message are answered one by one.\n"
    "You can ask on from the last answer: 那期限呢, 谁负责, 2025年的呢.\n"
    "Ask which tasks are due and I list them: 下个月有什么任务, 哪些快到期了, what is due next month.\n"
    "In a group use /ask with your question, or reply to a message with /ask and I answer the question in it; "
    "reply to a message of mine to ask further.\n\n{commands}",
    commands=ENGLISH_COMMANDS,
    usage="Please write your question after /ask, for example: /ask 医共体怎么建. "
    "You can also reply to a message with /ask.",
    empty_reply="I see no text. Please write me your question.",
    unknown_command="I do not know this command. Just ask, or send /help.",
    only_text="I can read text only. Please write your question as text.",
    too_long="Your question has {length} characters, which is too long. Please keep it within {limit}, "
    "or ask in several messages.",
    many_questions="These are {count} questions at once, which is too many. Please ask {limit} at most, "
    "and the rest in another message.",
    elsewhere="Also {source}: {told}",
    understood="I read “{typed}” as “{meant}”.",
    citation="— {source}",
    cited_year="（{year}）",
    cited_namesake="〔{parts}〕",
    cited_page=", p. {page}",
    cited_recognised=" (recognised from a scan: check the original page)",
    recognised_document=" (partly recognised from scans)",
    deadline="Due: {when} — {task}",
    deadline_alone="Due: {when}",
    deadline_date="{phrase} ({date})",
    time_explanations={
        "autumn_term": "Schools have no common calendar; by convention the autumn term is from 1 September to 20 January",
        "winter_holiday": "Schools have no common calendar; by convention the winter holiday is from 21 January to the end of February",
        "spring_term": "Schools have no common calendar; by convention the spring term ends on 10 July",
        "summer_holiday": "Schools have no common calendar; by convention the summer holiday is from 11 July to 31 August",
        "organising": "The text gives no year; a report or a plan is due on the next such day after printing",
        "after_issue": "Counted from the date of the document",
        "working_days": "Working days are Monday to Friday, less the days of holidays.toml",
        "about": "The text says “about”; counted exactly",
    },
    before="by {date}",
    since="from {date}",
    between="{start} to {end}",
    day="{year}-{month:02}-{day:02}",
    whole_year="{year}",
    whole_month="{year}-{month:02}",
    operators=MappingProxyType({">=": "at least ", "<=": "at most ", "~": "about ", "=": ""}),
    target="Target: {indicator}: {value}",
    target_dated="Target: {indicator}: {value} ({date})",
    target_blank="left blank in the source",
    redacted="The source leaves the figure or name blank here.",
    redacted_as="The source leaves the figure or name blank here (“{mark}”).",
    names_nobody="This passage names nobody as responsible.",
    responsible="Responsible: {names}",
    declined="The speeches and plans I have read do not answer this question.",
    suggestions="You could try these questions or topics:",
    unsure="I found no certain answer. The nearest is:",
    asked="Q: {question}",
    followed="Q: {question} (following your last question)",
    translated="Asked in Chinese: {question}",
    not_translated="I do not know {unknown} among the English words of this field, so I do not guess. Please put it in other "
    "words, or in Chinese.",
    without_unknown="Without them the question is:",
    no_english="I did not understand this question. I know the English words of this field, such as family doctor, village "
    "clinic, contract signing rate, two-way referral; the documents are Chinese, and you can always ask in Chinese.",
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
    original_page="Page as scanned",
    page_picture="“{title}”, page {page}",
    page_missing="Page {page} of “{title}” cannot be shown; see the original file.",
    open_part="Question {number}",
    section_cut="… The section is too long; see the original file for the rest.",
    file_missing="The file of《{title}》is not on the server right now. Please tell the administrator.",
    file_too_big="The file of《{title}》is too big to be sent here. Please ask the administrator.",
    files_forbidden="The administrator does not let me send files.",
    page_before="‹ Previous",
    page_after="Next ›",
    page_place=" (page {number}/{count})",
    topics_heading="There are {count} topics{place}. Tap one to see its questions:",
    topics_named="“{typed}” may mean one of these {count} topics. Tap one to see its questions:",
    no_topic_named="No topic is called “{typed}”.",
    topic_heading="{topic}{place}: tap a number for the answer",
    topic_documents="Documents: {documents}",
    topic_due="Due next: {day} {question}",
    question_kinds=MappingProxyType(
        {
            "target": "Goals",
            "deadline": "Due times",
            "who": "Responsible bodies",
            "how": "Measures",
            "list": "Lists",
            "definition": "Meanings",
            "fact": "Figures",
            "achievement": "Progress",
            "problem": "Problems",
        }
    ),
    topic_gone="This topic is gone. Send /topics to see those that there are.",
    no_topics="There are no topics yet.",
    back_to_topics="‹ Topics",
    back_to_questions="‹ Questions",
    documents_heading="I have read {count} documents{place}. Tap a number for the outline:",
    documents_named="{count} documents match “{typed}”. Tap a number for the outline:",
    no_document_named="No document is called “{typed}”.",
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
    replaced_duplicate=" (the same as another one, which answers)",
    replaced_older=" (there is a newer version; this one answers when its year is named)",
    deadlines_all="Deadlines",
    deadlines_count=" ({count} in all{over}; tap a number for the text)",
    deadlines_over=", {over} overdue",
    no_deadlines="I found no deadlines.",
    targets_all="Targets",
    targets_count=" ({count} in all; tap a number for the text)",
    no_targets="I found no targets.",
    narrowed="Filter: {told}",
    between_parts=", ",
    word_told="“{word}”",
    days_told="{days} ({phrase})",
    by_told=" ({date})",
    other_name="{name}: ",
    body_told="body {name}",
    states=MappingProxyType({"overdue": "overdue", "soon": "due within 30 days", "open": "not overdue"}),
    shortcuts=MappingProxyType(
        {"已过期": "Overdue", "快到期": "Due soon", "本月": "This month", "下月": "Next month"}
    ),
    any_year="Nothing for {told}; here is the same time of any year:",
    excluding="Nothing at all fits: {told}.",
    looser="Asking for less would give:",
    found_by="{told} ({count})",
    every_deadline="All deadlines",
    every_target="All targets",
    words_too_long="After the command there are {length} characters, which is too long. Please keep it within {limit}, "
    "for example: /ddl 医共体 本月",
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
    timeline=ENGLISH_TIMELINE,
    see_timeline="🖼 Timeline",
    next_picture="Next ›",
    see_calendar="📅 To calendar",
    chart=ENGLISH_CHART,
    calendar=ENGLISH_CALENDAR,
    comparison=ENGLISH_COMPARISON,
    changes=MappingProxyType({"new": "[new] ", "changed": "[changed] ", "dropped": "[gone] "}),
    marks=ENGLISH_MARKS,
    ledger=ENGLISH_LEDGER,
    reports=ENGLISH_REPORTS,
    conditions=ENGLISH_CONDITIONS,
    lists=ENGLISH_LISTS,
    talk=ENGLISH_TALK,
    reminders=ENGLISH_REMINDERS,
    own=ENGLISH_OWN_REMINDERS,
    watches=ENGLISH_WATCHES,
    bulletin=ENGLISH_BULLETIN,
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
    only_private="This is for you alone and not for the group. Please write to me in private.",
    open_private="Write to me",
    personal=ENGLISH_PERSONAL,
    home=ENGLISH_HOME,
    not_yours="This is for the person who sent the command.",
    language_ask="Choose the language I speak; the passages stay as they are.",
    languages=MappingProxyType({"zh": "中文", "en": "English", "tg": "As in Telegram"}),
    language_set="All right, language: {language}.",
    not_allowed="Sorry, you may not use this bot yet. To be let in, give the administrator your id {user}.",
    too_many="That is a lot of questions at once. Please ask again in a minute; until then I stay silent.",
    too_many_presses="Too many taps at once. Please try again in a minute.",
    not_admin="Sorry, this is for administrators only.",
    not_editor="Sorry, this is for editors and administrators only.",
    loading=ENGLISH_LOADING,
    status="Documents: {documents}\nPassages: {passages}\nQuestions: {questions}\nDeadlines: {deadlines} (/ddl lists {listed}; the others recur, are vague or wait for an event, or stand in documents that another replaces)\n"
    "Last load: {loaded}\nVersion: jianda {version}, knowledge base {schema}, analyzer {analyzer}",
    status_never="never",
    status_problem="Problem: {problem}",
    status_sound="Nothing is wrong.",
    confirm_no="Leave it",
    confirm_dropped="All right, nothing was changed.",
    confirm_ended="This was decided already, or more than an hour ago. Please begin again.",
    changed_meanwhile="Somebody else has changed it meanwhile, so it was left alone. Please look again first.",
    roles=ENGLISH_ROLES,
    audit=ENGLISH_AUDIT,
    settings=ENGLISH_SETTINGS,
    statistics=ENGLISH_STATISTICS,
    may_be_lost=MappingProxyType(
        {
            "answer": "The answer to your last question may not have arrived; please ask again if you need it.",
            "change": "I could not tell you whether your last change was made; please look, and make it again if need be.",
        }
    ),
    answered_late="You asked at {time}; sorry for the late answer:",
    failed="Sorry, something went wrong with this message (number {id}). Please try again later; "
    "if it stays so, give the number to the administrator.",
    not_stored="Sorry, this was not stored: the records of the bot cannot be written right now (number {id}). "
    "Please try again later, or give the number to the administrator.",
    state_file=ENGLISH_STATE_FILE,
    unavailable="Sorry, the knowledge base cannot be used right now (number {id}). "
    "Please give the number to the administrator.",
    terminal_greeting="Jianda: type a question; /help for help, /exit to leave.",
    terminal_goodbye="Goodbye.",
    risk_title="Risk against coverage",
    risk_axis="Across: share of questions answered; up: share of them wrong",
    risk_now="Now {coverage} are answered, {risk} of them wrong",
    terminal_choices="Type a number to choose:",
    terminal_no_choice="There is no choice {number}.",
    terminal_written="Written to {path}",
    terminal_file="The file of《{title}》: {path}",
    notes=ENGLISH_NOTES,
    documents=ENGLISH_DOCUMENTS,
    teaching=ENGLISH_TEACHING,
    web=ENGLISH_WEB,
)
