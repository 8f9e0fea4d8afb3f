"""What the bot says in English in the reading room: the pages that a browser shows."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.web import WebWords

ENGLISH_WEB = WebWords(
    language="en",
    name="Jianda",
    skip="Skip to the text",
    rooms=MappingProxyType(
        {
            "/": "Documents",
            "/topics": "Topics",
            "/ddl": "Deadlines",
            "/targets": "Targets",
            "/compare": "Compare",
        }
    ),
    ask="Ask",
    ask_hint="For example: 双向转诊平台什么时候上线",
    ask_label="Ask in one sentence",
    example="Answered word for word and with the source; what the documents do not say is declined.",
    answer="Answer",
    read_there="Open the source: {place}",
    more_passages="Passages on this",
    documents="Documents",
    no_documents="No document has been read yet. Run jianda load first.",
    outline="Outline",
    file="Download the original",
    facts="{sections} sections · {deadlines} deadlines · {targets} targets",
    printed_page="page {number}",
    page_picture="Page {number} of the original, with this passage framed",
    not_on_page="The passage was not found on this page: please see the text",
    instead="Another document answers in its place.",
    moved="The text has changed; the same words are marked where they stand now.",
    changed="The text has changed",
    changed_words="This passage is no longer in the text. When it was cited it read:",
    due="Deadline",
    goal="Target",
    topics="Topics",
    questions="{count} questions",
    filter="Filter",
    filter_label="Narrow by a few words",
    deadlines_hint="For example: 医共体 下月; 民政局 overdue",
    targets_hint="For example: 签约率 2027年",
    columns=MappingProxyType(
        {
            "day": "Day",
            "task": "Task",
            "bodies": "Responsible",
            "document": "Source",
            "indicator": "Indicator",
            "value": "Target",
            "by": "By",
        }
    ),
    before="‹ Previous page",
    after="Next page ›",
    page="Page {number} of {count}",
    timeline="Timeline (picture)",
    calendar="Save to a calendar",
    calendar_hint="A calendar program can subscribe to this address and follows changes; keep it to yourself:",
    compare_label="Compare what",
    compare_hint="For example: 医共体; 2026 2027",
    changes=MappingProxyType({"new": "new", "changed": "changed", "dropped": "dropped"}),
    compare_years="What each document says, or what two years' plans changed.",
    open="🌐 Open in a browser",
    link="The button below leads into the reading room. The link works once, within 10 minutes; please do not pass it on.",
    none="This bot has no reading room in the web.",
    enter="Enter the reading room",
    enter_ask="Press the button to enter. This link works once.",
    enter_none="Send /web to the bot in Telegram and enter by the link that it gives you.",
    enter_expired="This link has been used, or is older than 10 minutes. Send /web in Telegram again.",
    enter_telegram="Checking with Telegram who you are…",
    home="Back to the start",
    faults=MappingProxyType(
        {
            400: "This request cannot be understood. Please begin again at the start page.",
            403: "This is open to registered people alone.",
            404: "There is no such page: the address is wrong, or it is not open to you.",
            405: "This page cannot be opened that way.",
            410: "This document is no longer in the knowledge base.",
            413: "What was sent is too long. Please shorten it and try again.",
            416: "The file has no such part.",
            429: "You are asking too fast. Please try again in a minute.",
            500: "Sorry, something went wrong with this request.",
            503: "The knowledge base cannot be used at the moment. Please try again later.",
        }
    ),
    fault_titles=MappingProxyType(
        {
            400: "Not understood",
            403: "No access",
            404: "No such page",
            405: "Not that way",
            410: "Removed",
            413: "Too long",
            416: "No such part",
            429: "Please wait",
            500: "Something went wrong",
            503: "Not available",
        }
    ),
    failed="Number {id}: please tell an administrator.",
    serving="The reading room is open: {url} (Ctrl-C ends it)",
    footer="Quoted word for word; the original file is what counts.",
)
