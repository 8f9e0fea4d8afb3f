"""What the bot says in English around answers, and what it replies to what is said to itself."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.messages.answers import ComparisonWords, ConditionWords, ListWords

ENGLISH_CONDITIONS = ConditionWords(
    unmet=MappingProxyType(
        {
            "place": "The documents do not say this of {text}.",
            "year": "The documents do not say this for {text}.",
            "person": "The documents do not name {text}.",
            "term": "The documents say nothing of “{text}” that answers.",
            "attribute": "The documents do not give {text}.",
        }
    ),
    nearest="This is not the answer, but the nearest that is said elsewhere:",
    validity=MappingProxyType(
        {
            "draft": " [not issued yet]",
            "abolished": " [abolished by 《{by}》]",
            "expires": " [in force until {date}]",
        }
    ),
)

ENGLISH_LISTS = ListWords(
    headings=MappingProxyType(
        {
            "choice": "The question does not say which one; the documents speak of it in {count} places. Press a button to see one alone:",
            "which": "Spoken of in {count} places:",
            "each": "What each says ({count}):",
            "compare": "Side by side:",
            "members": "Told in {count} passages:",
            "points": "Told point by point:",
            "more": "{count} more places speak of it:",
            "bound": "The targets that fit stand in {count} passages:",
        }
    ),
    item="{number}. {whose}",
    value="· {indicator}: {value}",
    value_by="· {indicator}: {value} ({date})",
    reported="as reported",
    blank="left blank in the source",
    ordered="By their figures, the largest first: {values}",
    between_values="; ",
    more="{count} more are not listed.",
    left_out="{count} more points are not shown: {marks}.",
    between_marks=", ",
    no_more="I found nothing else on your last question.",
    no_subject="Which matter do you mean? Name it with the question, for example: 疫苗冷链由谁负责。",
)

ENGLISH_COMPARISON = ComparisonWords(
    usage="Please write what to compare after /compare: /compare 医共体; of two years: /compare 2026 2027",
    too_long="This is too long to compare. Please use 18 characters at most: /compare 医共体",
    nothing="No document speaks of “{words}”. Try another word.",
    sides="“{words}” in {count} documents{place}:",
    no_years="No place has documents of both {old} and {new}. There are documents of {years}.",
    no_year_of="There are no documents of {place} of {missing}, so nothing to compare. There are documents of {years}.",
    unlike="Of {place}, {old} has {before} and {new} has {after}: not of the same sort, so they are not compared item by item.",
    which_place="Several places have documents of both years. Which one?",
    years="{place} {new} compared with {old}: {changed} changed, {new_count} new, {dropped} no longer there, "
    "{kept} the same",
    task="task",
    before="before: ",
    after="now: ",
)

# for each `knowledge.query.small_talk.Talk`
ENGLISH_TALK: Mapping[str, str] = MappingProxyType(
    {
        "greeting": "Hello! Ask me what the speeches and plans on health work say, for example:",
        "thanks": "You are welcome.",
        "who": "I am Jianda. I look things up in speeches and plans on health work and quote them with their source. You could ask:",
        "can": "I quote what speeches and plans say, list deadlines (/ddl) and targets (/targets), compare places (/compare) and remind of what is due (/remind). You could ask:",
        "bye": "Goodbye, come back any time.",
        "praise": "Thank you. Ask on whenever you like.",
        "insult": "I am sorry that I was no help. Tell me what to look up and I will try again.",
        "errand": "I cannot help with that: I only look things up in speeches and plans on health work.",
        "reminder": "To be reminded, write to me in Telegram with the time and the matter: remind me tomorrow 8am to send the report. Before deadlines of the documents: /remind 医共体 7 days before 9:00",
    }
)
