"""What the bot can say: one field a sentence, so that no language can lack one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.messages.administration import (
    AuditWords,
    LoadWords,
    RoleWords,
    SettingWords,
    StateFileWords,
    StatisticsWords,
)
from bot.messages.answers import ComparisonWords, ConditionWords, ListWords
from bot.messages.documents import DocumentWords
from bot.messages.ledger import LedgerWords, ReportWords
from bot.messages.marks import MarkWords
from bot.messages.personal import HomeWords, PersonalWords
from bot.messages.pictures import CalendarWords, ChartWords, TimelineWords
from bot.messages.reminders import ReminderWords
from bot.messages.teaching import TeachingWords
from bot.messages.telling import BulletinWords, OwnReminderWords, WatchWords
from bot.messages.web import WebWords


@dataclass(frozen=True, slots=True)
class Messages:
    """The sentences of one language; the names in braces are filled in."""

    greeting: str
    help: str
    commands: Mapping[str, str]  # a command's name → what it does, for the menu and the help
    usage: str
    empty_reply: str
    unknown_command: str
    only_text: str
    too_long: str
    many_questions: str
    # what stands around an answer
    elsewhere: str
    understood: str
    citation: str
    cited_year: str
    cited_namesake: str
    cited_page: str
    cited_recognised: str
    recognised_document: str
    deadline: str
    deadline_alone: str  # without its task
    deadline_date: str  # the printed time with its day
    time_explanations: Mapping[
        str, str
    ]  # why a time means its days (`calendar.Explanation`) → how it is said
    before: str
    since: str
    between: str
    day: str
    whole_year: str
    whole_month: str
    operators: Mapping[str, str]  # a target's operator → how it is said
    target: str
    target_dated: str
    target_blank: str
    redacted: str
    redacted_as: str
    names_nobody: str
    responsible: str
    declined: str
    suggestions: str
    unsure: str
    asked: str
    followed: str
    translated: str
    not_translated: str
    without_unknown: str
    no_english: str
    # buttons
    text_changed: str
    button_old: str
    previous_passage: str
    next_passage: str
    back_to_answer: str
    whole_section: str
    other_sources: str
    other_source: str
    copy_citation: str
    original_file: str
    original_page: str
    page_picture: str
    page_missing: str
    open_part: str
    section_cut: str
    file_missing: str
    file_too_big: str
    files_forbidden: str
    # looking around
    page_before: str
    page_after: str
    page_place: str
    topics_heading: str
    topics_named: str
    no_topic_named: str
    topic_heading: str
    topic_documents: str
    topic_due: str
    question_kinds: Mapping[str, str]  # a kind of question → the heading of those of a topic
    topic_gone: str
    no_topics: str
    back_to_topics: str
    back_to_questions: str
    documents_heading: str
    documents_named: str
    no_document_named: str
    document_gone: str
    no_documents: str
    no_headings: str
    sections: str
    back_to_documents: str
    scope_heading: str
    scope_none: str
    scope_some: str
    scope_all: str
    scope_on: str
    scope_more: str
    scope_admins_only: str
    in_scope: str
    replaced_duplicate: str
    replaced_older: str
    # deadlines and targets
    deadlines_all: str
    deadlines_count: str
    deadlines_over: str
    no_deadlines: str
    targets_all: str
    targets_count: str
    no_targets: str
    narrowed: str  # what of a filter was understood
    between_parts: str
    word_told: str
    days_told: str
    by_told: str
    other_name: str
    body_told: str
    states: Mapping[str, str]  # a state of a deadline → how it is said
    shortcuts: Mapping[str, str]  # plain words that narrow a list → how their button is called
    any_year: str  # nothing there in the year that was meant
    excluding: str  # names the parts of a filter that nothing fits
    looser: str  # before the buttons of what would give more
    found_by: str
    every_deadline: str
    every_target: str
    filter_too_long: str
    words_too_long: str
    back_to_list: str
    back_to_targets: str
    no_date: str
    overdue: str
    overdue_years: str
    due_today: str
    due_soon: str
    due_later: str
    due_years: str
    due_since: str
    due_begins: str
    timeline: TimelineWords
    see_timeline: str
    next_picture: str
    see_calendar: str
    chart: ChartWords
    calendar: CalendarWords
    # comparison
    comparison: ComparisonWords
    changes: Mapping[str, str]  # new, changed, dropped → how it is said
    marks: MarkWords
    ledger: LedgerWords
    reports: ReportWords
    conditions: ConditionWords
    lists: ListWords
    talk: Mapping[str, str]  # what was said to the bot itself (`small_talk.Talk`) → what it replies
    reminders: ReminderWords
    own: OwnReminderWords
    watches: WatchWords
    bulletin: BulletinWords
    # groups and inline mode
    group_greeting: str
    inline_help_title: str
    inline_help_line: str
    inline_help: str
    # feedback under an answer
    useful: str
    useless: str
    keep: str
    kept: str
    chosen: str
    reasons: Mapping[str, str]  # a reason's letter in a button → how it is said
    thanks_useful: str
    thanks_useless: str
    thanks_reason: str
    now_kept: str
    now_unkept: str
    # what is a person's own
    only_private: str
    open_private: str
    personal: PersonalWords
    home: HomeWords
    not_yours: str
    language_ask: str
    languages: Mapping[str, str]  # a language's code ("tg": that of the person's Telegram) → its name
    language_set: str
    # access
    not_allowed: str
    too_many: str
    too_many_presses: str
    not_admin: str
    not_editor: str
    # administration
    loading: LoadWords
    status: str
    status_never: str
    status_problem: str
    status_sound: str
    # confirmations
    confirm_no: str
    confirm_dropped: str
    confirm_ended: str
    changed_meanwhile: str
    roles: RoleWords
    audit: AuditWords
    settings: SettingWords
    statistics: StatisticsWords
    # before the next message
    may_be_lost: Mapping[str, str]  # what may have got lost → how it is said
    answered_late: str
    # errors
    failed: str
    unavailable: str
    not_stored: str
    state_file: StateFileWords
    # terminal
    terminal_greeting: str
    terminal_goodbye: str
    risk_title: str
    risk_axis: str
    risk_now: str
    terminal_choices: str
    terminal_no_choice: str
    terminal_file: str
    terminal_written: str
    # documents
    notes: Mapping[str, str]  # a code → the sentence
    documents: DocumentWords
    # teaching
    teaching: TeachingWords
    # the reading room
    web: WebWords
