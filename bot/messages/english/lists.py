"""What the bot says in English around lists: several values, comparisons, the members of a set."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.lists import ListWords

ENGLISH_LISTS = ListWords(
    headings=MappingProxyType(
        {
            "choice": "The question does not say which one; the documents speak of it in {count} places. Press a button to see one alone:",
            "which": "Spoken of in {count} places:",
            "each": "What each says ({count}):",
            "compare": "Side by side:",
            "members": "Told in {count} passages:",
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
    no_more="I found nothing else on your last question.",
    no_subject="Which matter do you mean? Name it with the question, for example: 疫苗冷链由谁负责。",
)
